import { recordFact } from '../../ledger/index.ts'
import {
  type Context,
  NotFoundError,
  type Tx,
  inTransaction,
  withScope
} from '../../platform/index.ts'
import { tellPerson } from '../contact/tell-person.ts'
import { freezeAccount } from '../recovery/freeze.ts'
import { undoSince } from '../recovery/undo-since.ts'
import { findLink, useLink } from './link-store.ts'
import { messages } from './messages.ts'
import { platformAuthority } from '../platform-authority.ts'

/** Who says that somebody else was in an account, and which sign-in they mean. */
export interface Takeover {
  readonly person: string
  /** The session that was not theirs; `null` where they did not say. */
  readonly session: string | null
  readonly from: 'account' | 'link'
}

/**
 * Notes that somebody else was in an account: the moment is stamped in the evidence, every session ends and
 * nobody gets in until its owner is back, by recovery or by a code from a counter. What was given away and
 * added in the meantime is taken back.
 */
export async function reportTakeover(context: Context, takeover: Takeover): Promise<void> {
  const { person } = takeover
  await withScope({ people: [person], authorities: [] }, () =>
    inTransaction(context.db, (tx) => noteTakeover(tx, takeover, context.clock.now()))
  )
  context.nudge()
}

/**
 * The same by the link of a message, without a session.
 * @throws {NotFoundError} If the link is unknown, used or run out.
 */
export async function reportTakeoverByLink(context: Context, token: string): Promise<void> {
  const at = context.clock.now()
  await withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      const link = await findLink(tx, { token, purpose: 'not-me' }, at)
      if (link === null || !(await useLink(tx, token, at))) throw new NotFoundError()
      const { person, subject } = link
      await noteTakeover(tx, { person, session: subject, from: 'link' }, at)
    })
  )
  context.nudge()
}

async function noteTakeover(
  tx: Tx,
  { person, session, from }: Takeover,
  at: Temporal.Instant
): Promise<void> {
  const undone = await undoSince(tx, { person, session }, at)
  await recordFact(tx, {
    owner: person,
    authority: platformAuthority,
    kind: 'takeover.reported',
    subject: person,
    at,
    actor: person,
    body: { session, from, undone: { ...undone } }
  })
  await freezeAccount(tx, { person, by: person, reason: 'takeover' }, at)
  const { frozen, frozenText } = messages.entries
  await tellPerson(tx, { person, subject: frozen, text: frozenText, kind: 'freeze' }, at)
}
