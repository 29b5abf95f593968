import { type Db, withScope } from '../../platform/index.ts'
import type { ForeseenData, KeptData, PersonalDataHolder } from './holder.ts'
import { messages } from './messages.ts'

const { entries: t } = messages

/** What erasing a person would take, leave, and be refused for, over all slices. */
export async function foreseeErasure(
  db: Db,
  holders: readonly PersonalDataHolder[],
  { person, at }: { readonly person: string; readonly at: Temporal.Instant }
): Promise<ForeseenData> {
  const all: ForeseenData[] = []
  for (const holder of holders) {
    // A failure report says no person: it is known by an address of theirs, in no scope of a request.
    all.push(await withScope('system', () => holder.foresee(db, person, at)))
  }
  const kept = all.flatMap((each) => each.kept)
  const erased = all.flatMap((each) => each.erased)
  // Name and identifiers go last: what has to be kept is nothing without whose it is.
  const staying = kept.filter(({ withoutName }) => withoutName !== true)
  const details = { what: t.person, because: t.personBecause, until: lastOf(staying) }
  return {
    erased: staying.length > 0 ? erased : [{ what: t.person, count: 1 }, ...erased],
    kept: staying.length > 0 ? [details, ...kept] : kept,
    refused: all.flatMap(({ refused }) => refused)
  }
}

/** When the last of what stays goes; `null` where nobody can say. */
function lastOf(kept: readonly KeptData[]): Temporal.Instant | null {
  return kept
    .map(({ until }) => until)
    .reduce((last, until) => {
      if (last === null || until === null) return null
      return Temporal.Instant.compare(last, until) < 0 ? until : last
    }, kept[0]?.until ?? null)
}
