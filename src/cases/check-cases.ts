import { factsBetween } from '../ledger/index.ts'
import type { Db } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord } from './case-record.ts'
import { casesInOrder, idsOfCases } from './case-store.ts'
import { type CaseDifference, checkCase } from './check-case.ts'
import { clocksOf } from './clock-store.ts'
import { badlyErased } from './personal-data-store.ts'

export type { CaseDifference } from './check-case.ts'

const casesAtOnce = 200

/**
 * Rebuilds the cached state of every case from its facts and compares: row, tracking code, clock,
 * documents with their bytes, notes, receipt, queue. A case of which only the facts are left is named.
 * @param at - The instant by whose calendars clocks are read: now.
 * @returns Every difference; none in a sound installation whose outbox is empty.
 */
export async function checkCases(
  db: Db,
  at: Temporal.Instant
): Promise<{ checked: number; differences: CaseDifference[] }> {
  const differences: CaseDifference[] = []
  let checked = 0
  let after: { bucket: number; id: string } | null = null
  for (;;) {
    const records: CaseRecord[] = await casesInOrder(db, { after, most: casesAtOnce })
    const last = records.at(-1)
    if (last === undefined) break
    after = { bucket: bucketOfId(last.id) ?? 0, id: last.id }
    checked += records.length
    const clocks = await clocksOf(
      db,
      records.map((record) => record.id)
    )
    for (const record of records) {
      differences.push(...(await checkCase(db, record, { clock: clocks.get(record.id), at })))
    }
  }
  // Broken off for longer than a turn of its job: an erasure ends in seconds.
  const left = (await badlyErased(db, at.subtract({ hours: 1 }))).map((id) => ({
    ...{ case: id, what: 'erasure', cached: 'content', computed: 'erased' }
  }))
  return { checked, differences: [...differences, ...left, ...(await lostCases(db))] }
}

const buckets = 4096
const bucketsAtOnce = 256

/** Cases that were filed and have no row: of so many buckets at once that their filings fit in memory. */
async function lostCases(db: Db): Promise<CaseDifference[]> {
  const lost: CaseDifference[] = []
  for (let from = 0; from < buckets; from += bucketsAtOnce) {
    const range = { from, to: from + bucketsAtOnce }
    const filings = await factsBetween(db, { kinds: ['case.submitted'], buckets: range })
    const filed = filings.map((fact) => fact.subject)
    const there = await idsOfCases(db, range)
    for (const id of filed.filter((each) => !there.has(each))) {
      lost.push({ case: id, what: 'case', cached: 'absent', computed: 'case.submitted' })
    }
  }
  return lost
}
