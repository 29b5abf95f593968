import { factsOf } from '../ledger/index.ts'
import { personById } from '../people/index.ts'
import { type Db, bucketOf } from '../platform/index.ts'
import { readCaseClock } from './case-clock.ts'
import { type CaseFile, fileOf } from './case-file.ts'
import { historyOf } from './case-history.ts'
import type { CaseRecord, ClockRecord, DocumentRecord } from './case-record.ts'
import { missingDocuments, readersOf } from './case-rules.ts'
import { caseIdByCode } from './case-store.ts'
import {
  type CaseHistory,
  type ReceivedDocument,
  currentDocuments,
  standingBreach
} from './case.ts'
import { clockRecordOf, stateOf } from './change-case.ts'
import { documentsOf, notesOf } from './document-store.ts'
import { bytesOf } from './file-store.ts'
import { handedOnOf } from './handed-on/handed-on.ts'
import { sharesOfCase } from './handed-on/handed-on-store.ts'
import { queueRowOf } from './project-queue.ts'
import { calendarFor } from './published.ts'
import { queueRowsOf } from './queue-store.ts'
import { receiptOfCase } from './receipt-store.ts'

/** A kept value that is not what the facts say. */
export interface CaseDifference {
  readonly case: string
  /** Which value: `case.stage`, `clock.dueAt`, `queue.unit`, `document.sha256`, `note`. */
  readonly what: string
  readonly cached: string
  readonly computed: string
}

/** Compares one case with its facts. */
export async function checkCase(
  db: Db,
  record: CaseRecord,
  cached: { clock: ClockRecord | undefined; at: Temporal.Instant }
): Promise<CaseDifference[]> {
  const facts = await factsOf(db, record.applicant, record.id)
  if (historyOf(facts) === null) {
    return [{ case: record.id, what: 'facts', cached: 'case row', computed: 'no case.submitted' }]
  }
  const file = await fileOf(db, record, { at: cached.at })
  const compare = comparer(record.id)
  const { history } = file
  return [
    ...compare('case', record, {
      ...stateOf(file, history, { factsThrough: history.factsThrough }),
      ...registrationOf(file)
    }),
    ...compare('clock', cached.clock, computedClock(file, cached.at)),
    ...(await codeDifferences(db, file, compare)),
    ...(await documentDifferences(db, file, compare)),
    ...(await noteDifferences(db, file, compare)),
    ...(await shareDifferences(db, file, compare)),
    ...(await receiptDifferences(db, file, compare)),
    ...(await queueDifferences(db, file, { compare, clock: cached.clock }))
  ]
}

/** What a case is registered with, as its facts tell of it. */
function registrationOf({ history, card }: CaseFile): Partial<CaseRecord> {
  const { authority, service, cardVersion, agreementVersion, filed } = history
  const units = readersOf(card)
  return { authority, service, cardVersion, agreementVersion, units, filedAt: filed.at }
}

function computedClock(file: CaseFile, at: Temporal.Instant): ClockRecord {
  const { history, card, calendar } = file
  const clock = readCaseClock(history, { promise: card.promisedTime, calendar, at })
  const ended = clock.doneAt !== null
  // A due instant that passed a moment ago is a breach once its timer has recorded it.
  const late = ended ? clock.late : standingBreach(history) !== null
  return clockRecordOf(file, { ...clock, late }, history.factsThrough)
}

/** The directory by which a tracking code finds its case. */
async function codeDifferences(
  db: Db,
  { record }: CaseFile,
  compare: Compare
): Promise<CaseDifference[]> {
  return compare('code', { case: await caseIdByCode(db, record.code) }, { case: record.id })
}

async function documentDifferences(
  db: Db,
  { record, history }: CaseFile,
  compare: Compare
): Promise<CaseDifference[]> {
  const rows = new Map((await documentsOf(db, record.id)).map((row) => [row.id, row]))
  const told = history.documents.map((each) => each.document)
  const bytes = await bytesOf(db, { bucket: bucketOf(record.applicant), files: told })
  const lost = history.documents.flatMap((each) =>
    compare(
      'document',
      { ...rows.get(each.document), bytes: bytes.get(each.document) ?? 0 },
      { ...documentOf(each), bytes: each.sizeBytes }
    )
  )
  const untold = [...rows.keys()].filter((id) => !told.includes(id))
  return [...lost, ...untold.flatMap((id) => compare('document', { id }, { id: 'no fact' }))]
}

