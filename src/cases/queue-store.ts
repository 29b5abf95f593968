import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import { caseRecords } from './data-types.ts'
import type { QueueItem, QueueState } from './queue.ts'

const columns = sql`case_id as "case", authority, unit, service, code, applicant,
  applicant_name as "applicantName", stage, state, step, assigned_to as "assignedTo", priority,
  filed_at as "filedAt", order_at as "orderAt", due_at as "dueAt", late,
  stage = 'returned' as paused`

/** An item with what the projection keeps beside it. */
export interface QueueRow extends Omit<QueueItem, 'paused'> {
  readonly searchKey: string
  /** Version of the case that it shows. */
  readonly version: number
}

/** Shows the newer state of cases of one authority; what is already there and newer stays. */
export async function putQueueItems(
  tx: Tx,
  authority: string,
  rows: readonly QueueRow[]
): Promise<void> {
  const column = <T>(read: (row: QueueRow) => T) => rows.map(read)
  await sql`
    insert into queue_items (bucket, authority, case_id, unit, service, code, applicant, applicant_name,
      search_key, stage, state, step, assigned_to, priority, filed_at, order_at, due_at, late, version,
      data_type)
    select ${bucketOf(authority)}, ${authority}, q.case_id, q.unit, q.service, q.code, q.applicant,
      q.applicant_name::jsonb, q.search_key, q.stage, q.state, q.step, q.assigned_to, q.priority,
      q.filed_at, q.order_at, q.due_at, q.late, q.version, ${caseRecords}
    from unnest(${column((r) => r.case)}::uuid[], ${column((r) => r.unit)}::text[],
      ${column((r) => r.service)}::text[], ${column((r) => r.code)}::text[],
      ${column((r) => r.applicant)}::uuid[], ${column((r) => JSON.stringify(r.applicantName))}::text[],
      ${column((r) => r.searchKey)}::text[], ${column((r) => r.stage)}::text[],
      ${column((r) => r.state)}::text[], ${column((r) => r.step)}::text[],
      ${column((r) => r.assignedTo)}::text[], ${column((r) => r.priority)}::smallint[],
      ${column((r) => r.filedAt)}::timestamptz[], ${column((r) => r.orderAt)}::timestamptz[],
      ${column((r) => r.dueAt)}::timestamptz[], ${column((r) => r.late)}::boolean[],
      ${column((r) => r.version)}::integer[])
      as q (case_id, unit, service, code, applicant, applicant_name, search_key, stage, state, step,
        assigned_to, priority, filed_at, order_at, due_at, late, version)
    on conflict (bucket, case_id) do update set unit = excluded.unit,
      applicant_name = excluded.applicant_name, search_key = excluded.search_key,
      stage = excluded.stage, state = excluded.state, step = excluded.step,
      assigned_to = excluded.assigned_to, priority = excluded.priority,
      order_at = excluded.order_at, due_at = excluded.due_at, late = excluded.late,
      version = excluded.version
      where queue_items.version <= excluded.version`.execute(tx)
}

/** The items of cases as the projection holds them, by case id. */
export async function queueRowsOf(
  db: Db,
  authority: string,
  cases: readonly string[]
): Promise<Map<string, QueueItem & { version: number }>> {
  const found = await sql<QueueItem & { version: number }>`
    select ${columns}, version from queue_items
    where bucket = ${bucketOf(authority)} and case_id = any(${cases}::uuid[])`.execute(db)
  return new Map(found.rows.map((item) => [item.case, item]))
}

/** What an officer's list asks for; what is left out asks nothing. */
export interface QueueFilter {
  readonly authority: string
  /** Units whose work the actor may see; `null` for all of the authority. */
  readonly units: readonly string[] | null
  readonly state: QueueState
  readonly service?: string | undefined
  readonly step?: string | undefined
  /** Actor id; `null` for what nobody has taken. */
  readonly assignedTo?: string | null | undefined
  /** Only what is past its due instant at `now`, or was answered late; `false`: only the rest. */
  readonly late?: boolean | undefined
  /** Folded words of the applicant's name, or the beginning of a tracking code. */
  readonly search?: { readonly name: string; readonly code: string } | undefined
  readonly now: Temporal.Instant
}

