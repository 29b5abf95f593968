import { dataPolicy } from '../agreements/index.ts'
import { joinedSearchKey, searchKey } from '../kernel/persian/index.ts'
import {
  type Actor,
  NotAllowedError,
  type Role,
  anyUnit,
  authorityById,
  holds
} from '../people/index.ts'
import { type Context, InvalidInputError } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import { caseRecords } from './data-types.ts'
import { refusalMessages } from './messages-refusals.ts'
import { type QueueItem, type QueueState } from './queue.ts'
import { type QueueFilter, type QueuePlace, queueCounts, queueItems } from './queue-store.ts'
import { problem } from './refusals.ts'

/** What an officer's list shows; what is left out asks nothing. */
export interface ReadQueueInput {
  readonly authority: string
  readonly unit?: string | undefined
  readonly service?: string | undefined
  readonly step?: string | undefined
  /** `me`, `nobody`, or the id of an actor. */
  readonly assigned?: string | undefined
  /** `open` where absent. */
  readonly state?: QueueState | undefined
  readonly late?: boolean | undefined
  /** Part of the applicant's name, or the beginning of a tracking code. */
  readonly search?: string | undefined
  /** `fair` where absent: whoever has waited longest first. `due`: by urgency. */
  readonly order?: 'fair' | 'due' | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  /** It is taken away as a table. */
  readonly taken?: boolean | undefined
}

export interface QueuePageRead {
  readonly items: readonly QueueItem[]
  /** Cursor of the next page; `null` on the last. */
  readonly next: string | null
  /** Of the units that the actor may see, whatever the filters. */
  readonly counts: {
    readonly open: number
    readonly waiting: number
    readonly late: number
    readonly mine: number
  }
}

const itemsMax = 200
const overseers: readonly Role[] = ['inspector', 'auditor']
const readers: readonly Role[] = ['officer', 'approver', 'clerk', ...overseers]

/**
 * A page of the queue of an authority, as far as the actor's units go.
 * @throws {NotAllowedError} If the actor works in none, or not in the one asked for.
 * @throws {InvalidInputError} At `/cursor`: not one that was made here.
 */
export async function readQueue(
  context: Context,
  actor: Actor,
  input: ReadQueueInput
): Promise<QueuePageRead> {
  const now = context.clock.now()
  const units = await demandQueue(context, actor, input)
  const filter = { ...filterOf(input, actor), units, now }
  const most = Math.min(Math.max(input.limit ?? 50, 1), itemsMax)
  const order = input.order ?? 'fair'
  const after = placeOf(input.cursor)
  const found = await queueItems(context.db, filter, { order, after, most: most + 1 })
  const items = found.slice(0, most)
  const last = items.at(-1)
  const next = found.length > most && last !== undefined ? cursorOf(last, order) : null
  // What is counted is what is open, whichever list is on the page.
  const counted = { ...filter, units: unitsOfActor(actor, { ...input, state: 'open' }) }
  return { items, next, counts: await queueCounts(context.db, counted, actor.id) }
}

/** Demands the queue by the data policy: a list of many is recorded for the body, once in a while. */
async function demandQueue(
  context: Context,
  actor: Actor,
  input: ReadQueueInput
): Promise<string[] | null> {
  const { authority, taken = false } = input
  const isOverseeing = holds(actor, { authority, role: overseers, unit: anyUnit })
  const use = {
    ...{ actor, authority, owner: authority },
    dataType: caseRecords,
    action: taken ? ('export' as const) : ('read' as const),
    object: { kind: 'queue' as const, id: authority }
  }
  try {
    const units = unitsOfActor(actor, input)
    const relation = isOverseeing ? 'oversight' : 'assigned'
    await dataPolicy.demandUse(context, { ...use, relation })
    return units
  } catch (error) {
    const isOwn = actor.grants.some((grant) => grant.authority === authority)
    const relation = isOwn ? 'colleague' : 'outside'
    const isKnown = error instanceof NotAllowedError && (await authorityById(context.db, authority))
    if (isKnown) await dataPolicy.recordRefusal(context, { ...use, relation })
    throw error
  }
}

/**
 * The units whose queue an actor may see; `null` for all of the authority. A clerk sees what is open of
 * all units, what has ended of the own ones.
 * @throws {NotAllowedError} If the actor works in none, or not in the one asked for.
 */
export function unitsOfActor(
  actor: Actor,
  { authority, unit, state }: Pick<ReadQueueInput, 'authority' | 'unit' | 'state'>
): string[] | null {
  const staffed = actor.grants.filter(
    (grant) => grant.authority === authority && readers.includes(grant.role)
  )
  // A clerk registers for every unit what comes, and what has ended waits for nothing more.
  const registers = holds(actor, { authority, role: 'clerk', unit: anyUnit })
  const wide = (registers && state !== 'closed') || holds(actor, { authority, role: readers })
  const own = [...new Set(staffed.flatMap((grant) => grant.unit ?? []))]
  const allowed = wide || registers || (unit === undefined ? own.length > 0 : own.includes(unit))
  if (!allowed) throw new NotAllowedError()
  if (unit !== undefined) return wide || own.includes(unit) ? [unit] : []
  return wide ? null : own
}

function filterOf(input: ReadQueueInput, actor: Actor): Omit<QueueFilter, 'units' | 'now'> {
  const { authority, service, step, late, assigned } = input
  return {
    authority,
    service,
    step,
    late,
    state: input.state ?? 'open',
    search: searchOf(input.search),
    assignedTo: assigned === 'me' ? actor.id : assigned === 'nobody' ? null : assigned
  }
}

function searchOf(text: string | undefined): QueueFilter['search'] {
  const typed = (text ?? '').trim().slice(0, 100).toWellFormed()
  if (typed === '') return undefined
  const code = joinedSearchKey(typed)
    .replaceAll(/[^0-9a-z]/g, '')
    .toUpperCase()
  return { name: searchKey(typed), code }
}

function cursorOf(item: QueueItem, order: 'fair' | 'due'): string {
  const at = order === 'fair' ? item.orderAt : item.dueAt
  const place = [item.priority, at?.toString() ?? null, item.case]
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place that a cursor names; one that was not made here would begin at the beginning, for ever. */
function placeOf(cursor: string | undefined): QueuePlace | null {
  if (cursor === undefined) return null
  const place = placeIn(cursor)
  if (place === null) throw cursorUnknown()
  return place
}

/** A cursor that was not made here. */
export function cursorUnknown(): InvalidInputError {
  const { cursorUnknown: text } = refusalMessages.entries
  return new InvalidInputError([problem('/cursor', 'cursor/unknown', text)])
}

function placeIn(cursor: string): QueuePlace | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(read)) return null
    const [priority, at, id] = read as unknown[]
    if (typeof priority !== 'number' || !Number.isInteger(priority)) return null
    if (typeof id !== 'string' || bucketOfId(id) === null) return null
    return { priority, case: id, at: typeof at === 'string' ? Temporal.Instant.from(at) : null }
  } catch {
    return null
  }
}
