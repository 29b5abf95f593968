import type { Channel } from '../catalogue/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import type { JsonObject } from '../platform/index.ts'
import {
  type CaseHistory,
  type Defect,
  type Outcome,
  type ReceivedDocument,
  type Registered,
  type VisitCause,
  quietFacts
} from './case.ts'

type Growing = {
  -readonly [K in keyof CaseHistory]: CaseHistory[K] extends readonly (infer Item)[]
    ? Item[]
    : CaseHistory[K]
}
type Apply = (history: Growing, fact: Fact) => void

/**
 * The history of one case.
 * @param facts - All facts about the case, in order of (at, id).
 * @param options - `asKnownAt`: only what was written down by then counts.
 * @returns `null` where the case was not filed (as then known).
 */
export function historyOf(
  facts: readonly Fact[],
  options: { readonly asKnownAt?: Temporal.Instant } = {}
): CaseHistory | null {
  const { asKnownAt } = options
  const known =
    asKnownAt === undefined
      ? facts
      : facts.filter((fact) => Temporal.Instant.compare(fact.knownAt, asKnownAt) <= 0)
  const submitted = known.find((fact) => fact.kind === 'case.submitted')
  if (submitted === undefined) return null
  const history = begin(submitted)
  for (const fact of known) {
    apply[fact.kind]?.(history, fact)
    if (!quietFacts.includes(fact.kind) && fact.id > history.factsThrough) {
      history.factsThrough = fact.id
    }
  }
  history.stage = stageOf(history)
  return history
}

/** The histories of many cases, by case id, from the facts of all of them. */
export function historiesOf(facts: readonly Fact[]): Map<string, CaseHistory> {
  const histories = new Map<string, CaseHistory>()
  for (const [subject, own] of Map.groupBy(facts, (fact) => fact.subject)) {
    const history = historyOf(own)
    if (history !== null) histories.set(subject, history)
  }
  return histories
}

function begin(fact: Fact): Growing {
  return {
    case: fact.subject,
    authority: fact.authority,
    service: text(fact.body, 'service'),
    cardVersion: fact.cardVersion ?? '',
    agreementVersion: fact.agreementVersion,
    stage: 'awaiting-documents',
    filed: {
      at: fact.at,
      channel: channel(fact.body),
      by: fact.body.filedBy === 'clerk' ? 'clerk' : 'applicant',
      actor: fact.actor,
      trackingNumber: textOrNull(fact.body, 'trackingNumber'),
      officeCode: textOrNull(fact.body, 'officeCode'),
      ...registered(fact)
    },
    completeAt: null,
    completeKnownAt: null,
    step: null,
    steps: [],
    documents: [],
    requests: [],
    returns: [],
    judgements: [],
    visits: [],
    visitsRefused: 0,
    assignedTo: null,
    invoice: null,
    decision: null,
    delivered: null,
    withdrawnAt: null,
    reopenings: [],
    breaches: [],
    extensions: [],
    views: [],
    factsThrough: fact.id
  }
}

function stageOf(history: Growing): CaseHistory['stage'] {
  if (history.withdrawnAt !== null) return 'withdrawn'
  if (history.decision !== null) return 'decided'
  if (history.returns.at(-1)?.resubmittedAt === null) return 'returned'
  if (history.completeAt === null) return 'awaiting-documents'
  return history.step === null ? 'received' : 'in-progress'
}

