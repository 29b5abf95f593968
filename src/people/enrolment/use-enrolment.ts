import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { takeEnrolment } from './enrolment-store.ts'
import { platformAuthority } from '../platform-authority.ts'
import { hashHandedCode } from '../handed-code.ts'

/**
 * Uses up an enrolment code.
 * @returns Whose it is; `null` for one that is unknown, used or run out, without saying which.
 */
export async function useEnrolment(
  context: Context,
  code: string
): Promise<{ person: string; forStaff: boolean } | null> {
  const hash = hashHandedCode('enrolment', code)
  if (hash === null) return null
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const taken = await takeEnrolment(tx, hash, at)
    if (taken === null) return null
    const { person, forStaff } = taken
    await recordFact(tx, {
      owner: person,
      authority: platformAuthority,
      kind: 'enrolment.used',
      subject: person,
      at,
      actor: person,
      body: {}
    })
    return { person, forStaff }
  })
}
