import { recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction, newId, withScope } from '../../platform/index.ts'
import { type CodeChallenge, takeProven } from '../codes/challenge-store.ts'
import { type ContactAddress, addressKey } from '../contact/contact.ts'
import { contactsOf, ownerOfAddress } from '../contact/contact-store.ts'
import { isLatecomer } from '../contact/settled.ts'
import { lockPerson } from '../person-store.ts'
import { endAllSessions } from '../session-store.ts'
import { type SessionInput, startSession } from '../start-session.ts'
import { hasStrongWay } from '../strong-way.ts'
import { releaseAccount } from './freeze.ts'
import { isFrozen } from './freeze-store.ts'
import { type Recovery, endRecovery, insertRecovery, openRecoveryOf } from './recovery-store.ts'
import { tellOfRecovery, tellRecovered } from './tell-of-recovery.ts'
import { platformAuthority } from '../platform-authority.ts'

/** Between the first proof of a contact and the way in: time for the owner to hear of it and stop it. */
export const recoveryHours = 72

/** Once it is ready it can be finished for this long. */
const openDays = 14

/** What became of a recovery that somebody with a proven contact asked for. */
export type RecoveryStep =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'too-new' }
  | { readonly kind: 'waiting'; readonly readyAt: Temporal.Instant }
  | { readonly kind: 'done'; readonly token: string }

/** Where the one who recovers sits. */
export type RecoveryBrowser = Pick<SessionInput, 'device' | 'deviceSecret' | 'before' | 'address'>

/**
 * Takes a recovery one step on, for whoever has just proven one of the contacts of an account: begins it,
 * says how long it waits, or finishes it. Finished, every session ends, a frozen account opens, and the
 * session that begins may add a passkey; it has no roles of staff. Letters are not recovered by this.
 */
export async function recoverByContact(
  context: Context,
  proven: CodeChallenge,
  browser: RecoveryBrowser
): Promise<RecoveryStep> {
  // Nobody is signed in: whose contact it is, is looked up among all.
  const step = await withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      await takeProven(tx, proven.id)
      const person = await ownerOfAddress(tx, proven)
      if (person === null) return { kind: 'nobody' } as const
      await lockPerson(tx, person)
      return stepOf({ ...context, db: tx }, tx, { person, browser, proven })
    })
  )
  context.nudge()
  return step
}

async function stepOf(
  context: Context,
  tx: Tx,
  by: { person: string; browser: RecoveryBrowser; proven: ContactAddress }
): Promise<RecoveryStep> {
  const { person, browser } = by
  const at = context.clock.now()
  const frozen = await isFrozen(tx, person)
  if (!frozen && !(await hasStrongWay(tx, person))) return { kind: 'not-needed' }
  if (await isTooNew(tx, by, at)) return { kind: 'too-new' }
  const open = await openRecoveryOf(tx, person, at)
  if (open === null) {
    const recovery = begin(person, at)
    await insertRecovery(tx, recovery)
    await tellOfRecovery(context, tx, recovery)
    return { kind: 'waiting', readyAt: recovery.readyAt }
  }
  if (Temporal.Instant.compare(at, open.readyAt) < 0)
    return { kind: 'waiting', readyAt: open.readyAt }
  await endRecovery(tx, open, { at, isDone: true })
  await finishRecovery(tx, { person, way: 'contact' }, at)
  const entry = { ...browser, person, begunBy: 'code' } as const
  return { kind: 'done', token: await startSession(context, entry) }
}

/** Whoever was in an account could add an address: the older ones bring it back, and no newer one. */
async function isTooNew(
  tx: Tx,
  { person, proven }: { person: string; proven: ContactAddress },
  at: Temporal.Instant
): Promise<boolean> {
  const all = await contactsOf(tx, person)
  const own = all.find((each) => addressKey(each) === addressKey(proven))
  return own !== undefined && isLatecomer(own, all, at)
}

function begin(person: string, at: Temporal.Instant): Recovery {
  const readyAt = at.add({ hours: recoveryHours })
  return {
    id: newId(at),
    person,
    begunAt: at,
    readyAt,
    endsAt: readyAt.add({ hours: 24 * openDays })
  }
}

/** What every recovery ends with, by a contact or by a code from a counter. */
export async function finishRecovery(
  tx: Tx,
  { person, way }: { person: string; way: 'contact' | 'enrolment' },
  at: Temporal.Instant
): Promise<void> {
  const sessions = await endAllSessions(tx, person, at)
  await releaseAccount(tx, { person, by: person, way }, at)
  await recordFact(tx, {
    owner: person,
    authority: platformAuthority,
    kind: 'account.recovered',
    subject: person,
    at,
    actor: person,
    body: { way, sessions }
  })
  await tellRecovered(tx, person, at)
}
