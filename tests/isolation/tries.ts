import type { TestServer } from '../support/server.ts'
import type { Asker } from './actors.ts'
import type { Relation, Target } from './target.ts'

/** A route with what is tried at it. */
export interface Try {
  readonly method: string
  readonly url: string
  readonly targets: readonly Target[]
}

const readersOfUnit = ['officer', 'approver', 'clerk', 'inspector', 'auditor']
const readersOfBody = ['clerk', 'inspector', 'auditor']

/** Whether a role reads a case by the published process or by its duty; no role reads anything else. */
export function mayByRole(
  asker: Asker,
  { kind, relation }: Pick<Target, 'kind' | 'relation'>
): boolean {
  const { role, unit } = asker
  // The operator sets up bodies.
  if (kind === 'body' || kind === 'queue') return role === 'operator'
  if (kind !== 'case' && kind !== 'fact') return false
  if (role === null) return false
  // Clerks read what is open of every unit, whichever is theirs.
  const readsOtherUnits = readersOfBody.includes(role) && (unit === null || role === 'clerk')
  const readers: Readonly<Record<Relation, boolean>> = {
    'own unit': readersOfUnit.includes(role),
    'another unit': readsOtherUnits,
    'another authority': false,
    'another person': false
  }
  return readers[relation]
}

// Which things an address leads to, by a word in it; at all others, one of a body and one of a person.
const leadsTo: readonly (readonly [RegExp, readonly string[]])[] = [
  [/proofs|receipts/, ['case', 'fact']],
  [/mailboxes\/:id/, ['mailbox']],
  [/mailbox-shares|mailbox\/(?:trust|inheritance)/, ['share']],
  [/mailbox\/.*:slot/, ['keyslot']],
  [/mailbox-pairings/, ['pairing']],
  [/key-directory\/:owner/, ['directory']],
  [/letters\/:id/, ['letter']],
  [/handing-on/, ['case']],
  [/upload/, ['upload', 'case']],
  [/legal-holds/, ['hold']],
  [/exports/, ['export']],
  [/offers/, ['offer']],
  [/subscriptions\/:id/, ['subscription']],
  [/desk\/notices\/:id\/correction|notices\/:id\/versions/, ['bulletin']],
  [/queues\/:topic/, ['queue']],
  [/notice/, ['notice']],
  [/catalogue|services\/:code\/(?:versions|draft)/, ['card']],
  [/draft|apply/, ['draft']],
  [/suspensions/, ['suspension']],
  [/extensions/, ['extension']],
  [/planned/, ['planned']],
  [/corrections\/:/, ['correction']],
  [/cases\/:id/, ['case']],
  [/^\/(?:desk|api\/v1)?\/?outages/, ['outage', 'correction']],
  [/report/, ['report']],
  [/targets\/:/, ['probe-target']],
  [/vantages?(?:-points)?\/:/, ['vantage']],
  [/probe|portal-hosts/, ['watching']],
  [/authorities/, ['body']],
  [/keys/, ['key']],
  [/roles/, ['role']],
  [/posts/, ['post']],
  [/delegation/, ['delegation']],
  [/case/, ['case']]
]

/** What is tried: each route of the app that names a thing, in one of its languages. */
export function triesOf(server: TestServer, targets: readonly Target[]): Try[] {
  const seen = server.app.knownAddresses
    .all()
    .filter(([url]) => url.includes(':') && !url.startsWith('/en/') && !url.startsWith('/assets/'))
  return seen.flatMap(([url, methods]) => {
    const kinds = leadsTo.find(([word]) => word.test(url))?.[1] ?? ['session', 'report']
    const tried = targets.filter(({ kind }) => kinds.includes(kind))
    return methods
      .filter((method) => !['HEAD', 'OPTIONS', 'TRACE'].includes(method))
      .map((method) => ({ method, url, targets: tried }))
  })
}
