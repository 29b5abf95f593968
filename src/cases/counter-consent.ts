import type { ServiceCard } from '../catalogue/index.ts'
import {
  type Actor,
  type PersonInput,
  type Session,
  authorityById,
  consent,
  contact,
  findPerson
} from '../people/index.ts'
import { type Context, InvalidInputError, type Tx } from '../platform/index.ts'
import { bare } from './demand-arrival.ts'
import { intakeMessages } from './messages-intake.ts'
import { refusalMessages } from './messages-refusals.ts'
import { problem } from './refusals.ts'

/** How an applicant at a counter agreed: by the code of a consent, or on paper. */
export type CounterConsent = (consent.ConsentFor & { readonly consent: string }) | 'paper'

/** What a clerk says of the consent of whom they file for. */
export interface GivenConsent {
  readonly applicant: { readonly person: string } | PersonInput
  readonly consentCode?: string | undefined
  readonly consentOnPaper?: boolean | undefined
}

/**
 * Asks that a clerk says how the applicant agreed: by a code, or on paper.
 * @throws {InvalidInputError} At `/consentCode`.
 */
export function demandConsentGiven({
  consentCode,
  consentOnPaper
}: Omit<GivenConsent, 'applicant'>): void {
  if (bare(consentCode) !== '' || consentOnPaper === true) return
  const { consentRequired } = refusalMessages.entries
  throw new InvalidInputError([problem('/consentCode', 'intake/consent', consentRequired)])
}

/**
 * Judges the consent to a filing over a counter, before its transaction: each try at a code counts.
 * @throws {InvalidInputError} At `/consentCode`.
 */
export async function proveCounterConsent(
  context: Context,
  clerk: Actor,
  filing: { input: GivenConsent; card: ServiceCard; office: string }
): Promise<CounterConsent> {
  const { input, card, office } = filing
  if (bare(input.consentCode) === '') return 'paper'
  const person = await knownPerson(context, input.applicant)
  const asked = { person, ...placeOf(card), office, clerk: clerk.id }
  const id = await consent.proveConsent(context, asked, bare(input.consentCode))
  return { ...asked, consent: id }
}

/**
 * Uses the consent in the transaction of the filing.
 * @returns What the fact says of it: its id, or that it is on paper.
 * @throws {InvalidInputError} At `/consentCode`: used meanwhile, another's, or paper where a code can reach.
 */
export async function useCounterConsent(
  context: Context & { readonly db: Tx },
  given: CounterConsent,
  applicant: string
): Promise<string> {
  if (given === 'paper') {
    await consent.demandPaperConsent(context, applicant)
    return 'paper'
  }
  await consent.spendConsent(context.db, { ...given, person: applicant }, context.clock.now())
  return given.consent
}

/** The one act for which a filing over a counter asks consent. */
export function placeOf(card: Pick<ServiceCard, 'authority' | 'code'>) {
  return { authority: card.authority, service: card.code, act: 'apply' as const, case: null }
}

/** A code was sent to somebody known; nobody else can have one. */
async function knownPerson(
  context: Context,
  applicant: GivenConsent['applicant']
): Promise<string> {
  if ('person' in applicant) return applicant.person
  return (await findPerson(context.db, applicant))?.id ?? '00000000-0000-0000-0000-000000000000'
}

/**
 * Lets a device of a pishkhan office file as one only: no other channel asks for a consent.
 * @throws {InvalidInputError} At `/channel`.
 */
export async function demandOfficeChannel(
  { db }: Context,
  session: Session | null,
  channel: string
): Promise<void> {
  const device = session?.deviceId ?? null
  if (channel === 'pishkhan' || device === null) return
  if (!(await consent.isCounterDevice(db, device))) return
  const { counterOffice } = intakeMessages.entries
  throw new InvalidInputError([problem('/channel', 'intake/counter-office', counterOffice)])
}

/** Tells an applicant by every contact that somebody registered an application in their name. */
export async function tellOfFiling(
  tx: Tx,
  filed: { readonly applicant: string; readonly authority: string },
  at: Temporal.Instant
): Promise<void> {
  const authority = await authorityById(tx, filed.authority)
  const name = authority?.title ?? { fa: filed.authority, en: filed.authority }
  const { toldSubject: subject, toldText } = intakeMessages.entries
  const text = { fa: toldText.fa(name.fa), en: toldText.en(name.en) }
  await contact.tellPerson(tx, { person: filed.applicant, subject, text, kind: 'filed' }, at)
}
