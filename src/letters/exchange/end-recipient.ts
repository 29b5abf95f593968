import { recordFact } from '../../ledger/index.ts'
import { type Actor, NotAllowedError, type Role, contact, personById } from '../../people/index.ts'
import {
  type Context,
  type Db,
  NotFoundError,
  type Tx,
  inTransaction,
  newId,
  withScope
} from '../../platform/index.ts'
import { changeLetters } from './change-letter.ts'
import { checkReason } from './check-reason.ts'
import { lettersWaitingFor } from './list-store.ts'
import { messages } from './messages.ts'
import { insertEnd } from './recipient-end-store.ts'
import { insertRemark } from './remark-store.ts'

/** Why somebody reads no letters any more. */
export const endKinds = ['deceased', 'dissolved'] as const
/** One of {@link endKinds}. */
export type EndKind = (typeof endKinds)[number]

/** Who takes in papers, and who decides in a unit. */
export const recordingRoles: readonly Role[] = ['clerk', 'approver', 'authority-admin']

/**
 * Records by a paper that a person has died, or a business is dissolved: it takes no more letters, and what
 * waits for it goes back to its senders, each with the fact and the reason. What lies in its mailbox stays,
 * for those who have a way to open it.
 * @returns How many waiting letters went back; 0 where it was recorded before.
 * @throws {NotAllowedError} {@link LetterReasonError}
 * @throws {NotFoundError} If there is no such person; also where a business were to have died.
 */
export async function endRecipient(
  context: Context,
  actor: Actor,
  given: {
    readonly person: string
    readonly kind: EndKind
    readonly authority: string
    /** What the paper is: its number, its office. */
    readonly paper: string
  }
): Promise<number> {
  // A paper is shown at whichever counter of the body.
  const mayRecord = actor.grants.some(
    ({ authority, role }) => authority === given.authority && recordingRoles.includes(role)
  )
  if (!mayRecord) throw new NotAllowedError()
  const words = checkReason(given.paper)
  const at = context.clock.now()
  // What waits lies with its senders, whichever bodies they are; it is sent back, and shown to nobody.
  return withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      const remark = newId(at)
      const { person: owner, kind, authority } = given
      await demandEndable(tx, given)
      if (!(await insertEnd(tx, { owner, kind, authority, by: actor.id, at, remark }))) return 0
      await insertRemark(
        tx,
        { id: remark, heldBy: owner },
        {
          ...{ id: remark, kind: 'return', code: kind, words, by: actor.id, at }
        }
      )
      await recordFact(tx, {
        ...{ owner, authority, kind: 'recipient.ended', subject: owner, at, actor: actor.id },
        body: { kind, remark }
      })
      await tellWhoLives(tx, given, at)
      const returned = await changeLetters(tx, await lettersWaitingFor(tx, owner), {
        ...{ to: 'refused', at, actor, withContent: false, from: ['awaiting-recipient'] },
        more: { because: `recipient-${kind}` }
      })
      return returned.length
    })
  )
}

/** Whoever lives hears of it on every channel; a business speaks through people who know. */
async function tellWhoLives(
  tx: Tx,
  { person, kind }: { readonly person: string; readonly kind: EndKind },
  at: Temporal.Instant
): Promise<void> {
  if (kind !== 'deceased') return
  const { endedSubject: subject, endedText: text } = messages.entries
  await contact.tellPerson(tx, { person, kind: 'mailbox', subject, text }, at)
}

/** People die, businesses and bodies are dissolved; nothing else that has an id takes letters. */
async function demandEndable(
  db: Db,
  { person, kind }: { readonly person: string; readonly kind: EndKind }
): Promise<void> {
  const found = await personById(db, person)
  const fits = found !== null && (found.kind === 'person') === (kind === 'deceased')
  if (!fits) throw new NotFoundError()
}
