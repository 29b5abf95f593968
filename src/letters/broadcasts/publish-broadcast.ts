import { createHash } from 'node:crypto'
import {
  type Alert,
  type AlertFault,
  expiryOf,
  isAlertSigned,
  parseAlert
} from '../../kernel/alerts/index.ts'
import { mailboxName } from '../../kernel/seal/index.ts'
import { parseVerifierKey } from '../../kernel/tlog/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { type Actor, type Role, demand } from '../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx,
  inTransaction,
  newId
} from '../../platform/index.ts'
import { currentEntry } from '../directory/index.ts'
import type { Broadcast, DrillTarget } from './broadcast.ts'
import { broadcastsNamed, insertBroadcast, replaceBroadcasts } from './broadcast-store.ts'
import { messages } from './messages.ts'
import {
  BroadcastIdentifierError,
  BroadcastReferenceError,
  BroadcastUnitError,
  BroadcastUnsignedError
} from './refusals.ts'

/** Who publishes for everybody. */
export const broadcastingRoles: readonly Role[] = ['authority-admin', 'signatory']

const skewMinutesMax = 15
const standsHoursMax = 30 * 24

/** An alert as its unit signed it. */
export interface BroadcastInput {
  readonly authority: string
  readonly unit: string
  /** CAP 1.2. */
  readonly xml: string
  /** C2SP signed note of `signAlert`. */
  readonly note: string
  /** Of an exercise; 95 percent within ten minutes where absent. */
  readonly target?: DrillTarget | undefined
}

const usualTarget: DrillTarget = { percent: 95, seconds: 600 }

/**
 * Publishes an alert of a unit for everybody, signed and not sealed (PI-3.1d). The same alert again is
 * the same broadcast.
 * @throws {NotAllowedError} Unless the actor administers or signs for the body.
 * @throws {InvalidInputError} At `/xml` or `/target`.
 * @throws {BroadcastUnitError} {@link BroadcastUnsignedError} {@link BroadcastIdentifierError}
 * @throws {BroadcastReferenceError}
 */
export async function publishBroadcast(
  context: Context,
  actor: Actor,
  input: BroadcastInput
): Promise<Broadcast> {
  const { authority, unit, xml, note } = input
  demand(actor, { authority, role: broadcastingRoles })
  const now = context.clock.now()
  const read = readInput(context, input, now)
  await demandSigned(context, input, read.alert)
  const broadcast: Broadcast = {
    ...{ id: newId(now), authority, unit, identifier: read.alert.identifier },
    ...{ status: read.status, msgType: read.msgType, xml, note },
    sha256: createHash('sha256').update(xml).digest('hex'),
    ...{ publishedAt: now, publishedBy: actor.id, expiresAt: read.expiresAt, replacedAt: null },
    drill: read.status === 'Exercise' ? (input.target ?? usualTarget) : null
  }
  const published = await inTransaction(context.db, (tx) => write(tx, broadcast, read.alert))
  context.nudge()
  return published
}

async function write(tx: Tx, broadcast: Broadcast, alert: Alert): Promise<Broadcast> {
  const replaced = await replacedBy(tx, broadcast, alert)
  if (!(await insertBroadcast(tx, broadcast))) {
    const [before] = await broadcastsNamed(tx, broadcast.authority, [broadcast.identifier])
    if (before?.sha256 === broadcast.sha256) return before
    throw new BroadcastIdentifierError()
  }
  await replaceBroadcasts(tx, replaced, broadcast.publishedAt)
  const { id, authority, unit, sha256, msgType, status, publishedAt, publishedBy } = broadcast
  await recordFact(tx, {
    ...{ owner: authority, authority, kind: 'broadcast.published', subject: id },
    ...{ at: publishedAt, actor: publishedBy },
    body: {
      ...{ broadcast: id, unit, identifier: broadcast.identifier, msgType, status, sha256 },
      ...{
        severity: alert.infos[0]?.severity ?? 'Unknown',
        expiresAt: broadcast.expiresAt.toString()
      },
      languages: alert.infos.map(({ language }) => language),
      replaced
    }
  })
  return broadcast
}

