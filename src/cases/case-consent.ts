import { type Actor, anyUnit, consent, type delegation, demand } from '../people/index.ts'
import type { Context, Tx } from '../platform/index.ts'
import type { Access } from './case-access.ts'
import type { CaseFile } from './case-file.ts'
import { type CounterConsent, demandConsentGiven, useCounterConsent } from './counter-consent.ts'
import { bare, demandArrival } from './demand-arrival.ts'
import { formatTrackingCode } from './tracking-code.ts'

/** What a clerk says of an act that somebody at a pishkhan counter wants done on a case of theirs. */
export interface AtCounter {
  /** Code of the office. With it, or with a consent, the act is one at a counter. */
  readonly officeCode?: string | undefined
  /** The code by which the applicant agreed to this one act. */
  readonly consentCode?: string | undefined
  /** For whom no code can reach: the clerk says that the consent is on paper. */
  readonly consentOnPaper?: boolean | undefined
}

/** What a counter does on a case that is there; each asks for a consent of its own. */
export type CaseConsentAct = Exclude<consent.ConsentAct, 'apply'>

/** What a delegate must have been given, any one of them, to do the same without a consent. */
const enough: Readonly<Record<CaseConsentAct, readonly delegation.DelegatedAct[]>> = {
  'add-document': ['answer', 'apply'],
  answer: ['answer'],
  contest: ['answer'],
  withdraw: ['withdraw'],
  view: ['view']
}

type OfCase = Pick<CaseFile, 'record' | 'card'>

/** Whether an act is done for somebody at a counter, by what was said of it. */
export function isAtCounter({ officeCode, consentCode, consentOnPaper }: AtCounter): boolean {
  return bare(officeCode) !== '' || bare(consentCode) !== '' || consentOnPaper === true
}

/**
 * Judges the consent to one act on a case, before its transaction: each try at a code counts.
 * @throws {InvalidInputError} At `/consentCode`, `/officeCode`.
 * @throws {NotAllowedError} Unless the actor is a clerk of the body.
 */
export async function proveCaseConsent(
  context: Context,
  clerk: Actor,
  of: { file: OfCase; act: CaseConsentAct; input: AtCounter }
): Promise<CounterConsent> {
  const { input } = of
  const asked = askedOf(context, clerk, of)
  demandConsentGiven(input)
  if (bare(input.consentCode) === '') return 'paper'
  const id = await consent.proveConsent(context, asked, bare(input.consentCode))
  return { ...asked, consent: id }
}

/**
 * As {@link proveCaseConsent}; `null` for the applicant and their delegates, who need nobody's, and for
 * what a clerk registers that came by another way.
 */
export async function consentTo(
  context: Context,
  actor: Actor,
  of: { file: OfCase & { readonly access: Access }; act: CaseConsentAct; input: AtCounter }
): Promise<CounterConsent | null> {
  const { acts } = of.file.access
  const isOwn = enough[of.act].some((act) => acts.includes(act))
  if (isOwn || !isAtCounter(of.input)) return null
  return proveCaseConsent(context, actor, of)
}

/**
 * Uses the consent in the transaction of its act.
 * @throws {InvalidInputError} At `/consentCode`: used meanwhile, or paper where a code can reach.
 */
export async function useCaseConsent(
  context: Context,
  tx: Tx,
  { given, applicant }: { given: CounterConsent; applicant: string }
): Promise<void> {
  await useCounterConsent({ ...context, db: tx }, given, applicant)
}

/** What the fact of an act says of its consent: its id, or that it is on paper. */
export function consentBody(given: CounterConsent | null): { consent?: string } {
  if (given === null) return {}
  return { consent: given === 'paper' ? 'paper' : given.consent }
}

/**
 * Sends the applicant of a case a code for one act on it.
 * @throws {NotAllowedError} Unless the actor is a clerk of the body.
 * @throws {ConsentUnreachableError}
 */
export function askCaseConsent(
  context: Context,
  clerk: Actor,
  of: { file: OfCase; act: CaseConsentAct; officeCode: string | undefined }
): ReturnType<typeof consent.askConsent> {
  const { file, act, officeCode } = of
  const asked = askedOf(context, clerk, { file, act, input: { officeCode } })
  const reference = formatTrackingCode(file.record.code)
  return consent.askConsent(context, clerk, {
    ...asked,
    ...{ serviceTitle: file.card.title, reference }
  })
}

function askedOf(
  { clock }: Context,
  clerk: Actor,
  { file, act, input }: { file: OfCase; act: CaseConsentAct; input: AtCounter }
): consent.ConsentFor {
  const { id, applicant, authority, service } = file.record
  demand(clerk, { authority, role: 'clerk', unit: anyUnit })
  const { officeCode } = input
  const by = { actor: clerk, now: clock.now() }
  const office = demandArrival({ channel: 'pishkhan', officeCode }, by).officeCode ?? ''
  return { person: applicant, authority, service, act, case: id, office, clerk: clerk.id }
}
