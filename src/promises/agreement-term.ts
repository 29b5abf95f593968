import { z } from 'zod'
import type { Fact } from '../ledger/index.ts'
import { type FactBook, isBefore } from './fact-book.ts'
import type { Period } from './period.ts'
import { daysBegun } from './period.ts'

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'an instant' })
    return z.NEVER
  }
})

const body = z.object({
  agreement: z.string(),
  version: z.string(),
  state: z.enum(['expired', 'draft', 'signed']),
  validFrom: instant.nullable(),
  validTo: instant,
  articles: z.number().int()
})

/** A version of an agreement as the fact of its import tells it. */
export interface AgreementTerm extends z.infer<typeof body> {
  /** Id of the fact. */
  readonly fact: string
  /** `SK@1398`. */
  readonly ref: string
  readonly at: Temporal.Instant
}

/** A stretch of time, half-open; no `from` means that its beginning is not known. */
interface Span {
  readonly from: Temporal.Instant | null
  readonly to: Temporal.Instant
}

/** All imported versions, the newest import of each. */
export function termsOf(book: FactBook): AgreementTerm[] {
  return book.once('agreement terms', () => {
    const read = book
      .ofKind('agreement.imported')
      .map(termOf)
      .filter((term) => term !== null)
    return [...new Map(read.map((term) => [term.ref, term])).values()]
  })
}

function termOf(fact: Fact): AgreementTerm | null {
  const read = body.safeParse(fact.body)
  if (!read.success) return null
  return { ...read.data, fact: fact.id, ref: fact.subject, at: fact.at }
}

/** Whether the version ever had force: a draft never did. */
export function hasForce(term: AgreementTerm): boolean {
  return term.state !== 'draft'
}

/** The part of a period that has passed by now. */
export function passedPart(period: Period, now: Temporal.Instant): Period {
  return { ...period, to: isBefore(now, period.to) ? now : period.to }
}

/** Days of a period on which at least one of the terms had force; `period` must have passed. */
export function daysInForce(terms: readonly AgreementTerm[], period: Period): number {
  return covered(terms, period).reduce(
    (days, span) => days + daysBegun({ ...period, ...span }, span.to),
    0
  )
}

/** The stretches of the period in which a term had force, without overlaps, in order. */
function covered(
  terms: readonly AgreementTerm[],
  period: Period
): { from: Temporal.Instant; to: Temporal.Instant }[] {
  const spans: { from: Temporal.Instant; to: Temporal.Instant }[] = []
  let reached = period.from
  for (const span of terms.filter(hasForce).map(spanOf).toSorted(byStart)) {
    const from = span.from === null || isBefore(span.from, reached) ? reached : span.from
    const to = isBefore(span.to, period.to) ? span.to : period.to
    if (!isBefore(from, to)) continue
    spans.push({ from, to })
    reached = to
  }
  return spans
}

function spanOf(term: AgreementTerm): Span {
  return { from: term.validFrom, to: term.validTo }
}

function byStart(a: Span, b: Span): number {
  if (a.from === null || b.from === null)
    return (a.from === null ? 0 : 1) - (b.from === null ? 0 : 1)
  return Temporal.Instant.compare(a.from, b.from)
}
