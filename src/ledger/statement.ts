import { hash } from 'node:crypto'
import { entryBytesMax } from '../kernel/tlog/index.ts'
import { type FactKind, publicFactKinds } from './fact.ts'

/** A fact as the database writes it down: texts whose bytes never change while the row does not. */
export interface FactText {
  readonly id: string
  readonly authority: string
  readonly kind: string
  readonly subject: string
  /** UTC with microseconds, `2026-11-22T06:00:00.000000Z`. */
  readonly at: string
  readonly knownAt: string
  readonly actor: string
  readonly agreementVersion: string | null
  readonly cardVersion: string | null
  /** The `jsonb` as PostgreSQL prints it. */
  readonly body: string
}

const publicKinds: ReadonlySet<string> = new Set(publicFactKinds)

/** Whether facts of a kind stand in the log for everyone to read. */
export function isPublicKind(kind: string): boolean {
  return publicKinds.has(kind)
}

/** What a kind is called among the events of ETSI EN 319 522-1, clause 6; most have no name there. */
const erdsEvents: ReadonlyMap<string, string> = new Map<FactKind, string>([
  ['case.submitted', 'A.1-SubmissionAcceptance'],
  ['case.resubmitted', 'A.1-SubmissionAcceptance'],
  ['document.received', 'A.1-SubmissionAcceptance'],
  ['document.requested', 'D.3-ConsignmentNotification'],
  ['case.returned', 'D.1-ContentConsignment'],
  ['case.decided', 'D.1-ContentConsignment'],
  ['case.delivered', 'E.1-ContentHandover'],
  ['case.viewed', 'ContentAccessTracking'],
  ['letter.accepted', 'A.1-SubmissionAcceptance'],
  ['letter.scheduled', 'A.1-SubmissionAcceptance'],
  ['letter.waiting', 'C.1-NotificationForAcceptance'],
  ['letter.published', 'D.1-ContentConsignment'],
  ['letter.fetched', 'E.1-ContentHandover'],
  ['letter.opened', 'ContentAccessTracking'],
  ['letter.acknowledged', 'C.3-ConsignmentAcceptance'],
  ['letter.replied', 'ContentAccessTracking'],
  ['letter.refused', 'A.2-SubmissionRejection'],
  ['letter.failed', 'D.2-ContentConsignmentFailure'],
  ['letter.expired', 'C.5-AcceptanceRejectionExpiry'],
  ['letter.withdrawn', 'D.2-ContentConsignmentFailure'],
  ['letter.purged', 'E.2-ContentHandoverFailure']
])

/**
 * The exact bytes that whoever is concerned is handed: derived from the fact alone, so that nothing
 * has to be stored twice and an edited row no longer answers its leaf.
 * @see docs/specs/log.md §3
 */
export function statementOf(fact: FactText): string {
  const erds = erdsEvents.get(fact.kind)
  return members(
    ['v', 1],
    ['type', fact.kind],
    ['erds', erds],
    ['id', fact.id],
    ['at', fact.at],
    ['digest', digestOf(fact)],
    ['authority', fact.authority],
    ['subject', fact.subject],
    ['agreement', fact.agreementVersion ?? undefined],
    ['card', fact.cardVersion ?? undefined],
    ['body', { json: fact.body }]
  )
}

/** SHA-256 over all that the fact is, who did it included; the statement does not name that person. */
function digestOf(fact: FactText): string {
  const { id, authority, kind, subject, at, knownAt, actor, agreementVersion, cardVersion } = fact
  const head = [id, authority, kind, subject, at, knownAt, actor, agreementVersion, cardVersion]
  return hash('sha256', `${JSON.stringify(head)}\n${fact.body}`)
}

const headBytes = 10

/** The JSON of a public entry; a body too long for one entry is replaced by its SHA-256. */
export function publicBodyOf(fact: FactText): string {
  const whole = publicMembers(fact, ['body', { json: fact.body }])
  if (headBytes + Buffer.byteLength(whole) <= entryBytesMax) return whole
  return publicMembers(fact, ['bodySha256', hash('sha256', fact.body)])
}

function publicMembers(fact: FactText, body: Member): string {
  return members(
    ['v', 1],
    ['type', fact.kind],
    ['id', fact.id],
    ['at', fact.at],
    ['authority', fact.authority],
    ['subject', fact.subject],
    ['agreement', fact.agreementVersion ?? undefined],
    ['card', fact.cardVersion ?? undefined],
    body
  )
}

type Member = readonly [name: string, value: string | number | { json: string } | undefined]

/** One JSON object, its members in this order; what is `undefined` is left out. */
function members(...list: readonly Member[]): string {
  const written = list
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === 'object' ? value.json : JSON.stringify(value)
      return `"${name}":${text}`
    })
  return `{${written.join(',')}}`
}
