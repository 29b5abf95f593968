import type { Actor, consent } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { type CaseConsentAct, askCaseConsent } from './case-consent.ts'
import { openAtCounter } from './counter-file.ts'

/** For which act on which case a clerk asks the applicant's consent. */
export interface AskForCaseInput {
  /** Id or tracking code. */
  readonly case: string
  readonly act: CaseConsentAct
  readonly officeCode: string | undefined
}

/**
 * Sends the applicant of a case a consent code for one act on it, at one office, for this clerk.
 * @throws {CaseNotFoundError}
 * @throws {InvalidInputError} At `/officeCode`.
 * @throws {ConsentUnreachableError}
 * @throws {ConsentsTooManyError}
 */
export async function askForCase(
  context: Context,
  clerk: Actor,
  { case: named, act, officeCode }: AskForCaseInput
): ReturnType<typeof consent.askConsent> {
  const file = await openAtCounter(context, clerk, named)
  return askCaseConsent(context, clerk, { file, act, officeCode })
}