/** Ids of what an update or a cancellation takes the place of. */
async function replacedBy(tx: Tx, { authority, msgType, identifier }: Broadcast, alert: Alert) {
  if (msgType === 'Alert') return []
  const named = alert.references.map((reference) => reference.identifier)
  const known = await broadcastsNamed(tx, authority, [...named, identifier])
  // It was published before, and comes again.
  if (known.some((one) => one.identifier === identifier)) return []
  const isRight = named.length > 0 && known.length === new Set(named).size
  if (!isRight || known.some(({ replacedAt }) => replacedAt !== null))
    throw new BroadcastReferenceError()
  return known.map(({ id }) => id)
}

interface ReadInput {
  readonly alert: Alert
  readonly status: Broadcast['status']
  readonly msgType: Broadcast['msgType']
  readonly expiresAt: Temporal.Instant
}

function readInput({ config }: Context, input: BroadcastInput, now: Temporal.Instant): ReadInput {
  const read = parseAlert(input.xml)
  if (!read.ok) throw invalid(faultOf(read.fault))
  const alert = read.value
  const { status, msgType, infos, sender } = alert
  const { authority, unit } = input
  if (sender !== mailboxName(new URL(config.origin).host, { authority, unit }))
    throw invalid(wrong.sender)
  if (status !== 'Actual' && status !== 'Exercise') throw invalid(wrong.status)
  if (msgType === 'Ack' || msgType === 'Error') throw invalid(wrong.status)
  if (!infos.some(({ language }) => language.split('-')[0] === 'fa')) throw invalid(wrong.language)
  const expiresAt = demandTimes(alert, now)
  demandTarget(input.target)
  return { alert, status, msgType, expiresAt }
}

/** It is sent now, and ends: an alert that stands for good is one that nobody believes. */
function demandTimes(alert: Alert, now: Temporal.Instant): Temporal.Instant {
  const expiresAt = expiryOf(alert)
  const skew = Math.abs(Temporal.Instant.from(alert.sent).until(now).total('minutes'))
  const stands = expiresAt === null ? 0 : now.until(expiresAt).total('hours')
  if (expiresAt === null || skew > skewMinutesMax || stands <= 0 || stands > standsHoursMax)
    throw invalid(wrong.time)
  return expiresAt
}

function faultOf({ code }: AlertFault): FieldProblem {
  return code === 'alert-too-large' ? wrong.size : wrong.cap
}

function invalid(problem: FieldProblem): InvalidInputError {
  return new InvalidInputError([problem])
}

function demandTarget(target: DrillTarget | undefined): void {
  if (target === undefined) return
  const isWhole = Number.isSafeInteger(target.percent) && Number.isSafeInteger(target.seconds)
  const isPercent = target.percent >= 1 && target.percent <= 100
  if (isWhole && isPercent && target.seconds >= 60 && target.seconds <= 86_400) return
  throw invalid(wrong.target)
}

async function demandSigned({ db }: Context, input: BroadcastInput, alert: Alert): Promise<void> {
  const entry = await currentEntry(db, `unit:${input.authority}/${input.unit}`)
  if (entry === null || entry.recipient === null) throw new BroadcastUnitError()
  const keys = entry.keys
    .map((key) => parseVerifierKey(key))
    .flatMap((key) => (key.ok ? [key.value] : []))
  const { sender, identifier } = alert
  const signed = { xml: input.xml, note: input.note, name: { sender, identifier } }
  if (keys.length !== entry.keys.length || !isAlertSigned(signed, keys))
    throw new BroadcastUnsignedError()
}

const { entries: t } = messages
const pointer = '/xml'
const wrong = {
  cap: { pointer, code: 'broadcast/cap', text: t.wrongCap },
  size: { pointer, code: 'broadcast/too-large', text: t.wrongCap },
  sender: { pointer, code: 'broadcast/sender', text: t.wrongSender },
  status: { pointer, code: 'broadcast/status', text: t.wrongStatus },
  language: { pointer, code: 'broadcast/language', text: t.wrongLanguage },
  time: { pointer, code: 'broadcast/time', text: t.wrongTime },
  target: { pointer: '/target', code: 'broadcast/target', text: t.wrongTarget }
} as const satisfies Record<string, FieldProblem>
