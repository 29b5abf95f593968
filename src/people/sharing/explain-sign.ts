import { refuseHiddenText } from '../../kernel/persian/index.ts'
import {
  type Context,
  InvalidInputError,
  NotFoundError,
  inTransaction
} from '../../platform/index.ts'
import { recordOfSign } from './look-for-sharing.ts'
import { messages } from './messages.ts'
import { saveExplanation, signsOf } from './sharing-store.ts'

/** No explanation is longer. */
export const explanationLengthMax = 1000

/**
 * Keeps what a person says of a sign. The words stay in a row of theirs; the fact holds none of them.
 * @throws {InvalidInputError} At `/explanation`.
 * @throws {NotFoundError} If there is no such sign of theirs without an explanation.
 */
export async function explainSign(
  context: Context,
  said: { readonly person: string; readonly sign: string; readonly text: string }
): Promise<void> {
  const { person, sign: id } = said
  const text = said.text.toWellFormed().replaceAll('\u0000', '').trim()
  const pointer = '/explanation'
  if (text === '' || text.length > explanationLengthMax) {
    const { explanationForm } = messages.entries
    throw new InvalidInputError([{ pointer, code: 'sharing/explanation', text: explanationForm }])
  }
  const hidden = refuseHiddenText(text)
  if (hidden !== null) {
    throw new InvalidInputError([{ pointer, code: hidden.code, text: hidden.text }])
  }
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const sign = (await signsOf(tx, person)).find((each) => each.id === id)
    if (sign === undefined || !(await saveExplanation(tx, { person, sign: id, text }, at))) {
      throw new NotFoundError()
    }
    await recordOfSign(tx, { kind: 'sharing.explained', sign: id, of: sign.kind, person, at })
  })
}
