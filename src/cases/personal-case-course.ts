import type { ServiceCard } from '../catalogue/index.ts'
import { factsOf } from '../ledger/index.ts'
import { type Authority, actorNames, authorityById } from '../people/index.ts'
import type { Bilingual, Db, JsonObject } from '../platform/index.ts'
import type { Note } from './case-record.ts'
import { historyOf } from './case-history.ts'
import type { CaseHistory } from './case.ts'
import { handedOnOf } from './handed-on/handed-on.ts'
import { courseMessages as t } from './messages-course.ts'
import { defectMessages } from './messages.ts'
import type { HeldCase } from './personal-data-store.ts'

/** What happened to an application, in words: when, what, who, and why. */
export interface CourseRow extends JsonObject {
  readonly at: string
  readonly what: JsonObject
  readonly detail: JsonObject | string | null
  readonly reason: string | null
  readonly by: JsonObject | null
}

interface Known {
  readonly card: ServiceCard
  readonly authority: Authority | null
  readonly notes: ReadonlyMap<string, string | null>
}

/** The steps, returns, visits, decisions and hand-ons of a case, as its applicant may read them. */
export async function courseOf(
  db: Db,
  one: HeldCase,
  { card, notes }: { readonly card: ServiceCard; readonly notes: readonly Note[] }
): Promise<CourseRow[]> {
  const facts = await factsOf(db, one.applicant, one.id)
  const history = historyOf(facts)
  if (history === null) return []
  const authority = await authorityById(db, one.authority)
  const texts = new Map(notes.map(({ id, text }) => [id, text]))
  const known = { card, authority, notes: texts }
  const rows = [
    ...ofSteps(history, known),
    ...ofReturns(history, known),
    ...ofVisits(history),
    ...ofEnds(history, known),
    ...handedOnOf(facts).map(({ at, unit, by, reason, document }) =>
      row(at, t.entries.handedOn, {
        detail: { ...words(unitTitle(known, unit)), document },
        reason: texts.get(reason) ?? null,
        by
      })
    )
  ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  const names = await actorNames(
    db,
    rows.flatMap(({ by }) => by ?? [])
  )
  return rows.map(({ at, by, ...rest }) => ({
    ...rest,
    at: at.toString(),
    by: by === null ? null : words(names.get(by)?.name ?? t.entries.unknown)
  }))
}

interface Row {
  readonly at: Temporal.Instant
  readonly what: JsonObject
  readonly detail: JsonObject | string | null
  readonly reason: string | null
  readonly by: string | null
}

function row(
  at: Temporal.Instant,
  what: Bilingual,
  more: Partial<Pick<Row, 'detail' | 'reason' | 'by'>> = {}
): Row {
  return { at, what: words(what), detail: null, reason: null, by: null, ...more }
}

function ofSteps({ steps }: CaseHistory, { card, notes }: Known): Row[] {
  return steps.map(({ at, step, reason, actor }) => {
    const title = card.steps.find(({ code }) => code === step)?.title
    return row(at, t.entries.step, {
      detail: title === undefined ? step : words(title),
      reason: noteOf(notes, reason),
      by: actor
    })
  })
}

function ofReturns({ returns }: CaseHistory, { card, notes }: Known): Row[] {
  return returns.flatMap(({ at, defects, actor, resubmittedAt }) => [
    ...defects.map(({ code, item, note }) =>
      row(at, t.entries.returned, {
        detail: { ...words(defectMessages.entries[code]), item: itemTitle(card, item) },
        reason: noteOf(notes, note),
        by: actor
      })
    ),
    ...(resubmittedAt === null ? [] : [row(resubmittedAt, t.entries.resubmitted)])
  ])
}

function ofVisits({ visits }: CaseHistory): Row[] {
  return visits.map(({ at, causedBy }) =>
    row(at, causedBy === 'provider' ? t.entries.visitAsked : t.entries.visit)
  )
}

function ofEnds(history: CaseHistory, known: Known): Row[] {
  const { decision, delivered, withdrawnAt, reopenings } = history
  const decided =
    decision === null
      ? []
      : [
          row(decision.at, decision.outcome === 'granted' ? t.entries.granted : t.entries.refused, {
            detail: words(postTitle(known, decision.post)),
            reason: noteOf(known.notes, decision.reason),
            by: decision.postHolder
          })
        ]
  return [
    ...decided,
    ...(delivered === null ? [] : [row(delivered.at, t.entries.delivered)]),
    ...(withdrawnAt === null ? [] : [row(withdrawnAt, t.entries.withdrawn)]),
    ...reopenings.map(({ at }) => row(at, t.entries.reopened))
  ]
}

function noteOf(notes: Known['notes'], id: string | null): string | null {
  return id === null ? null : (notes.get(id) ?? null)
}

function itemTitle(card: ServiceCard, item: string): JsonObject | string {
  const [kind, name] = item.split(':')
  const title =
    kind === 'document'
      ? card.documents.find(({ code }) => code === name)?.title
      : card.form.fields.find((field) => field.name === name)?.label
  return title === undefined ? item : words(title)
}

function unitTitle({ authority }: Known, id: string): Bilingual {
  return authority?.units.find((unit) => unit.id === id)?.title ?? { fa: id, en: id }
}

function postTitle({ authority }: Known, id: string): Bilingual {
  return authority?.posts.find((post) => post.id === id)?.title ?? { fa: id, en: id }
}

function words({ fa, en }: Bilingual): JsonObject {
  return { fa, en }
}
