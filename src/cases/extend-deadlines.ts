import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { type CaseFile, fileOf } from './case-file.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord } from './case-record.ts'
import { caseById, casesInOrder } from './case-store.ts'
import { changeCase } from './change-case.ts'
import { open } from './demand-stage.ts'
import { noteOf } from './note.ts'
import { CaseChangedError } from './refusals.ts'

/** What was granted for one outage: proposed by one person of the body, approved by another. */
export interface GrantedExtension {
  readonly authority: string
  readonly outage: string
  /** Codes of services; `null`: all of the authority. */
  readonly services: readonly string[] | null
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Why, in words that the applicants read. */
  readonly reason: string
  /** Only cases that have it already, ended or not: the outage was shorter, or was none. */
  readonly onlyExtended?: boolean
}

const casesAtOnce = 200

/**
 * Extends the deadlines of the open cases that an outage of the body's own systems made impossible: each
 * clock that was started before the outage ended stands for the outage's span. A case that has the
 * extension already is left alone, so this may run again after a crash.
 * @param actor - Whoever approved it.
 * @returns How many cases this call extended.
 */
export async function extendDeadlines(
  context: Context,
  actor: Actor,
  extension: GrantedExtension
): Promise<number> {
  let extended = 0
  for await (const record of casesMeant(context, extension)) {
    if (await extendDeadline(context, actor, { record, extension })) extended += 1
  }
  return extended
}

/**
 * How many open cases an extension would concern.
 * @returns Never more than the cases that are open now; nobody is named.
 */
export async function countExtendable(
  context: Context,
  extension: Omit<GrantedExtension, 'reason'>
): Promise<number> {
  let count = 0
  for await (const record of casesMeant(context, extension)) {
    const at = context.clock.now()
    if (isConcerned(await fileOf(context.db, record, { at }), extension)) count += 1
  }
  return count
}

/** Cases of the authority that an extension may concern, read some at a time. */
async function* casesMeant(
  { db }: Context,
  extension: Omit<GrantedExtension, 'reason'>
): AsyncGenerator<CaseRecord> {
  const { authority } = extension
  let after: { bucket: number; id: string } | null = null
  for (;;) {
    const records: CaseRecord[] = await casesInOrder(db, { after, authority, most: casesAtOnce })
    const last = records.at(-1)
    if (last === undefined) return
    after = { bucket: bucketOfId(last.id) ?? 0, id: last.id }
    yield* records.filter((each) => isMeant(each, extension))
  }
}

function isMeant(
  { service, stage }: CaseRecord,
  { services, onlyExtended = false }: Pick<GrantedExtension, 'services' | 'onlyExtended'>
): boolean {
  const isOpen = open.includes(stage) || onlyExtended
  return isOpen && (services === null || services.includes(service))
}

/** Its clock was started before the outage ended, and does not stand for it already. */
function isConcerned({ history }: CaseFile, extension: Omit<GrantedExtension, 'reason'>): boolean {
  const { outage, from, to, onlyExtended = false } = extension
  const known = history.extensions.find((each) => each.outage === outage)
  if (known !== undefined && known.from.equals(from) && known.to.equals(to)) return false
  if (onlyExtended) return known !== undefined
  const started = history.completeAt
  if (!open.includes(history.stage) || started === null) return false
  return Temporal.Instant.compare(started, to) < 0
}

const attemptsMax = 5

async function extendDeadline(
  context: Context,
  actor: Actor,
  { record, extension }: { record: CaseRecord; extension: GrantedExtension }
): Promise<boolean> {
  let current: CaseRecord | null = record
  for (let attempt = 1; current !== null; attempt += 1) {
    const at = context.clock.now()
    const file = await fileOf(context.db, current, { at })
    if (!isConcerned(file, extension)) return false
    try {
      await writeExtension(context, actor, { file, extension })
      return true
    } catch (error) {
      // Somebody worked on the case in this moment: it is read again.
      if (!(error instanceof CaseChangedError) || attempt >= attemptsMax) throw error
      current = await caseById(context.db, record.id)
    }
  }
  return false
}

async function writeExtension(
  context: Context,
  actor: Actor,
  { file, extension }: { file: CaseFile; extension: GrantedExtension }
): Promise<void> {
  const { outage, from, to } = extension
  const note = noteOf(extension.reason, { pointer: '/reason', actor, at: context.clock.now() })
  const span = { from: from.toString(), to: to.toString() }
  const body = { outage, ...span, ...(note === null ? {} : { reason: note.id }) }
  await changeCase(context, actor, {
    file,
    change: {
      facts: [{ kind: 'case.deadline-extended', body }],
      notes: note === null ? [] : [note]
    }
  })
}
