import { type Context, Refusal, inTransaction, withScope } from '../../platform/index.ts'
import { takeAllowance } from '../codes/attempt-store.ts'
import { networkOf } from '../codes/ask-code.ts'
import { passkeysOf } from '../passkey-store.ts'
import { finishRecovery } from '../recovery/recover-account.ts'
import { isFrozen } from '../recovery/freeze-store.ts'
import { type SessionInput, startSession } from '../start-session.ts'
import { useEnrolment } from './use-enrolment.ts'

/** The one answer to every enrolment code that does not fit; never says why. */
export class EnrolmentRefusedError extends Refusal {
  readonly code = 'enrolment/refused'
  override readonly status = 401
  constructor() {
    super({
      fa: 'این کد ثبت‌نام پذیرفته نشد: درست نیست، به کار رفته یا زمانش گذشته است. از همان کسی که آن را داد کد تازه بخواهید.',
      en: 'This enrolment code was not accepted: it is wrong, was used, or its time is over. Ask whoever gave it to you for a new one.'
    })
  }
}

/** More codes were tried from one network than anybody needs. */
export class TooManyEnrolmentsError extends Refusal {
  readonly code = 'enrolment/too-many'
  override readonly status = 429
  readonly retryAfterSeconds = 3600
  constructor() {
    super({
      fa: 'از این شبکه پی‌درپی کد ثبت‌نام آزموده شده است؛ یک ساعت دیگر دوباره تلاش کنید.',
      en: 'Many enrolment codes were tried from this network; try again in an hour.'
    })
  }
}

/** A typed enrolment code, and where its owner sits. */
export type EnrolmentEntry = Pick<
  SessionInput,
  'device' | 'deviceSecret' | 'before' | 'address'
> & {
  readonly code: string
  /** Internet address of the browser. */
  readonly from: string
}

const tries = { most: 30, withinSeconds: 3600 }

/**
 * Lets in whoever was handed an enrolment code, to add a passkey. Where there were passkeys already, or the
 * account was frozen, it is a recovery: every other session ends.
 * @returns The text of the session cookie.
 * @throws {EnrolmentRefusedError}
 * @throws {TooManyEnrolmentsError}
 */
export async function enterByCode(context: Context, entry: EnrolmentEntry): Promise<string> {
  const { code, from, ...browser } = entry
  const what = `enrolment codes from ${networkOf(from)}`
  if (!(await takeAllowance(context.db, { what, ...tries }, context.clock.now())))
    throw new TooManyEnrolmentsError()
  // Nobody is signed in: the code says who comes.
  return withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      const within = { ...context, db: tx }
      const used = await useEnrolment(within, code)
      if (used === null) throw new EnrolmentRefusedError()
      const { person, forStaff } = used
      const isBack = (await isFrozen(tx, person)) || (await passkeysOf(tx, person)).length > 0
      if (isBack) await finishRecovery(tx, { person, way: 'enrolment' }, context.clock.now())
      return startSession(within, {
        ...browser,
        person,
        begunBy: forStaff ? 'enrolment' : 'counter'
      })
    })
  )
}
