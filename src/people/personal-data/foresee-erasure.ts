import { type Db, withScope } from '../../platform/index.ts'
import type { ForeseenData, PersonalDataHolder } from './holder.ts'

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
  return {
    erased: all.flatMap(({ erased }) => erased),
    kept: all.flatMap(({ kept }) => kept),
    refused: all.flatMap(({ refused }) => refused)
  }
}
