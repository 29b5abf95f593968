import { type Context, inTransaction } from '../../platform/index.ts'
import { ownerOfAddress } from '../contact/contact-store.ts'
import { hasStrongWay } from '../strong-way.ts'
import { type SessionInput, startSession } from '../start-session.ts'
import { takeProven } from './challenge-store.ts'
import { proveCode } from './prove-code.ts'

/** A typed code and the browser it came from. */
export type CodeSignIn = Pick<SessionInput, 'device' | 'deviceSecret' | 'before' | 'address'> & {
  readonly code: string
  /** The cookie of the browser that asked. */
  readonly cookie: string
}

/**
 * Signs in whoever holds the address that a code was sent to. The session has no roles; where its person
 * has a passkey or the national sign-on, dangerous acts ask for that first.
 * @returns The text of the session cookie; `null` where nobody here has the address yet: it stays proven
 * in this browser, so that an account can be made with it.
 * @throws {CodeRefusedError}
 * @throws {AccountFrozenError}
 */
export async function signInByCode(context: Context, input: CodeSignIn): Promise<string | null> {
  const { code, cookie, device, deviceSecret, before, address } = input
  const proven = await proveCode(context, { code, cookie, purpose: 'sign-in' })
  const person = await ownerOfAddress(context.db, proven)
  if (person === null) return null
  const isFullProof = !(await hasStrongWay(context.db, person))
  return inTransaction(context.db, async (tx) => {
    await takeProven(tx, proven.id)
    const from = { device, deviceSecret, before, address }
    const entry = { ...from, person, begunBy: 'code', isFullProof } as const
    return startSession({ ...context, db: tx }, entry)
  })
}
