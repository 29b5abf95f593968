import { authorityById, contact } from '../../people/index.ts'
import type { Context, OutboxMessage, Tx } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'
import { letterAt } from './letter-store.ts'
import { messages } from './messages.ts'

const { entries: t } = messages

/**
 * Tells recipients that a letter of a body waits: never what it says, nor its subject. Part of the
 * outbox's transaction; a letter that was taken back meanwhile is not told of.
 */
export async function tellArrivals(
  context: Context,
  tx: Tx,
  outbox: readonly OutboxMessage[]
): Promise<void> {
  for (const { payload } of outbox) {
    const { letter: id, heldBy } = payload
    if (typeof id !== 'string' || typeof heldBy !== 'string') continue
    const letter = await letterAt(tx, { id, heldBy })
    if (letter !== null && ['published', 'awaiting-recipient'].includes(letter.state)) {
      await tellOf(context, tx, letter)
    }
  }
}

async function tellOf(context: Context, tx: Tx, letter: StoredLetter): Promise<void> {
  const { person } = letter.recipient
  if (person === null) return
  const body = await authorityById(tx, letter.authority)
  const fa = body?.title.fa ?? letter.authority
  const en = body?.title.en ?? letter.authority
  const isWaiting = letter.state === 'awaiting-recipient'
  const [subject, text] = isWaiting
    ? [t.waitingSubject, t.waitingText]
    : [t.arrivedSubject, t.arrivedText]
  await contact.tellPerson(
    tx,
    {
      person,
      kind: 'letter',
      subject: { fa: subject.fa(fa), en: subject.en(en) },
      text: { fa: text.fa(fa), en: text.en(en) }
    },
    context.clock.now()
  )
}
