import { recordFact } from '../ledger/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import type { Session } from './session.ts'
import { endSessionById } from './session-store.ts'
import { platformAuthority } from './platform-authority.ts'

/** Ends the session that its person leaves. */
export async function signOut(context: Context, session: Session): Promise<void> {
  const at = context.clock.now()
  const person = session.person.id
  await inTransaction(context.db, async (tx) => {
    if (!(await endSessionById(tx, { person, id: session.id }, at))) return
    await recordFact(tx, {
      owner: person,
      authority: platformAuthority,
      kind: 'session.ended',
      subject: session.id,
      at,
      actor: person,
      body: { why: 'sign-out', from: session.id }
    })
  })
}
