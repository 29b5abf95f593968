import { type Fact, factsOf, personFacts } from '../../ledger/index.ts'
import type { Context } from '../../platform/index.ts'
import { type CounterConsent, consentsOf } from '../consent/index.ts'
import { type NamedDelegation, readDelegates } from '../delegation/read-delegates.ts'
import { type Device, devicesOf } from '../devices/device-store.ts'
import { type Sight, type Sign, sightsOf, signsOf } from './sharing-store.ts'

/** What is recorded of a person's sign-ins, devices and delegations, as evidence for either side. */
export interface AccountHistory {
  readonly asOf: Temporal.Instant
  readonly sights: readonly Sight[]
  readonly devices: readonly Device[]
  readonly given: readonly NamedDelegation[]
  readonly held: readonly NamedDelegation[]
  readonly signs: readonly Sign[]
  /** What counters asked consent for, and whether it was given. */
  readonly consents: readonly CounterConsent[]
  /** The facts that prove it, the newest first; each has a receipt of its own. */
  readonly facts: readonly Fact[]
}

/** Facts of the account: who came in, on what, for whom. */
const kinds =
  /^(session|device|passkey|contact|account|takeover|sharing|delegation|consent|sign-in|enrolment)\.|^agreement\.accepted$/

/** Reads the history of an account. */
export async function readHistory(
  context: Pick<Context, 'db' | 'clock'>,
  person: string
): Promise<AccountHistory> {
  const { db } = context
  const asOf = context.clock.now()
  const delegates = await readDelegates(context, person)
  const given = delegates.grantors[0]?.given ?? []
  const signs = await signsOf(db, person)
  const consents = await consentsOf(db, person)
  const things = [...given, ...delegates.held, ...signs, ...consents].map(({ id }) => id)
  const own = await personFacts.factsOfPerson(db, person, things)
  // What was done by a delegation lies with whom it was done for.
  const done = await Promise.all(delegates.held.map(({ grantor, id }) => factsOf(db, grantor, id)))
  const facts = [...own, ...done.flat()].toSorted(
    (a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1)
  )
  return {
    asOf,
    sights: await sightsOf(db, person, asOf.subtract({ hours: 24 * 400 })),
    devices: await devicesOf(db, person),
    given,
    held: delegates.held,
    signs,
    consents,
    facts: onceEach(facts.filter(({ kind }) => kinds.test(kind))).toReversed()
  }
}

/** A sign is a fact at each body; to its person it is one. */
function onceEach(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>()
  return facts.filter(({ kind, subject, id }) => {
    const key = kind.startsWith('sharing.') ? `${kind} ${subject}` : id
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The history as a file: plain JSON, with what each part means. */
export function historyFile(history: AccountHistory, person: string): object {
  return {
    format: 'peyman-account-history/1',
    person,
    asOf: history.asOf,
    about:
      'Sign-ins, devices, delegations and signs of sharing of one account. Each fact has a receipt at /account/history/<id>.tlog-proof, which anybody checks offline against the public log.',
    sessions: history.sights,
    devices: history.devices,
    delegationsGiven: history.given.map(bare),
    delegationsHeld: history.held.map(bare),
    signsOfSharing: history.signs,
    consentsAtCounters: history.consents,
    facts: history.facts.map((fact) => ({
      ...fact,
      receipt: `/account/history/${fact.id}.tlog-proof`
    }))
  }
}

function bare({ grantorName, delegateName, giverName, ...rest }: NamedDelegation): object {
  return { ...rest, grantorName, delegateName, givenBy: giverName }
}
