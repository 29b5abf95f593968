import type { Clock } from '../../../platform/clock.ts'
import { ProofRefusedError, ReportTooSoonError, TooManyReportsError } from '../refusals.ts'
import { AddressBuckets } from './address-buckets.ts'
import { type GivenChallenge, checkProof, newChallenge } from './challenge.ts'
import { newFormToken, readFormToken, secondsOf } from './form-token.ts'
import { reportSecret } from './secret.ts'

/** What comes with a report against floods: a solved challenge, or the token of a form. */
export interface Credentials {
  readonly proof: string | undefined
  readonly token: string | undefined
}

/** Keeps floods off without knowing anybody. */
export interface Guard {
  /** A token for a form that is given out now. */
  formToken(): string
  challenge(): Promise<GivenChallenge>
  /**
   * Lets a report in.
   * @returns The key that files one report.
   * @throws {ProofRefusedError} {@link ReportTooSoonError} {@link TooManyReportsError}
   */
  admit(credentials: Credentials, address: string): Promise<string>
  /** @throws {TooManyReportsError} Where an address looks up more codes than people have. */
  admitLookUp(address: string): void
}

/** How hard and how often. */
export interface GuardTerms {
  readonly dataFolder: string
  readonly reportEffort: number
  readonly reportsPerMinuteMax: number
}

const formAgeSeconds = { least: 8, most: 86_400 }

/** Opens the guard of a data folder. */
export async function openGuard(terms: GuardTerms, clock: Clock): Promise<Guard> {
  const secret = await reportSecret(terms.dataFolder)
  const perMinute = terms.reportsPerMinuteMax
  const buckets = {
    solved: new AddressBuckets(perMinute),
    // Whoever solved nothing may come a tenth as often.
    unsolved: new AddressBuckets(perMinute / 10),
    lookUps: new AddressBuckets(perMinute * 2)
  }
  const effort = terms.reportEffort
  return {
    formToken: () => newFormToken(secret, clock.now()),
    challenge: () => newChallenge({ secret, effort, at: clock.now() }),
    admit: async ({ proof, token }, address) => {
      if (proof === undefined) {
        const nonce = nonceOfForm(secret, token, clock.now())
        take(buckets.unsolved, address)
        return `form:${nonce}`
      }
      const nonce = await checkProof(proof, { secret, at: clock.now() })
      if (nonce === null) throw new ProofRefusedError()
      take(buckets.solved, address)
      return `proof:${nonce}`
    },
    admitLookUp: (address) => {
      take(buckets.lookUps, address)
    }
  }
}

function take(bucket: AddressBuckets, address: string): void {
  const seconds = bucket.take(address, performance.now())
  if (seconds > 0) throw new TooManyReportsError(seconds)
}

function nonceOfForm(secret: string, token: string | undefined, now: Temporal.Instant): string {
  const form = readFormToken(secret, token ?? '')
  if (form === null) throw new ProofRefusedError()
  const age = secondsOf(now) - form.at
  if (age < 0 || age > formAgeSeconds.most) throw new ProofRefusedError()
  if (age < formAgeSeconds.least) throw new ReportTooSoonError(formAgeSeconds.least - age)
  return form.nonce
}
