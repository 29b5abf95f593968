import { type ToldState, enteredFactKind, letterMark } from '../../kernel/genuineness/index.ts'
import { directoryOwner } from '../../kernel/mailbox/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { listAuthorities } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { mailboxById } from '../mailboxes/index.ts'
import { type LetterEvent, type Mark, eventsToEnter, insertMarks } from './mark-store.ts'

/** Of which facts a mark is entered, and as what; one sealed anew, or kept from a page, has other bytes. */
const states = {
  'letter.accepted': 'accepted',
  'letter.resealed': 'accepted',
  'letter.claimed': 'accepted',
  'letter.refused': 'refused',
  'letter.failed': 'failed',
  'letter.expired': 'expired',
  'letter.withdrawn': 'withdrawn',
  'letter.purged': 'purged'
} as const satisfies Readonly<Record<string, ToldState>>

const actor = 'system:letters.genuineness'
/** Facts that belong to no body, as heads of the key directory. */
const platform = 'platform'
const subject = 'letters'
// A mark takes 47 bytes of an entry of at most 64 KiB.
const marksMax = 512

/**
 * Enters in the public log, for everybody who holds a letter, that it was accepted and what became of it:
 * marks that nobody can find or count by letters, senders or recipients. Letters of the sandbox and of
 * probes are nobody's.
 * @returns How many marks were entered.
 */
export async function enterLetters(context: Context): Promise<number> {
  let entered = 0
  for (const { id: authority } of await listAuthorities(context.db)) {
    for (;;) {
      const count = await enterSome(context, authority)
      entered += count
      if (count < marksMax) break
    }
  }
  return entered
}

function enterSome(context: Context, authority: string): Promise<number> {
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const kinds = Object.keys(states)
    const events = await eventsToEnter(tx, { authority, kinds, most: marksMax })
    if (events.length === 0) return 0
    const senderOf = await sendersOf(context, events)
    const marks = events.map((event): Mark => ({
      ...event,
      sender: senderOf(event),
      state: states[event.kind as keyof typeof states]
    }))
    // In the order of the hashes, which tells nothing.
    const texts = marks.map((mark) => letterMark({ ...mark, at: mark.at.toString() })).toSorted()
    const { id } = await recordFact(tx, {
      ...{ owner: subject, authority: platform, kind: enteredFactKind, subject, at, actor },
      body: { marks: texts }
    })
    await insertMarks(tx, marks, { authority, entered: id })
    return marks.length
  })
}

async function sendersOf({ db }: Context, events: readonly LetterEvent[]) {
  const ids = [...new Set(events.map(({ sender }) => sender))]
  const found = await Promise.all(ids.map((id) => mailboxById(db, id)))
  const names = new Map(
    found.flatMap((mailbox) => (mailbox === null ? [] : [[mailbox.id, nameOf(mailbox)] as const]))
  )
  return ({ sender }: LetterEvent) => names.get(sender) ?? 'person'
}

function nameOf(of: { readonly authority: string | null; readonly unit: string | null }): string {
  const { authority, unit } = of
  return authority === null || unit === null ? 'person' : directoryOwner({ authority, unit })
}
