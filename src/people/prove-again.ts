import { recordFact } from '../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import { type Session, type SessionStrength, newSecret, tokenText } from './session.ts'
import { proveSession } from './session-store.ts'
import { platformAuthority } from './platform-authority.ts'

/** How somebody proved again who they are. */
export interface ProofAgain {
  readonly by: SessionStrength
  /** Whether the session may carry roles of staff by this proof. */
  readonly carriesRoles: boolean
}

/**
 * Notes in a session that its person has just proven again who they are, and gives it a new secret: one
 * that was seen before the proof is worth nothing after it.
 * @returns The text of the new session cookie.
 */
export async function proveAgain(
  context: Context,
  session: Session,
  proof: ProofAgain
): Promise<string> {
  const token = { person: session.person.id, secret: newSecret() }
  await inTransaction(context.db, (tx) =>
    noteProof(tx, session, { ...proof, token, at: context.clock.now() })
  )
  return tokenText(token)
}

async function noteProof(
  tx: Tx,
  session: Session,
  proof: ProofAgain & { token: { person: string; secret: string }; at: Temporal.Instant }
): Promise<void> {
  const { by, at } = proof
  const person = session.person.id
  await proveSession(tx, { person, id: session.id }, { ...proof, strength: by })
  await recordFact(tx, {
    owner: person,
    authority: platformAuthority,
    kind: 'session.proven-again',
    subject: session.id,
    at,
    actor: person,
    body: { by }
  })
}
