import { searchKeys } from '../kernel/persian/index.ts'
import { type Person, personsByIds } from '../people/index.ts'
import type { Context, OutboxMessage, Tx } from '../platform/index.ts'
import type { CaseRecord, ClockRecord } from './case-record.ts'
import { casesByIds } from './case-store.ts'
import { clocksOf, holdClocks } from './clock-store.ts'
import { queueStateOf } from './queue.ts'
import { type QueueRow, putQueueItems } from './queue-store.ts'

/**
 * Brings the queues of the authorities to where these cases stand now. It reads the present state and
 * not the message, so it may run twice, late, or in any order; it holds what it reads, since a breach
 * changes a case without a new version, by which an older reading would be known.
 */
export async function projectQueue(
  _context: Context,
  tx: Tx,
  messages: readonly OutboxMessage[]
): Promise<void> {
  const ids = [
    ...new Set(
      messages.flatMap(({ payload }) => (typeof payload.case === 'string' ? [payload.case] : []))
    )
  ]
  for (const bucket of new Set(messages.map((message) => message.bucket))) {
    await holdClocks(tx, { bucket, cases: ids })
  }
  const records = await casesByIds(tx, ids)
  const clocks = await clocksOf(tx, ids)
  const people = await personsByIds(tx, [...new Set(records.map((record) => record.applicant))])
  const byAuthority = Map.groupBy(records, (record) => record.authority)
  for (const [authority, own] of byAuthority) {
    const rows = own.map((record) =>
      queueRowOf(record, clocks.get(record.id), people.get(record.applicant))
    )
    await putQueueItems(tx, authority, rows)
  }
}

/** A case as the queue shows it: in the fair order, which is that of waiting. */
export function queueRowOf(
  record: CaseRecord,
  clock: ClockRecord | undefined,
  applicant: Pick<Person, 'name'> | undefined
): QueueRow {
  const name = applicant?.name ?? { fa: '', en: '' }
  const { authority, unit, service, code, stage, step, assignedTo, filedAt, version } = record
  return {
    authority,
    unit,
    service,
    code,
    stage,
    step,
    assignedTo,
    filedAt,
    version,
    case: record.id,
    applicant: record.applicant,
    applicantName: name,
    searchKey: [...new Set([name.fa, name.en].flatMap(searchKeys))].join(' | '),
    state: queueStateOf(stage),
    // A reopened case has waited its whole turn before.
    priority: record.reopened ? 1 : 0,
    orderAt: clock?.startedAt ?? filedAt,
    dueAt: clock?.dueAt ?? null,
    late: clock?.late ?? false
  }
}
