import { recordFact } from '../../ledger/index.ts'
import { type Actor, delegation } from '../../people/index.ts'
import { type Context, type Tx, inTransaction, withScope } from '../../platform/index.ts'
import type { AgreementVersion } from '../agreement-version.ts'
import { type Standing, acceptancesOf, insertAcceptance } from './acceptance-store.ts'
import {
  AcceptanceNotYoursError,
  AgreementChangedError,
  AgreementNotAcceptedError
} from './refusals.ts'
import { toAccept } from './to-accept.ts'

/** One acceptance about to be recorded. */
interface NewAcceptance {
  readonly person: string
  readonly version: AgreementVersion
  readonly standing: Standing
  readonly actor: string
  readonly at: Temporal.Instant
  readonly knownAt: Temporal.Instant
  readonly onPaper: boolean
  readonly delegation?: string
}

/** Records that somebody accepted a version; a second time it changes nothing. @returns Its fact's id. */
export async function recordAcceptance(tx: Tx, made: NewAcceptance): Promise<string> {
  const { person, version, standing, actor, at, knownAt, onPaper } = made
  const before = (await acceptancesOf(tx, person)).find((each) => each.version === version.ref)
  if (before !== undefined) return before.id
  const fact = await recordFact(tx, {
    owner: person,
    authority: version.authority,
    kind: 'agreement.accepted',
    subject: version.ref,
    at,
    knownAt,
    actor,
    agreementVersion: standing === 'in-force' ? version.ref : null,
    body: {
      agreement: version.agreement,
      version: version.version,
      revision: version.revision,
      standing,
      on: onPaper ? 'paper' : 'site',
      ...(made.delegation === undefined ? {} : { delegation: made.delegation })
    }
  })
  const { ref, revision, authority } = version
  const row = { id: fact.id, person, version: ref, revision, authority, standing, onPaper, actor }
  await insertAcceptance(tx, { ...row, acceptedAt: at })
  return fact.id
}

/** Who accepts what, and for whom. */
export interface AcceptInput {
  readonly authority: string
  /** The version that was read, `PI@1405`: another one by now is not accepted unseen. */
  readonly version: string
  /** The person, business or body; the actor where absent. */
  readonly person?: string | undefined
}

/**
 * Accepts what is to be accepted at an authority, for oneself or as a delegate who may apply there.
 * @throws {AgreementChangedError} If another version is shown by now.
 * @throws {AcceptanceNotYoursError} For somebody the actor may not apply for at this authority.
 */
export async function acceptAgreement(
  context: Context,
  actor: Actor,
  input: AcceptInput
): Promise<string> {
  const now = context.clock.now()
  const { authority } = input
  return inTransaction(context.db, async (tx) => {
    const asked = await toAccept(tx, authority, now)
    if (asked?.version.ref !== input.version) throw new AgreementChangedError()
    const person = input.person ?? actor.person
    if (person === null) throw new AcceptanceNotYoursError()
    const made = { ...asked, person, actor: actor.id, at: now, knownAt: now, onPaper: false }
    if (person === actor.person) return recordAcceptance(tx, made)
    const question = { actor, for: person, act: 'apply' as const, service: null, authority }
    const by = await delegation.mayAct(tx, question, now)
    if (by === null) throw new AcceptanceNotYoursError()
    await delegation.recordDelegationUse(tx, by, {
      act: 'apply',
      authority,
      service: null,
      object: { agreement: asked.version.ref },
      at: now
    })
    return recordAcceptance(tx, { ...made, delegation: by.id })
  })
}

/** Whose use of which authority is asked about. */
export interface AcceptanceAsked {
  readonly person: string
  readonly authority: string
  readonly at: Temporal.Instant
}

/**
 * The acceptance under which somebody uses an authority's services, within the transaction of the use.
 * @returns The id of its fact; `null` where nothing is to be accepted.
 * @throws {AgreementNotAcceptedError} With the address at which it can be.
 */
export async function demandAcceptance(tx: Tx, asked: AcceptanceAsked): Promise<string | null> {
  const wanted = await toAccept(tx, asked.authority, asked.at)
  if (wanted === null) return null
  const { version } = wanted
  const found = (await acceptancesOf(tx, asked.person)).find((each) => each.version === version.ref)
  if (found === undefined) throw new AgreementNotAcceptedError(version)
  return found.id
}

/**
 * The same for what came on paper: the clerk who registers it says by that that the applicant accepted
 * with it, unless they had before.
 * @param by - The clerk; `at` is when the paper arrived.
 */
export async function acceptOnPaper(
  tx: Tx,
  asked: AcceptanceAsked,
  by: { readonly actor: Actor; readonly now: Temporal.Instant }
): Promise<string | null> {
  const wanted = await toAccept(tx, asked.authority, asked.at)
  if (wanted === null) return null
  // The clerk has no way to the rows of whom the paper is of.
  const made = {
    ...wanted,
    person: asked.person,
    actor: by.actor.id,
    at: asked.at,
    knownAt: by.now,
    onPaper: true
  }
  return withScope('system', () => recordAcceptance(tx, made))
}
