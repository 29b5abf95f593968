import { recordFact } from '../ledger/index.ts'
import { type Context, inTransaction, newId } from '../platform/index.ts'
import { type SessionStart, newSecret, readToken, tokenText } from './session.ts'
import { endSessionOfToken, insertSession } from './session-store.ts'

/** Sessions belong to the shared platform, whatever authority the person then turns to. */
const platformAuthority = 'platform'

/** Who proved who they are, how, and from where. */
export interface SessionInput {
  readonly person: string
  readonly begunBy: SessionStart
  readonly device: string
  /** The session cookie that the browser sent with the sign-in; that session ends here. */
  readonly before: string | undefined
}

/**
 * Begins a session with a secret of its own, so that a cookie planted before the sign-in is worth
 * nothing after it (session fixation), and ends the one that the browser had.
 * @returns The text of the new session cookie; it is not kept anywhere.
 */
export async function startSession(context: Context, input: SessionInput): Promise<string> {
  const at = context.clock.now()
  const id = newId(at)
  const token = { person: input.person, secret: newSecret() }
  await inTransaction(context.db, async (tx) => {
    const before = readToken(input.before ?? '')
    if (before !== null) await endSessionOfToken(tx, before, at)
    const { begunBy, device } = input
    await insertSession(tx, { id, token, begunBy, device, startedAt: at })
    await recordFact(tx, {
      owner: input.person,
      authority: platformAuthority,
      kind: 'session.started',
      subject: id,
      at,
      actor: input.person,
      body: { by: begunBy }
    })
  })
  return tokenText(token)
}
