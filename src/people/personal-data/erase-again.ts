import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { markOfPerson, readErasedPeople } from './erased-people.ts'
import { personsAfter, resumeErasure } from './erasure-store.ts'

const personsAtOnce = 1000

/**
 * Finds whom a restored backup brought back although they were erased, and has them erased again. Once
 * for each start of a worker.
 */
export async function eraseAgain(context: Context): Promise<void> {
  const erased = await readErasedPeople(context.config.dataFolder)
  if (erased.size === 0) return
  let after: { bucket: number; id: string } | null = null
  for (;;) {
    const page: { bucket: number; id: string }[] = await personsAfter(
      context.db,
      after,
      personsAtOnce
    )
    for (const { id: person } of page.filter(({ id }) => erased.has(markOfPerson(id)))) {
      const at = context.clock.now()
      await inTransaction(context.db, (tx) => resumeErasure(tx, { id: newId(at), person }, at))
    }
    after = page.at(-1) ?? null
    if (after === null) return
  }
}
