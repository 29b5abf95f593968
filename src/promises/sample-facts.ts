import { compileCalendar } from '../kernel/worktime/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import { type Json, newId } from '../platform/index.ts'
import { type FactBook, openFactBook } from './fact-book.ts'
import type { MeasureInput, MeasuredVersion } from './measure.ts'
import { type Period, periodAt } from './period.ts'

/** Facts for tests, built as the slices record them. */
export const service = '10021001'

const workingWeek = {
  weekly: {
    sat: ['08:00-16:00'],
    sun: ['08:00-16:00'],
    mon: ['08:00-16:00'],
    tue: ['08:00-16:00'],
    wed: ['08:00-16:00'],
    thu: ['08:00-12:00'],
    fri: []
  }
}

/** A calendar without holidays, in the shape that cases are clocked on. */
export const calendar = {
  version: 'test@1',
  always: compileCalendar('always', 'Asia/Tehran'),
  office: compileCalendar(workingWeek, 'Asia/Tehran')
}

type Body = Record<string, Json | undefined>

/** One fact; `at` is also when it became known. */
export function fact(kind: FactKind, at: string, options: Partial<Fact> & { body: Body }): Fact {
  const instant = Temporal.Instant.from(at)
  return {
    id: newId(instant),
    authority: 'sko',
    kind,
    subject: service,
    at: instant,
    knownAt: instant,
    actor: 'person-1',
    agreementVersion: null,
    cardVersion: `${service}@1`,
    ...options
  }
}

/** The publication of a card: two documents, three steps, one visit, no fee, 48 hours. */
export function cardPublished(at: string, body: Body = {}): Fact {
  return fact('card.published', at, {
    body: {
      service,
      version: 1,
      feeRial: 0,
      visitsMax: 1,
      promisedTime: { amount: 48, unit: 'hours' },
      documents: ['id-card', 'form'],
      channels: ['site', 'post'],
      steps: ['check', 'review', 'decide'],
      approverPost: 'head',
      legalBases: 2,
      missing: [],
      changes: [],
      ...body
    }
  })
}

/** A case that went as published: filed and complete at `from`, delivered `hours` later. */
export function deliveredCase(id: string, from: string, hours = 24): Fact[] {
  return [...filedCase(id, from), ...delivery(id, later(from, hours))]
}

/** A case that was filed with all its documents, and nothing more. */
export function filedCase(id: string, at: string, code: string = service): Fact[] {
  const about = { case: id, service: code }
  const cardVersion = `${code}@1`
  const own = (kind: FactKind, body: Body) =>
    fact(kind, at, { subject: id, cardVersion, body: { ...about, ...body } })
  return [
    own('case.submitted', { channel: 'site', filedBy: 'applicant' }),
    own('document.received', { document: newId(), type: 'id-card', channel: 'site' }),
    own('case.documents-complete', {})
  ]
}

/** The last two facts of a case. */
export function delivery(id: string, at: string, code: string = service): Fact[] {
  const about = { case: id, service: code }
  const cardVersion = `${code}@1`
  return [
    fact('case.decided', at, {
      subject: id,
      cardVersion,
      body: { ...about, outcome: 'granted', post: 'head' }
    }),
    fact('case.delivered', at, { subject: id, cardVersion, body: { ...about, channel: 'site' } })
  ]
}

/** One fact of a case. */
export function caseFact(kind: FactKind, id: string, body: Body & { at: string }): Fact {
  const { at, ...rest } = body
  return fact(kind, at, { subject: id, body: { case: id, service, ...rest } })
}

/** An instant some hours after another. */
export function later(at: string, hours: number): string {
  return Temporal.Instant.from(at)
    .add({ seconds: Math.round(hours * 3600) })
    .toString()
}

/** A book of facts as of an instant. */
export function bookOf(facts: readonly Fact[], asOf = '2026-11-22T08:00:00Z'): FactBook {
  return openFactBook({ authority: 'sko', facts, asOf: Temporal.Instant.from(asOf), calendar })
}

/** The input of one evaluation; the month of `asOf` and all services unless told. */
export function inputOf<P>(
  book: FactBook,
  parameters: P,
  options: { period?: Period; service?: string | null; version?: Partial<MeasuredVersion> } = {}
): MeasureInput<P> {
  return {
    book,
    parameters,
    period: options.period ?? periodAt(book.asOf),
    service: options.service ?? null,
    version: {
      ref: 'SK@1405',
      services: new Set(book.services),
      floors: new Map(),
      availabilityFloors: new Map(),
      channels: new Map(),
      ...options.version
    }
  }
}

/** The import of a version; both bounds are instants, and a start may be unknown. */
export function agreementImported(version: string, body: Body): Fact {
  return fact('agreement.imported', '2025-10-01T00:00:00Z', {
    subject: `SK@${version}`,
    cardVersion: null,
    body: { agreement: 'SK', version, state: 'signed', validFrom: null, articles: 7, ...body }
  })
}
