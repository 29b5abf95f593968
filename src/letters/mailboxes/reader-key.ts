import { directoryOwner } from '../../kernel/mailbox/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { type Actor, NotAllowedError } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { readAnswer } from '../directory/index.ts'
import { mayRead, opensForOthers } from './access.ts'
import { entryOwner } from './mailbox.ts'
import { mailboxById } from './mailbox-store.ts'
import { MailboxNotFoundError, ReaderRefusedError } from './refusals.ts'

/** The key of somebody who is to get a way, with all that proves it. */
export interface ReaderKey {
  readonly answer: Awaited<ReturnType<typeof readAnswer>>
  /** Text of the policy of the public log. */
  readonly policy: string
  readonly host: string
}

/**
 * Looks up the key of a mailbox to which a way is to be sealed. Whoever asks was given its id by its owner,
 * or chose among their staff: an id says nothing of whose it is.
 * @param of - `mailbox`: the one that the way is for, or the id of one that is about to be made.
 * @throws {MailboxNotFoundError} If the asker gives nobody a way to it: the first thing that is looked at.
 * @throws {ReaderRefusedError}
 */
export async function readerKey(
  context: Context,
  actor: Actor,
  { mailbox: id, reader }: { readonly mailbox: string; readonly reader: string }
): Promise<ReaderKey> {
  // A key of a system looks keys up in the directory itself.
  if (actor.person === null) throw new NotAllowedError()
  const own = await mailboxById(context.db, id)
  const now = context.clock.now()
  const isTheirs =
    own === null
      ? await opensForOthers(context.db, actor, now)
      : await mayRead(context.db, actor, { mailbox: own, now })
  if (!isTheirs) throw new MailboxNotFoundError()
  // Who may read a mailbox may hold what opened it against its key, also after it was closed.
  if (own !== null && reader === id) return keyWithProof(context, entryOwner(own))
  const other = await mailboxById(context.db, reader)
  if (other === null || other.closedAt !== null || !other.confidential) {
    // Of a mailbox that is about to be made: "no such mailbox" is the same word for both ids.
    throw own === null ? new MailboxNotFoundError() : new ReaderRefusedError()
  }
  return keyWithProof(context, directoryOwner({ mailbox: reader }))
}

async function keyWithProof(context: Context, owner: string): Promise<ReaderKey> {
  return {
    answer: await readAnswer(context, owner),
    policy: await publicLog.policyOf(context),
    host: new URL(context.config.origin).host
  }
}