/** Where a page of a list begins: after this item. */
export interface QueuePlace {
  readonly priority: number
  /** `orderAt` or `dueAt`; `null` for an item without a due instant. */
  readonly at: Temporal.Instant | null
  readonly case: string
}

/** How a list is ordered, and where its page begins. */
export interface QueuePage {
  readonly order: 'fair' | 'due'
  readonly after: QueuePlace | null
  readonly most: number
}

/** Items of one page. */
export async function queueItems(
  db: Db,
  filter: QueueFilter,
  page: QueuePage
): Promise<QueueItem[]> {
  const order =
    page.order === 'fair'
      ? sql`priority desc, order_at, case_id`
      : sql`due_at asc nulls last, case_id`
  const found = await sql<QueueItem>`
    select ${columns} from queue_items
    where ${conditions(filter)} and ${begins(page)}
    order by ${order} limit ${page.most}`.execute(db)
  return found.rows.map((item) => ({ ...item, late: isLate(item, filter.now) }))
}

/** How many of the unit's items there are, by what a list offers to look at. */
export async function queueCounts(
  db: Db,
  filter: Pick<QueueFilter, 'authority' | 'units' | 'now'>,
  actor: string
): Promise<{ open: number; waiting: number; late: number; mine: number }> {
  const found = await sql<{ open: number; waiting: number; late: number; mine: number }>`
    select count(*) filter (where state = 'open') as open,
      count(*) filter (where state = 'waiting') as waiting,
      count(*) filter (where state = 'open' and (late or due_at < ${filter.now})) as late,
      count(*) filter (where state = 'open' and assigned_to = ${actor}) as mine
    from queue_items
    where bucket = ${bucketOf(filter.authority)} and authority = ${filter.authority}
      and (${filter.units}::text[] is null or unit = any(${filter.units}::text[]))
      and state in ('open', 'waiting')`.execute(db)
  return found.rows[0] ?? { open: 0, waiting: 0, late: 0, mine: 0 }
}

function isLate(item: QueueItem, now: Temporal.Instant): boolean {
  if (item.late || item.dueAt === null || item.state === 'closed') return item.late
  return Temporal.Instant.compare(item.dueAt, now) < 0
}

function conditions(filter: QueueFilter): RawBuilder<unknown> {
  const { units, service, step, assignedTo, late, search, now } = filter
  const all = [
    sql`bucket = ${bucketOf(filter.authority)} and authority = ${filter.authority} and state = ${filter.state}`
  ]
  if (units !== null) all.push(sql`unit = any(${units}::text[])`)
  if (service !== undefined) all.push(sql`service = ${service}`)
  if (step !== undefined) all.push(sql`step = ${step}`)
  if (assignedTo === null) all.push(sql`assigned_to is null`)
  else if (assignedTo !== undefined) all.push(sql`assigned_to = ${assignedTo}`)
  if (late !== undefined) {
    // What has ended has its own mark: its due instant passes too, whenever it was answered.
    const isPast = sql`(late or (state <> 'closed' and coalesce(due_at < ${now}, false)))`
    all.push(sql`${isPast} = ${late}`)
  }
  if (search !== undefined) {
    all.push(sql`((${search.name} <> '' and strpos(search_key, ${search.name}) > 0)
      or (${search.code} <> '' and starts_with(code, ${search.code})))`)
  }
  return sql.join(all, sql` and `)
}

function begins({ order, after }: QueuePage): RawBuilder<unknown> {
  if (after === null) return sql`true`
  if (order === 'fair') {
    return sql`(-priority, order_at, case_id) > (${-after.priority}, ${after.at}::timestamptz, ${after.case}::uuid)`
  }
  return after.at === null
    ? sql`(due_at is null and case_id > ${after.case}::uuid)`
    : sql`(due_at is null or (due_at, case_id) > (${after.at}::timestamptz, ${after.case}::uuid))`
}
