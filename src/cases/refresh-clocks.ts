import { everyAuthority, systemActor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { fileOf } from './case-file.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord } from './case-record.ts'
import { casesInOrder } from './case-store.ts'
import { clocksOf, computedCalendar, noteCalendar } from './clock-store.ts'
import { calendarOf } from './published.ts'
import { refreshCases } from './refresh-case.ts'

const casesAtOnce = 200

/**
 * After a new version of an office calendar, reads every clock again that runs on it. Holidays are
 * announced late and move; what was due on a day that became one is due later now.
 * @returns How many clocks were read again.
 */
export async function refreshClocks(context: Context): Promise<number> {
  let refreshed = 0
  for (const { id: authority } of await everyAuthority(context.db)) {
    const at = context.clock.now()
    const { version } = await calendarOf(context.db, authority, at)
    if ((await computedCalendar(context.db, authority)) === version) continue
    refreshed += await refreshAuthority(context, { authority, version })
    await inTransaction(context.db, (tx) => noteCalendar(tx, { authority, version, at }))
  }
  return refreshed
}

async function refreshAuthority(
  context: Context,
  { authority, version }: { authority: string; version: string }
): Promise<number> {
  let refreshed = 0
  let after: { bucket: number; id: string } | null = null
  for (;;) {
    const records: CaseRecord[] = await casesInOrder(context.db, {
      after,
      authority,
      most: casesAtOnce
    })
    const last = records.at(-1)
    if (last === undefined) return refreshed
    after = { bucket: bucketOfId(last.id) ?? 0, id: last.id }
    refreshed += await refreshPage(context, records, version)
  }
}

async function refreshPage(
  context: Context,
  records: readonly CaseRecord[],
  version: string
): Promise<number> {
  const at = context.clock.now()
  const actor = systemActor('cases.calendar').id
  const clocks = await clocksOf(
    context.db,
    records.map((record) => record.id)
  )
  const stale = records.filter(({ id }) => {
    const clock = clocks.get(id)
    return clock !== undefined && !['always', version].includes(clock.calendarVersion)
  })
  let refreshed = 0
  for (const [, own] of Map.groupBy(stale, (record) => bucketOfId(record.id))) {
    refreshed += await inTransaction(context.db, async (tx) => {
      const files = []
      for (const record of own) {
        files.push(await fileOf(tx, record, { at, published: context.db }))
      }
      return refreshCases(tx, files, { at, actor })
    })
  }
  return refreshed
}