const apply: Partial<Record<FactKind, Apply>> = {
  // The first by `at` counts: a letter that lay unregistered moves the start back to its arrival.
  'case.documents-complete': (history, { at, knownAt }) => {
    if (history.completeAt !== null) return
    history.completeAt = at
    history.completeKnownAt = knownAt
  },
  'document.received': (history, fact) => {
    history.documents.push(documentOf(fact))
  },
  'document.requested': (history, { at, body }) => {
    history.requests.push({ type: text(body, 'type'), listed: true, at })
  },
  'document.request-refused': (history, { at, body }) => {
    history.requests.push({ type: text(body, 'type'), listed: false, at })
  },
  'case.returned': (history, { at, knownAt, actor, body }) => {
    history.returns.push({
      at,
      knownAt,
      defects: defectsOf(body),
      repeat: body.repeat === true,
      actor,
      resubmittedAt: null,
      resubmissionKnownAt: null,
      changedFields: []
    })
  },
  'case.judged': (history, { at, knownAt, actor, body }) => {
    history.judgements.push({
      id: text(body, 'judgement'),
      verdict: body.verdict === 'accepted' ? 'accepted' : 'correct',
      unit: text(body, 'unit'),
      at,
      knownAt,
      actor
    })
  },
  'case.resubmitted': (history, { at, knownAt, body }) => {
    const last = history.returns.at(-1)
    if (last === undefined || last.resubmittedAt !== null) return
    const changedFields = Array.isArray(body.fields) ? body.fields.map(String) : []
    history.returns[history.returns.length - 1] = {
      ...last,
      resubmittedAt: at,
      resubmissionKnownAt: knownAt,
      changedFields
    }
  },
  'case.step-entered': (history, { at, actor, body }) => {
    const step = text(body, 'step')
    const [from, reason] = [textOrNull(body, 'from'), textOrNull(body, 'reason')]
    history.steps.push({ step, from, at, inOrder: body.inOrder === true, reason, actor })
    history.step = step
  },
  'case.assigned': (history, { body }) => {
    history.assignedTo = textOrNull(body, 'to')
  },
  'case.viewed': (history, { at, body }) => {
    history.views.push({ at, by: text(body, 'by'), role: text(body, 'role') })
  },
  'visit.recorded': (history, { at, knownAt, body }) => {
    history.visits.push({
      at,
      knownAt,
      causedBy: text(body, 'causedBy') as VisitCause,
      number: number(body, 'number'),
      limit: number(body, 'limit'),
      beyond: body.beyond === true
    })
  },
  'visit.refused': (history) => {
    history.visitsRefused += 1
  },
  'invoice.issued': (history, { at, body }) => {
    const [amountRial, publishedRial] = [number(body, 'amountRial'), number(body, 'publishedRial')]
    history.invoice = { at, amountRial, publishedRial }
  },
  'case.decided': (history, { at, knownAt, body }) => {
    history.decision = {
      at,
      knownAt,
      outcome: text(body, 'outcome') as Outcome,
      post: text(body, 'post'),
      postHolder: text(body, 'postHolder'),
      namedApprover: body.namedApprover === true,
      reason: textOrNull(body, 'reason')
    }
  },
  'case.delivered': (history, { at, body }) => {
    history.delivered = { at, channel: channel(body) }
  },
  'case.withdrawn': (history, { at }) => {
    history.withdrawnAt = at
  },
  'case.reopened': reopen,
  'case.breached': (history, { at, body }) => {
    const dueAt = Temporal.Instant.from(text(body, 'dueAt'))
    history.breaches.push({ at, dueAt, retractedAt: null })
  },
  'case.breach-retracted': (history, { at }) => {
    const index = history.breaches.findLastIndex((breach) => breach.retractedAt === null)
    const breach = history.breaches[index]
    if (breach !== undefined) history.breaches[index] = { ...breach, retractedAt: at }
  },
  'case.deadline-extended': extend
}

/** A later word about the same outage replaces the earlier one. */
function extend(history: Growing, { at, knownAt, actor, body }: Fact): void {
  const outage = text(body, 'outage')
  const [from, to] = [text(body, 'from'), text(body, 'to')].map((each) =>
    Temporal.Instant.from(each)
  ) as [Temporal.Instant, Temporal.Instant]
  const reason = textOrNull(body, 'reason')
  history.extensions = [
    ...history.extensions.filter((each) => each.outage !== outage),
    { outage, from, to, at, knownAt, actor, reason }
  ]
}

function reopen(history: Growing, { at, body }: Fact): void {
  const solvedAt = history.withdrawnAt ?? history.delivered?.at ?? history.decision?.at
  if (solvedAt === undefined) return
  history.reopenings.push({
    at,
    solvedAt,
    policy: body.policy === 'restart' ? 'restart' : 'resume',
    reason: text(body, 'reason'),
    note: textOrNull(body, 'note'),
    undone: history.decision
  })
  history.decision = null
  history.delivered = null
  history.withdrawnAt = null
  // A restart goes through the published process from its beginning.
  if (body.policy === 'restart') history.step = null
}

function documentOf(fact: Fact): ReceivedDocument {
  const { at, body } = fact
  return {
    document: text(body, 'document'),
    type: text(body, 'type'),
    at,
    channel: channel(body),
    sha256: text(body, 'sha256'),
    sizeBytes: number(body, 'sizeBytes'),
    ...registered(fact)
  }
}

function registered({ knownAt, body }: Fact): Registered {
  const arrived = textOrNull(body, 'arrivedAt')
  return {
    arrivedAt: arrived === null ? null : Temporal.Instant.from(arrived),
    registeredAt: knownAt,
    lateReason: textOrNull(body, 'lateReason')
  }
}

function defectsOf(body: JsonObject): Defect[] {
  if (!Array.isArray(body.defects)) return []
  return body.defects.map((defect: JsonObject) => ({
    code: text(defect, 'code') as Defect['code'],
    item: text(defect, 'item'),
    note: textOrNull(defect, 'note')
  }))
}

function channel(body: JsonObject): Channel {
  return text(body, 'channel') as Channel
}

function text(body: JsonObject, key: string): string {
  const value = body[key]
  return typeof value === 'string' ? value : ''
}

function textOrNull(body: JsonObject, key: string): string | null {
  const value = body[key]
  return typeof value === 'string' ? value : null
}

function number(body: JsonObject, key: string): number {
  const value = body[key]
  return typeof value === 'number' ? value : 0
}
