import type { Fact } from '../ledger/index.ts'
import type { Json } from '../platform/index.ts'
import { fact, service } from './sample-facts.ts'

/** Facts of outages, notices, probes and reports for tests, built as the slices record them. */
type Body = Record<string, Json | undefined>

/** The component of the service of the samples. */
export const component = `service:${service}`

const about = (of: string): Body => ({
  component: of,
  ...(of.startsWith('service:') && { service: of.slice('service:'.length) })
})

/** A component that is watched from an instant on. */
export function watched(from: string, of: string = component): Fact[] {
  const target = { target: `target of ${of}`, kind: 'http', host: 'sko.ir', ...about(of) }
  return [
    fact('probe-target.registered', from, { subject: target.target, body: target }),
    fact('monitoring.regained', from, { subject: `sko/${of}`, body: about(of) })
  ]
}

/** A stretch without any result. */
export function unwatched(from: string, to: string, of: string = component): Fact[] {
  return [
    fact('monitoring.lost', from, { subject: `sko/${of}`, body: about(of) }),
    fact('monitoring.regained', to, { subject: `sko/${of}`, body: about(of) })
  ]
}

/** An outage; one without an end goes on. */
export function outage(
  id: string,
  [from, to]: readonly [string, string | null],
  options: { of?: string; cause?: string; planned?: string; hasNote?: boolean } = {}
): Fact[] {
  const body = { outage: id, ...about(options.of ?? component) }
  const cause = options.cause ?? 'unknown'
  const planned = options.planned === undefined ? {} : { planned: options.planned }
  const opened = { ...body, automatic: true, cause, vantagePoints: 3, ...planned }
  const hasNote = options.hasNote ?? true
  return [
    fact('outage.opened', from, { subject: id, body: opened }),
    ...(to === null ? [] : [fact('outage.closed', to, { subject: id, body: { ...body, hasNote } })])
  ]
}

/** A correction by a second person, known at `at`. */
export function correction(id: string, at: string, body: Body): Fact {
  return fact('outage.corrected', at, {
    subject: id,
    body: { outage: id, ...about(component), void: false, reason: 'wrong-times', ...body }
  })
}

/** The publication of a version of a notice. */
export function published(notice: string, at: string, body: Body = {}): Fact {
  return fact('notice.published', at, {
    subject: notice,
    body: { notice, version: 1, kind: 'general', changes: [], services: [], about: null, ...body }
  })
}

/** The first sight of a version of a notice. */
export function seen(notice: string, at: string, body: Body = {}): Fact {
  return fact('notice.seen', at, {
    subject: notice,
    body: { notice, version: 1, vantage: 'tehran', outside: true, about: null, ...body }
  })
}

/** A planned outage of the service, announced by the notice `notice of <id>`. */
export function announced(id: string, at: string, body: Body & { from: string; to: string }): Fact {
  return fact('planned-outage.announced', at, {
    subject: id,
    body: {
      planned: id,
      kind: 'outage',
      components: [component],
      services: [service],
      notice: `notice of ${id}`,
      noticeVersion: 1,
      ...body
    }
  })
}

/** A new time for it, told by version 2 of its notice unless said otherwise. */
export function moved(id: string, at: string, body: Body & { from: string; to: string }): Fact {
  return fact('planned-outage.moved', at, {
    subject: id,
    body: { planned: id, notice: `notice of ${id}`, noticeVersion: 2, ...body }
  })
}

/** A planned outage whose notice was seen some seconds before it begins. */
export function plannedOutage(
  id: string,
  [from, to]: readonly [string, string],
  leadSeconds: number
): Fact[] {
  const sight = Temporal.Instant.from(from).subtract({ seconds: leadSeconds })
  const at = sight.subtract({ hours: 1 }).toString()
  return [announced(id, at, { from, to }), seen(`notice of ${id}`, sight.toString())]
}

/** A failure report with its receipt, so many seconds later; `null`: none. */
export function report(id: string, at: string, delaySeconds: number | null): Fact[] {
  const filed = { report: id, kind: 'failure', component, service, channel: 'site' }
  return [
    fact('failure-report.filed', at, {
      subject: id,
      body: { ...filed, filedAt: at, spooled: false }
    }),
    ...(delaySeconds === null
      ? []
      : [
          fact(
            'failure-receipt.issued',
            Temporal.Instant.from(at).add({ seconds: delaySeconds }).toString(),
            { subject: id, body: { report: id, service, channel: 'site' } }
          )
        ])
  ]
}
