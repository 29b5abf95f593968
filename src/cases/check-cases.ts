import { factsOf } from '../ledger/index.ts'
import { personById } from '../people/index.ts'
import type { Db } from '../platform/index.ts'
import { readCaseClock } from './case-clock.ts'
import { type CaseFile, fileOf } from './case-file.ts'
import { historyOf } from './case-history.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord, ClockRecord, DocumentRecord } from './case-record.ts'
import { missingDocuments } from './case-rules.ts'
import { casesInOrder } from './case-store.ts'
import { type ReceivedDocument, currentDocuments, standingBreach } from './case.ts'
import { clockRecordOf, stateOf } from './change-case.ts'
import { clocksOf } from './clock-store.ts'
import { documentsOf } from './document-store.ts'
import { queueRowOf } from './project-queue.ts'
import { calendarFor } from './published.ts'
import { queueRowsOf } from './queue-store.ts'
import { receiptOfCase } from './receipt-store.ts'

/** A cached value that is not what the facts say. */
export interface CaseDifference {
  readonly case: string
  /** Which value: `case.stage`, `clock.dueAt`, `queue.unit`, `document.sha256`. */
  readonly what: string
  readonly cached: string
  readonly computed: string
}

const casesAtOnce = 200

/**
 * Rebuilds the cached state of every case from its facts and compares: row, clock, documents, queue.
 * @param at - The instant by whose calendars clocks are read: now.
 * @returns Every difference; none in a sound installation whose outbox is empty.
 */
export async function checkCases(
  db: Db,
  at: Temporal.Instant
): Promise<{ checked: number; differences: CaseDifference[] }> {
  const differences: CaseDifference[] = []
  let checked = 0
  let after: { bucket: number; id: string } | null = null
  for (;;) {
    const records: CaseRecord[] = await casesInOrder(db, { after, most: casesAtOnce })
    const last = records.at(-1)
    if (last === undefined) return { checked, differences }
    after = { bucket: bucketOfId(last.id) ?? 0, id: last.id }
    checked += records.length
    const clocks = await clocksOf(
      db,
      records.map((record) => record.id)
    )
    for (const record of records) {
      differences.push(...(await checkCase(db, record, { clock: clocks.get(record.id), at })))
    }
  }
}

async function checkCase(
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
    ...(await documentDifferences(db, file, compare)),
    ...(await receiptDifferences(db, file, compare)),
    ...(await queueDifferences(db, file, { compare, clock: cached.clock }))
  ]
}

/** What a case is registered with, as its facts tell of it. */
function registrationOf({ history }: CaseFile): Partial<CaseRecord> {
  const { authority, service, cardVersion, agreementVersion, filed } = history
  return { authority, service, cardVersion, agreementVersion, filedAt: filed.at }
}

function computedClock(file: CaseFile, at: Temporal.Instant): ClockRecord {
  const { history, card, calendar } = file
  const clock = readCaseClock(history, { promise: card.promisedTime, calendar, at })
  const ended = clock.doneAt !== null
  // A due instant that passed a moment ago is a breach once its timer has recorded it.
  const late = ended ? clock.late : standingBreach(history) !== null
  return clockRecordOf(file, { ...clock, late }, history.factsThrough)
}

async function documentDifferences(
  db: Db,
  { record, history }: CaseFile,
  compare: Compare
): Promise<CaseDifference[]> {
  const rows = new Map((await documentsOf(db, record.id)).map((row) => [row.id, row]))
  const lost = history.documents.flatMap((told) =>
    compare('document', rows.get(told.document), documentOf(told))
  )
  const told = new Set(history.documents.map((each) => each.document))
  const untold = [...rows.keys()].filter((id) => !told.has(id))
  return [...lost, ...untold.flatMap((id) => compare('document', { id }, { id: 'no fact' }))]
}

function documentOf(told: ReceivedDocument): Partial<DocumentRecord> {
  const { document: id, type, sha256, sizeBytes, channel, arrivedAt, registeredAt } = told
  return { id, type, sha256, sizeBytes, channel, arrivedAt, registeredAt }
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
