import { z } from 'zod'
import { refuseHostileText } from '../../kernel/persian/index.ts'
import { recordFact } from '../../ledger/index.ts'
import {
  type Context,
  InvalidInputError,
  NotFoundError,
  type Tx,
  inTransaction,
  newId,
  withScope
} from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { lockPerson } from '../person-store.ts'
import { type Actor, NotAllowedError, demand } from '../role.ts'
import { erasureOf } from './erasure-store.ts'
import type { LegalHold } from './hold.ts'
import { holdForChange, holdsOnPerson, insertHold, saveHold } from './hold-store.ts'
import type { PersonalDataHolder } from './holder.ts'
import { messages } from './messages.ts'
import { ErasureRunningError, HoldStateError, SecondPersonError } from './refusals.ts'

const { entries: t } = messages
const reasonLengthMax = 1000

/** Who places, confirms and lifts holds of an authority. */
export const holdRoles = ['inspector', 'authority-admin'] as const

/** What a hold is placed on: one case by its tracking code, or all that an authority has of a person. */
export interface HoldInput {
  readonly authority: string
  readonly matter: string
  readonly scope: 'case' | 'person'
  readonly reason: string
}

/**
 * Places a legal hold. It stands at once, since what it protects could be gone tomorrow; a second person
 * confirms it, and the person concerned is told.
 * @throws {InvalidInputError} At `/matter`: nothing of this authority; at `/reason`.
 * @throws {ErasureRunningError} Where the erasure of the person has begun: nothing can stop it.
 */
export async function placeHold(
  context: Context,
  actor: Actor,
  asked: HoldInput & { readonly holders: readonly PersonalDataHolder[] }
): Promise<string> {
  const { authority, scope } = asked
  demand(actor, { authority, role: holdRoles })
  const reason = checkReason(asked.reason)
  const at = context.clock.now()
  // The hold, its fact and the message are the rows of somebody else.
  return withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      const found = await matterOf(tx, asked)
      if (found === null) throw matterUnknown()
      const { person } = found
      await lockPerson(tx, person)
      if ((await erasureOf(tx, person))?.state === 'running') throw new ErasureRunningError()
      const id = newId(at)
      const of = scope === 'case' ? found.case : null
      await insertHold(tx, {
        id,
        authority,
        person,
        case: of,
        reason,
        placedBy: actor.id,
        placedAt: at
      })
      await recordFact(tx, {
        ...{
          owner: person,
          authority,
          kind: 'legal-hold.placed',
          subject: id,
          at,
          actor: actor.id
        },
        body: { hold: id, owner: person, scope, case: of, state: 'placed' }
      })
      const news = { subject: t.toldHeldSubject, text: t.toldHeld, kind: 'legal-hold' }
      await tellPerson(tx, { person, ...news }, at)
      return id
    })
  )
}

async function matterOf(
  tx: Tx,
  { authority, matter, holders }: HoldInput & { holders: readonly PersonalDataHolder[] }
): Promise<{ person: string; case: string } | null> {
  for (const holder of holders) {
    const found = (await holder.find?.(tx, matter)) ?? null
    if (found !== null && found.authority === authority) return found
  }
  return null
}

function matterUnknown(): InvalidInputError {
  const text = {
    fa: 'درخواستی با این کد رهگیری در دستگاه شما نیست.',
    en: 'Your authority has no application with this tracking code.'
  }
  return new InvalidInputError([{ pointer: '/matter', code: 'legal-hold/matter-unknown', text }])
}

function checkReason(typed: string): string {
  const reason = typed.trim()
  const hostile = refuseHostileText(reason)
  if (hostile !== null) {
    throw new InvalidInputError([{ pointer: '/reason', code: hostile.code, text: hostile.text }])
  }
  if (reason.length >= 5 && reason.length <= reasonLengthMax) return reason
  const text = {
    fa: 'سبب را در ۵ تا ۱۰۰۰ نویسه بنویسید؛ شخص آن را می‌خواند.',
    en: 'Write the reason in 5 to 1000 characters; the person reads it.'
  }
  throw new InvalidInputError([{ pointer: '/reason', code: 'legal-hold/reason', text }])
}

/** What a second person, or whoever wants a hold to end, does with it. */
export type HoldAct =
  | { readonly act: 'confirm' }
  | { readonly act: 'ask-lift'; readonly reason: string }
  | { readonly act: 'lift' }
  | { readonly act: 'keep' }

/**
 * Confirms a hold, asks for it to be lifted, lifts it or keeps it. Confirming and lifting are for
 * another person than the one who placed it or asked.
 * @throws {NotFoundError} Also for a hold of an authority at which the actor is nothing.
 * @throws {SecondPersonError}
 * @throws {HoldStateError}
 */
export async function changeHold(
  context: Context,
  actor: Actor,
  { hold: id, ...what }: HoldAct & { readonly hold: string }
): Promise<void> {
  const at = context.clock.now()
  await withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      const hold = z.uuid().safeParse(id).success ? await holdForChange(tx, id) : null
      if (hold === null) throw new NotFoundError()
      try {
        demand(actor, { authority: hold.authority, role: holdRoles })
      } catch (error) {
        throw error instanceof NotAllowedError ? new NotFoundError() : error
      }
      const changed = changedHold(hold, what, { actor: actor.id, at })
      await saveHold(tx, changed)
      await tellOfHold(tx, { hold: changed, act: what.act }, { actor: actor.id, at })
    })
  )
}

interface By {
  readonly actor: string
  readonly at: Temporal.Instant
}

function changedHold(hold: LegalHold, what: HoldAct, { actor, at }: By): LegalHold {
  if (hold.liftedAt !== null) throw new HoldStateError()
  if (what.act === 'confirm') {
    if (hold.confirmedAt !== null) throw new HoldStateError()
    if (hold.placedBy === actor) throw new SecondPersonError()
    return { ...hold, confirmedBy: actor, confirmedAt: at }
  }
  if (what.act === 'ask-lift') {
    if (hold.liftAskedAt !== null) throw new HoldStateError()
    const liftReason = checkReason(what.reason)
    return { ...hold, liftReason, liftAskedBy: actor, liftAskedAt: at }
  }
  if (hold.liftAskedAt === null) throw new HoldStateError()
  if (what.act === 'keep')
    return { ...hold, liftReason: null, liftAskedBy: null, liftAskedAt: null }
  if (hold.liftAskedBy === actor) throw new SecondPersonError()
  return { ...hold, liftedBy: actor, liftedAt: at }
}

async function tellOfHold(
  tx: Tx,
  { hold, act }: { hold: LegalHold; act: HoldAct['act'] },
  { actor, at }: By
): Promise<void> {
  const { id, person, authority } = hold
  if (act !== 'confirm' && act !== 'lift') return
  const kind = act === 'lift' ? 'legal-hold.lifted' : 'legal-hold.placed'
  await recordFact(tx, {
    ...{ owner: person, authority, kind, subject: id, at, actor },
    body: {
      hold: id,
      owner: person,
      case: hold.case,
      ...(act === 'lift' ? {} : { state: 'confirmed' })
    }
  })
  if (act !== 'lift') return
  const news = { subject: t.toldLiftedSubject, text: t.toldLifted, kind: 'legal-hold' }
  await tellPerson(tx, { person, ...news }, at)
}

/** The holds on a person, read under the lock that whoever places one takes. */
export async function holdsInLock(tx: Tx, person: string): Promise<LegalHold[]> {
  await lockPerson(tx, person)
  return holdsOnPerson(tx, person)
}