/** A note can be erased, which leaves its row; a row that is gone was taken away. */
async function noteDifferences(
  db: Db,
  { record, history }: CaseFile,
  compare: Compare
): Promise<CaseDifference[]> {
  const there = new Set((await notesOf(db, record.id)).map((note) => note.id))
  const lost = notesIn(history).filter((id) => !there.has(id))
  return lost.flatMap((note) => compare('note', undefined, { id: note }))
}

function notesIn(history: CaseHistory): string[] {
  return [
    history.filed.lateReason,
    history.decision?.reason,
    ...history.documents.map((each) => each.lateReason),
    ...history.steps.map((each) => each.reason),
    ...history.extensions.map((each) => each.reason),
    ...history.returns.flatMap((each) => each.defects.map((defect) => defect.note))
  ].filter((id) => typeof id === 'string')
}

function documentOf(told: ReceivedDocument): Partial<DocumentRecord> {
  const { document: id, type, sha256, sizeBytes, channel, arrivedAt } = told
  return { id, type, sha256, sizeBytes, channel, arrivedAt }
}

/** What was handed on to another unit: its rows open it there, and its facts say that it was done. */
async function shareDifferences(
  db: Db,
  { record, facts }: CaseFile,
  compare: Compare
): Promise<CaseDifference[]> {
  const { applicant, code, cardVersion } = record
  const rows = await sharesOfCase(db, record.id)
  const told = handedOnOf(facts)
  const lost = told.flatMap(({ document, unit }) => {
    const row = rows.find((each) => each.document === document && each.unit === unit)
    return compare('share', row, { document, unit, applicant, code, cardVersion })
  })
  const untold = rows.filter(
    (row) => !told.some(({ document, unit }) => row.document === document && row.unit === unit)
  )
  return [...lost, ...untold.flatMap((row) => compare('share', row, { document: 'no fact' }))]
}

/** A receipt against the facts that it was issued from; an older case has none. */
async function receiptDifferences(
  db: Db,
  file: CaseFile,
  compare: Compare
): Promise<CaseDifference[]> {
  const { record, card } = file
  const receipt = await receiptOfCase(db, record.id)
  if (receipt === null) return []
  const at = file.history.filed.registeredAt
  const then = historyOf(file.facts.filter(({ id }) => id <= receipt.factsThrough))
  if (then === null) return compare('receipt', receipt, { factsThrough: 'no case.submitted' })
  const calendar = await calendarFor(db, card, at)
  const asked = { promise: card.promisedTime, calendar, at, asKnownAt: at }
  const { state: clockState, dueAt } = readCaseClock(then, asked)
  const told = receipt.documents.map(({ id, sha256 }) => ({ id, sha256 }))
  const computed = {
    issuedAt: at,
    filedAt: then.filed.at,
    code: record.code,
    cardVersion: then.cardVersion,
    clockState,
    dueAt,
    missing: missingDocuments(card, new Set(currentDocuments(then).keys())),
    documents: then.documents.map(({ document: id, sha256 }) => ({ id, sha256 }))
  }
  return compare('receipt', { ...receipt, documents: told }, computed)
}

async function queueDifferences(
  db: Db,
  { record }: CaseFile,
  { compare, clock }: { compare: Compare; clock: ClockRecord | undefined }
): Promise<CaseDifference[]> {
  const rows = await queueRowsOf(db, record.authority, [record.id])
  const applicant = (await personById(db, record.applicant)) ?? undefined
  const { searchKey: _, ...expected } = queueRowOf(record, clock, applicant)
  return compare('queue', rows.get(record.id), expected)
}

type Compare = (what: string, cached: object | undefined, computed: object) => CaseDifference[]

function comparer(id: string): Compare {
  return (what, cached, computed) => {
    const before = new Map(Object.entries(cached ?? {}))
    return Object.entries(computed).flatMap(([name, value]) => {
      const [was, is] = [JSON.stringify(before.get(name)) ?? 'absent', JSON.stringify(value)]
      return was === is
        ? []
        : [{ case: id, what: `${what}.${name}`, cached: was, computed: is ?? 'absent' }]
    })
  }
}
