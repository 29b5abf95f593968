import { timingSafeEqual } from 'node:crypto'
import { recordFact } from '../../ledger/index.ts'
import type { Context, Tx } from '../../platform/index.ts'
import { caseOf, reachableBy } from './ask-consent.ts'
import { type ConsentFor, takeConsent, tryConsent } from './consent-store.ts'
import { consentNeeded, consentRefused } from './refusals.ts'
import { hashConsentCode, readConsentCode } from './send-consent-code.ts'

/**
 * Tries a code before the act: each try counts, whatever becomes of the act.
 * @returns The id of the consent, to be used in the transaction of the act.
 * @throws {InvalidInputError} At `/consentCode`.
 */
export async function proveConsent(
  context: Pick<Context, 'db' | 'clock'>,
  asked: ConsentFor,
  typed: string
): Promise<string> {
  const code = readConsentCode(typed)
  if (code === null) throw consentRefused()
  const found = await tryConsent(context.db, asked, context.clock.now())
  if (found === null || found.sha256 === null) throw consentRefused()
  const kept = Buffer.from(found.sha256, 'hex')
  const sent = Buffer.from(hashConsentCode(found.id, code), 'hex')
  if (!timingSafeEqual(kept, sent)) throw consentRefused()
  return found.id
}

/**
 * Uses a proven consent in the transaction of its act, once.
 * @throws {InvalidInputError} At `/consentCode`, if it was used meanwhile.
 */
export async function spendConsent(
  tx: Tx,
  asked: ConsentFor & { readonly consent: string },
  now: Temporal.Instant
): Promise<void> {
  const { consent: id, person, authority, act, service, office, clerk } = asked
  if (!(await takeConsent(tx, { id, person }, now))) throw consentRefused()
  await recordFact(tx, {
    owner: person,
    authority,
    kind: 'consent.given',
    subject: id,
    at: now,
    actor: person,
    body: { consent: id, act, service, office, clerk, ...caseOf(asked) }
  })
}

/**
 * The clerk's word that the consent is on paper: only for whom no code could reach.
 * @throws {InvalidInputError} At `/consentCode`.
 */
export async function demandPaperConsent(
  context: Pick<Context, 'db' | 'config'>,
  person: string
): Promise<void> {
  if ((await reachableBy(context, person)).length > 0) throw consentNeeded()
}
