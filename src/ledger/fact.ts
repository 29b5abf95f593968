import type { JsonObject } from '../platform/index.ts'

/**
 * Kinds that are published as they are: about agreements, calendars, cards, notices, outages and what
 * watches for them, never about anybody.
 */
export const publicFactKinds = [
  'agreement.imported',
  'agreement.expiring',
  'agreement.expired',
  'calendar.versioned',
  'card.published',
  'card.publication-refused',
  'notice.published',
  'notice.seen',
  'card.effective',
  'agreement.effective',
  'system.changed',
  'probe-target.registered',
  'probe-target.retired',
  'vantage-point.registered',
  'vantage-point.retired',
  'monitoring.lost',
  'monitoring.regained',
  'host.unregistered',
  'menu.walked',
  'channel.checked',
  'outage.opened',
  'outage.updated',
  'outage.closed',
  'outage.corrected',
  'planned-outage.announced',
  'planned-outage.moved',
  'planned-outage.cancelled',
  'suspension.begun',
  'suspension.ended',
  'authority.registered',
  'host.changed',
  'branding.changed',
  'policy.checked',
  'backup.made',
  'restore.drilled',
  'control.checked',
  'access.reviewed',
  'directory.head',
  'letters.entered',
  'reader.published',
  'letters.counted',
  'confidentiality.tested',
  'broadcast.published',
  'crisis.drilled',
  'unit-cost.set'
] as const

/** Every other kind is sealed, a new one too, until somebody says above that it speaks of no person. */
const sealedFactKinds = [
  'case.submitted',
  'case.documents-complete',
  'case.returned',
  'case.judged',
  'case.resubmitted',
  'case.step-entered',
  'case.assigned',
  'case.viewed',
  'case.decided',
  'case.delivered',
  'case.withdrawn',
  'case.reopened',
  'case.breached',
  'case.breach-retracted',
  'document.received',
  'document.requested',
  'document.request-refused',
  'intake.refused',
  'invoice.issued',
  'visit.recorded',
  'visit.refused',
  'case.deadline-extended',
  'failure-report.filed',
  'failure-receipt.issued',
  'failure-report.matched',
  'failure-report.answered',
  'grant.given',
  'grant.revoked',
  'post.assigned',
  'person.registered',
  'person.changed',
  'enrolment.issued',
  'enrolment.used',
  'session.started',
  'session.ended',
  'session.proven-again',
  'sign-in.refused',
  'device.first-seen',
  'passkey.added',
  'passkey.removed',
  'contact.proven',
  'account.recovered',
  'account.frozen',
  'account.released',
  'takeover.reported',
  'delegation.granted',
  'delegation.revoked',
  'delegation.used',
  'delegation.suspended',
  'delegation.resumed',
  'consent.asked',
  'consent.given',
  'sharing.suspected',
  'sharing.explained',
  'agreement.accepted',
  'key.created',
  'key.rotated',
  'key.revoked',
  'access.allowed',
  'access.refused',
  'personal-data.exported',
  'personal-data.erased',
  'legal-hold.placed',
  'legal-hold.lifted',
  'retention.applied',
  'directory.changed',
  'letter.accepted',
  'letter.scheduled',
  'letter.waiting',
  'letter.published',
  'letter.fetched',
  'letter.opened',
  'letter.acknowledged',
  'letter.replied',
  'letter.refused',
  'letter.failed',
  'letter.expired',
  'letter.withdrawn',
  'letter.purged',
  'letter.approval-asked',
  'letter.approved',
  'letter.approval-refused',
  'letter.reported',
  'letter.claimed',
  'letter.resealed',
  'recipient.ended',
  'recipient.end-reversed',
  'mailbox.opened',
  'mailbox.rotated',
  'mailbox.closed',
  'mailbox.reopened',
  'mailbox.second-person-set',
  'mailbox.recovery-asked',
  'mailbox.recovery-released',
  'mailbox.recovery-stopped',
  'mailbox.inheritance-checked',
  'keyslot.added',
  'keyslot.proved',
  'keyslot.lost',
  'keyslot.removed'
] as const

/** Every kind of fact; `docs/facts.md` lists the body of each. */
export const factKinds = [...publicFactKinds, ...sealedFactKinds] as const

/** A kind of fact: noun, dot, what happened to it. */
export type FactKind = (typeof factKinds)[number]

/**
 * Something that happened. Facts are appended and never changed; a correction is a new fact. The
 * body holds no free text of people and no personal value: notes live in rows that can be erased.
 */
export interface Fact {
  readonly id: string
  readonly authority: string
  readonly kind: FactKind
  /** What it is about: a case id, a service code, an agreement version. */
  readonly subject: string
  readonly at: Temporal.Instant
  /** When it was written down; later than `at` for a fact that arrived late. */
  readonly knownAt: Temporal.Instant
  /** Id of the person, key or process that did it. */
  readonly actor: string
  /** The version in force at `at`, such as `SK@1405`; `null` where none was. */
  readonly agreementVersion: string | null
  /** The service card's version that applied, such as `10021001@3`. */
  readonly cardVersion: string | null
  readonly body: JsonObject
}

/** A fact about to be recorded. */
export interface NewFact extends Omit<Fact, 'id' | 'knownAt' | 'agreementVersion' | 'cardVersion'> {
  /** Whose rows the fact lives with: the applicant, or the authority for its own things. */
  readonly owner: string
  readonly knownAt?: Temporal.Instant
  readonly agreementVersion?: string | null
  readonly cardVersion?: string | null
}
