import type { Actor } from '../../people/index.ts'
import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { checkReason } from './check-reason.ts'
import { recordLetterFacts } from './letter-facts.ts'
import { insertRemark } from './remark-store.ts'
import { seeLetter } from './see-letter.ts'

/** What a recipient can say is wrong with a letter (PI-3.1, PI-5.R2.C2). */
export const reportKinds = ['forgery', 'fraud', 'privacy', 'wrong-recipient'] as const
/** One of {@link reportKinds}. */
export type ReportKind = (typeof reportKinds)[number]

/**
 * Records that something is wrong with a letter. Nothing of the letter is told by it but the kind.
 * @returns Id of the remark.
 * @throws {LetterNotFoundError} {@link LetterReasonError}
 */
export async function reportLetter(
  context: Context,
  actor: Actor,
  given: { readonly letter: string; readonly kind: ReportKind; readonly words?: string | undefined }
): Promise<string> {
  const { letter } = await seeLetter(context, actor, { letter: given.letter, side: 'recipient' })
  const words = given.words === undefined ? '' : checkReason(given.words)
  const at = context.clock.now()
  const id = newId(at)
  await inTransaction(context.db, async (tx) => {
    await insertRemark(tx, letter, {
      ...{ id, kind: 'report', code: given.kind, words, by: actor.id, at }
    })
    await recordLetterFacts(tx, [
      {
        ...{ letter, kind: 'letter.reported', at, actor: actor.id },
        more: { report: given.kind, remark: id }
      }
    ])
  })
  return id
}
