import type { ServiceCard } from '../catalogue/index.ts'
import type { CaseHistory, CaseReturn, Defect, VisitCause } from './case.ts'

/** The part of an application that a defect names. */
export type DefectItem =
  | { readonly kind: 'document'; readonly code: string }
  | { readonly kind: 'field'; readonly name: string }

/** Reads `document:<code>` or `field:<name>`; `null` for anything else. */
export function parseDefectItem(item: string): DefectItem | null {
  const match = /^(document|field):([A-Za-z0-9-]{1,60})$/.exec(item)
  if (match?.[2] === undefined) return null
  return match[1] === 'document'
    ? { kind: 'document', code: match[2] }
    : { kind: 'field', name: match[2] }
}

/** Whether the card lists what a defect names: nothing else can be asked for (PI-4.1.2). */
export function isOnCard(card: ServiceCard, item: DefectItem): boolean {
  return item.kind === 'document'
    ? card.documents.some((document) => document.code === item.code)
    : card.form.fields.some((field) => field.name === item.name)
}

/**
 * Documents without which the clock does not start: the card's mandatory ones that have not come.
 * One with a condition is asked of some applicants only, so its absence stops nothing by itself.
 * @param present - Codes of the documents that are there.
 */
export function missingDocuments(card: ServiceCard, present: ReadonlySet<string>): string[] {
  return card.documents
    .filter(
      ({ code, mandatory, condition }) => mandatory && condition === undefined && !present.has(code)
    )
    .map((document) => document.code)
}

/**
 * Whether a return names a defect that was there to be seen at an earlier one and was not named
 * then: all defects are listed at once, or the body has broken its process (PI-4.1.1d). A document
 * or an answer that changed since then is new; one that was named before is no new discovery.
 */
export function isRepeat(history: CaseHistory, defects: readonly Pick<Defect, 'item'>[]): boolean {
  return defects.some(({ item }) => {
    const seen = history.returns.filter((_, i) => !changedSince(history, i, item))
    const named = seen.some((each) => each.defects.some((known) => known.item === item))
    return seen.length > 0 && !named
  })
}

function changedSince(history: CaseHistory, returnIndex: number, item: string): boolean {
  const target = parseDefectItem(item)
  const then = history.returns[returnIndex]
  if (target === null || then === undefined) return true
  if (target.kind === 'field') {
    return history.returns
      .slice(returnIndex)
      .some((each) => each.changedFields.includes(target.name))
  }
  // A document that never came was as absent then as it is now.
  return cameAfter(history, target.code, then)
}

/** Whether a document was written down after a return: before that nobody could look at it. */
function cameAfter(history: CaseHistory, type: string, { knownAt }: CaseReturn): boolean {
  return history.documents.some(
    (each) => each.type === type && Temporal.Instant.compare(each.registeredAt, knownAt) > 0
  )
}

/** Items of a return that the applicant has not answered: no newer document, no changed field. */
export function unansweredItems(
  history: CaseHistory,
  open: CaseReturn,
  changedFields: ReadonlySet<string>
): string[] {
  return open.defects
    .map((defect) => defect.item)
    .filter((item) => {
      const target = parseDefectItem(item)
      if (target === null) return false
      if (target.kind === 'field') return !changedFields.has(target.name)
      return !cameAfter(history, target.code, open)
    })
}

/**
 * When the last document without which the clock does not start had arrived, whenever it was written
 * down; not before the filing. `null` while one is missing.
 */
export function completedAt(
  card: ServiceCard,
  {
    filed,
    documents
  }: {
    readonly filed: Pick<CaseHistory['filed'], 'at'>
    readonly documents: readonly Pick<CaseHistory['documents'][number], 'type' | 'at'>[]
  }
): Temporal.Instant | null {
  const first = new Map<string, Temporal.Instant>()
  for (const { type, at } of documents) first.set(type, earlier(first.get(type) ?? at, at))
  if (missingDocuments(card, new Set(first.keys())).length > 0) return null
  const demanded = missingDocuments(card, new Set())
  return demanded.reduce((latest, type) => later(latest, first.get(type) ?? latest), filed.at)
}

/** The later of two instants. */
export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? b : a
}

/** The unit that has a case in its hands: that of its step, before the first one that of the first. */
export function unitOf(card: ServiceCard, step: string | null): string {
  const at = card.steps.find(({ code }) => code === step) ?? card.steps[0]
  return at?.unit ?? ''
}

/** Units that the published process passes through. */
export function unitsOf(card: ServiceCard): string[] {
  return [...new Set(card.steps.map((step) => step.unit))]
}

/**
 * Who reads a case by its published process, as the row of the case says it to the database: its units,
 * each as `<authority>/<unit>`, and the posts that answer for its steps or decide, each as
 * `<authority>/@<post>`; in order.
 */
export function readersOf(card: ServiceCard): string[] {
  const posts = [...card.steps.map(({ post }) => post), card.approver.post]
  const own = [...unitsOf(card), ...posts.map((post) => `@${post}`)]
  return [...new Set(own.map((each) => `${card.authority}/${each}`))].toSorted()
}

/** The step that the published process enters next; `null` after the last. */
export function nextStep(card: ServiceCard, current: string | null): string | null {
  const index = card.steps.findIndex(({ code }) => code === current)
  return card.steps[index + 1]?.code ?? null
}

/** Which visit of its cause the next one is, and whether the card allows it (PI-4.1.8). */
export function nextVisit(
  card: ServiceCard,
  history: Pick<CaseHistory, 'visits'>,
  causedBy: VisitCause
): { number: number; limit: number; beyond: boolean } {
  const number = history.visits.filter((visit) => visit.causedBy === causedBy).length + 1
  const limit = card.visitsMax
  // The body promises how often it makes people come; how often they choose to is theirs.
  return { number, limit, beyond: causedBy === 'provider' && number > limit }
}
