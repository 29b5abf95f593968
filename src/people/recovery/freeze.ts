import { recordFact } from '../../ledger/index.ts'
import { Refusal, type Tx, newId } from '../../platform/index.ts'
import { suspendDelegationsOf } from '../delegation/suspend-delegations.ts'
import { deletePasskeysOf } from '../passkey-store.ts'
import { lockPerson } from '../person-store.ts'
import { endAllSessions } from '../session-store.ts'
import { insertFreeze, isFrozen, releaseFreeze } from './freeze-store.ts'
import { platformAuthority } from '../platform-authority.ts'

/** Its owner said that somebody else was in it; until they are back, nobody gets in. */
export class AccountFrozenError extends Refusal {
  readonly code = 'account/frozen'
  override readonly status = 403
  constructor() {
    super({
      fa: 'این حساب بسته نگه داشته شده است، چون گزارش شد که کس دیگری وارد آن شده بود. راه بازگشت: بازیابی حساب در /sign-in/recovery، یا کد ثبت‌نام از پیشخوان یک دستگاه.',
      en: 'This account is frozen: a sign-in by somebody else was reported. The way back: recover it at /sign-in/recovery, or get an enrolment code at the counter of a public body.'
    })
  }
}

/**
 * Lets a sign-in pass only while the account is open; whoever freezes it meanwhile waits for this one,
 * and then ends its session.
 * @throws {AccountFrozenError}
 */
export async function refuseFrozen(tx: Tx, person: string): Promise<void> {
  await lockPerson(tx, person)
  if (await isFrozen(tx, person)) throw new AccountFrozenError()
}

/** Freezes an account and ends its sessions; what it gave and holds stands still. @returns How many were open. */
export async function freezeAccount(
  tx: Tx,
  { person, by, reason }: { person: string; by: string; reason: 'takeover' },
  at: Temporal.Instant
): Promise<number> {
  await lockPerson(tx, person)
  const isNew = await insertFreeze(tx, { id: newId(at), person, at })
  const sessions = await endAllSessions(tx, person, at)
  const common = { owner: person, authority: platformAuthority, subject: person, at, actor: by }
  await suspendDelegationsOf(tx, person, at)
  if (isNew) await recordFact(tx, { ...common, kind: 'account.frozen', body: { reason, sessions } })
  return sessions
}

/**
 * Opens a frozen account again, for an owner who is back; nothing happens where it is open. Its passkeys are
 * removed: whoever was in it may have added one, and nobody can tell them apart.
 */
export async function releaseAccount(
  tx: Tx,
  { person, by, way }: { person: string; by: string; way: 'contact' | 'enrolment' },
  at: Temporal.Instant
): Promise<void> {
  if (!(await releaseFreeze(tx, { person, by, at }))) return
  const passkeys = await deletePasskeysOf(tx, person)
  await recordFact(tx, {
    owner: person,
    authority: platformAuthority,
    kind: 'account.released',
    subject: person,
    at,
    actor: by,
    body: { way, passkeysRemoved: passkeys }
  })
}
