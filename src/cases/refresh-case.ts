import { queueOutbox } from '../channels/index.ts'
import { recordFacts } from '../ledger/index.ts'
import type { Tx } from '../platform/index.ts'
import type { CaseFile } from './case-file.ts'
import { noteFactsThrough } from './case-store.ts'
import { clockRecordOf, foresee, newestOf } from './change-case.ts'
import { saveClock } from './clock-store.ts'

/**
 * Reads the clocks of cases of one bucket again and writes what follows: a breach whose due instant has
 * passed, or the end of one that a new calendar undid. The cases stay the same to their people, so
 * their versions do not rise; a change that was under way meanwhile fails its own compare-and-swap.
 * @returns How many were written.
 */
export async function refreshCases(
  tx: Tx,
  files: readonly CaseFile[],
  by: { at: Temporal.Instant; actor: string }
): Promise<number> {
  const foreseen = files.map((file) => ({ file, ...foresee(file, [], by) }))
  const recorded = await recordFacts(
    tx,
    foreseen.flatMap((each) => each.facts)
  )
  const bySubject = Map.groupBy(recorded, (fact) => fact.subject)
  for (const { file, clock } of foreseen) {
    const { id, factsThrough: before } = file.record
    const factsThrough = newestOf(bySubject.get(id) ?? [], before)
    await saveClock(tx, clockRecordOf(file, clock, factsThrough))
    if (!(await noteFactsThrough(tx, { id, before, factsThrough }))) {
      throw new Error(`case ${id} changed while its timer held its clock`)
    }
  }
  await queueOutbox(
    tx,
    files.map(({ record }) => ({
      owner: record.applicant,
      topic: 'case-changed',
      payload: { case: record.id }
    })),
    by.at
  )
  return files.length
}
