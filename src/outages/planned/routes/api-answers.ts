import { z } from 'zod'
import type { DeadlineExtension } from '../extension.ts'
import { emergencyReasonCodes } from '../messages-notice.ts'
import type { Earliest } from '../plan-limits.ts'
import { type Planned, cancelReasons, plannedKinds, plannedView } from '../planned.ts'
import { type EmergencySuspension, emergencyKinds } from '../suspension.ts'

export const instant = z.iso.datetime({ offset: true })
export const words = z.object({ fa: z.string().max(4000), en: z.string().max(4000) })
export const codes = z.array(z.string().max(80)).max(500)
const window = z.object({ from: instant, to: instant })

export const verdictSchema = z.object({
  valid: z.boolean().describe('Its time leaves the denominator of availability.'),
  reason: z.enum(['notice-not-seen', 'notice-late', 'moved-late']).nullable(),
  leadSeconds: z.number().nullable().describe('Between the sight of the notice and the start.'),
  exempt: window.nullable().describe('The time that was announced 72 hours ahead.')
})

export const plannedSchema = z.object({
  id: z.string(),
  authority: z.string(),
  kind: z.enum(plannedKinds),
  components: z.array(z.string()),
  services: z.array(z.string()).describe('Codes; empty where it is about the whole authority.'),
  from: instant,
  to: instant,
  words: words.nullable(),
  notice: z.string().describe('Id of the notice.'),
  joins: z.string().nullable().describe('The planned outage to which this adds a part.'),
  state: z.enum(['announced', 'under-way', 'over', 'cancelled']),
  cancelledBecause: z.enum(cancelReasons).nullable(),
  verdict: verdictSchema,
  announcements: z.array(
    z.object({
      noticeVersion: z.int(),
      from: instant,
      to: instant,
      announcedAt: instant,
      seenAt: instant.nullable().describe('When an outside probe first read it on the portal.')
    })
  ),
  revision: z.int().describe('Sent back, it keeps two people from undoing each other.')
})

export const earliestSchema = z.object({
  at: instant.describe('The earliest lawful start of a planned outage that is announced now.'),
  seenBy: instant.describe('When its notice will have been seen, at the latest.'),
  sightSeconds: z.number().describe('How long that takes, as far as is known.'),
  noticeSeconds: z.int().describe('72 hours.')
})

export const suspensionSchema = z.object({
  id: z.string(),
  authority: z.string(),
  kind: z.enum(emergencyKinds),
  services: z.array(z.string()),
  emergency: z.boolean().describe('Without 72 hours’ notice: a breach.'),
  planned: z.string().nullable().describe('The plan by which it is; none in an emergency.'),
  reason: z.enum(emergencyReasonCodes).nullable(),
  from: instant,
  to: instant.nullable().describe('Nobody knows yet where it is null.'),
  refusesFrom: instant.nullable().describe('Since when new applications are refused.'),
  notice: z.string()
})

export const extensionSchema = z.object({
  id: z.string(),
  authority: z.string(),
  outage: z.string(),
  component: z.string(),
  services: z.array(z.string()).nullable().describe('All of the authority where it is null.'),
  from: instant,
  to: instant,
  reason: z.string(),
  proposedAt: instant,
  proposedBy: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  approved: z.boolean().nullable(),
  appliedAt: instant.nullable(),
  cases: z.int().nullable()
})

/** A planned outage as the API gives it. */
export function plannedAnswer(
  planned: Planned,
  now: Temporal.Instant
): z.input<typeof plannedSchema> {
  const { state, services, verdict } = plannedView(planned, now)
  const { id, authority, kind, components, notice, joins, revision, cancelledBecause } = planned
  return {
    id,
    authority,
    kind,
    components: [...components],
    services: [...services],
    from: planned.from.toString(),
    to: planned.to.toString(),
    words: planned.words,
    notice,
    joins,
    state,
    cancelledBecause,
    verdict: {
      ...verdict,
      exempt: verdict.exempt && {
        from: verdict.exempt.from.toString(),
        to: verdict.exempt.to.toString()
      }
    },
    announcements: planned.announcements.map((each) => ({
      noticeVersion: each.noticeVersion,
      from: each.from.toString(),
      to: each.to.toString(),
      announcedAt: each.announcedAt.toString(),
      seenAt: each.seenAt?.toString() ?? null
    })),
    revision
  }
}

/** The earliest lawful start as the API gives it. */
export function earliestAnswer(earliest: Earliest): z.input<typeof earliestSchema> {
  const { at, seenBy, sightSeconds } = earliest
  return { at: at.toString(), seenBy: seenBy.toString(), sightSeconds, noticeSeconds: 259_200 }
}

/** An emergency suspension as the API gives it. */
export function emergencyAnswer(suspension: EmergencySuspension): z.input<typeof suspensionSchema> {
  const { id, authority, kind, services, reason, begunAt, endedAt, notice } = suspension
  return {
    id,
    authority,
    kind,
    services: [...services],
    emergency: true,
    planned: null,
    reason,
    from: begunAt.toString(),
    to: (endedAt ?? suspension.expectedEndAt)?.toString() ?? null,
    refusesFrom: kind === 'office-closure' ? null : begunAt.toString(),
    notice
  }
}

/** A planned suspension as the API gives it; an outage is none. */
export function suspensionAnswer(planned: Planned): z.input<typeof suspensionSchema>[] {
  const { id, authority, kind, services, from, to, notice } = planned
  if (kind === 'outage') return []
  const { verdict } = plannedView(planned, from)
  const refusesFrom = kind === 'office-closure' ? null : (verdict.exempt?.from.toString() ?? null)
  return [
    {
      id,
      authority,
      kind,
      services: [...(services ?? [])],
      emergency: false,
      planned: id,
      reason: null,
      from: from.toString(),
      to: to.toString(),
      refusesFrom,
      notice
    }
  ]
}

/** A proposal as the API gives it. */
export function extensionAnswer(extension: DeadlineExtension): z.input<typeof extensionSchema> {
  const { services, from, to, proposedAt, decidedAt, appliedAt, ...rest } = extension
  return {
    ...rest,
    services: services === null ? null : [...services],
    from: from.toString(),
    to: to.toString(),
    proposedAt: proposedAt.toString(),
    decidedAt: decidedAt?.toString() ?? null,
    appliedAt: appliedAt?.toString() ?? null
  }
}
