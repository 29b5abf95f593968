import { randomBytes, randomUUID } from 'node:crypto'
import { newOwnedId } from '../../src/cases/case-id.ts'
import type { CaseRecord, ClockRecord, DocumentRecord } from '../../src/cases/case-record.ts'
import { insertChunk } from '../../src/cases/file-store.ts'
import type { Receipt } from '../../src/cases/receipt.ts'
import { insertSubmission } from '../../src/cases/submission-store.ts'
import { newTrackingCode } from '../../src/cases/tracking-code.ts'
import { queueOutbox } from '../../src/channels/index.ts'
import { type NewFact, publicLog, recordFacts } from '../../src/ledger/index.ts'
import { type Context, bucketOf, inTransaction } from '../../src/platform/index.ts'
import { benchService } from './installation.ts'

interface Prepared {
  readonly facts: readonly NewFact[]
  readonly record: CaseRecord
  readonly clock: ClockRecord
  readonly documents: readonly DocumentRecord[]
  readonly receipt: Receipt
  readonly content: Uint8Array
}

const preparedMax = 4000

/**
 * The writing of a submission and nothing else: rows that are ready, through the desk's own statements
 * in the desk's own transaction. Everything that can be is made before.
 */
export async function submissionWriter(
  context: Context,
  applicants: readonly { readonly person: string }[],
  documentBytes: number
): Promise<(i: number) => Promise<void>> {
  const contents = Array.from({ length: 64 }, () => randomBytes(documentBytes))
  let ready: Prepared[] = []
  const prepare = () => {
    ready = Array.from({ length: preparedMax }, (_, i) =>
      prepared(
        applicants[i % applicants.length]?.person ?? '',
        contents[i % contents.length] ?? randomBytes(documentBytes),
        context.clock.now()
      )
    )
  }
  prepare()
  return async () => {
    if (ready.length === 0) prepare()
    const rows = ready.pop()
    if (rows === undefined) throw new Error('nothing is prepared')
    await inTransaction(context.db, async (tx) => {
      const { record } = rows
      await recordFacts(tx, rows.facts)
      const subject = { owner: record.applicant, subject: record.id }
      await publicLog.makeEvidenceKey(tx, subject, record.filedAt)
      await insertSubmission(tx, {
        ...rows,
        filer: record.applicant,
        submissionKey: randomUUID(),
        given: { origin: 'applicant', by: record.applicant }
      })
      const bucket = bucketOf(record.applicant)
      const at = { bucket, file: rows.documents[0]?.id ?? '' }
      await insertChunk(tx, at, { fromByte: 0, content: rows.content })
      const word = { owner: record.applicant, topic: 'case-changed', payload: { case: record.id } }
      await queueOutbox(tx, [word], record.filedAt)
    })
  }
}

function prepared(applicant: string, content: Uint8Array, now: Temporal.Instant): Prepared {
  const id = newOwnedId(applicant, now)
  const document = newOwnedId(applicant, now)
  const cardVersion = `${benchService}@1`
  const fact = (kind: NewFact['kind'], body: object): NewFact => ({
    owner: applicant,
    authority: 'sko',
    kind,
    subject: id,
    at: now,
    actor: applicant,
    cardVersion,
    body: { case: id, service: benchService, ...body }
  })
  const sha256 = '0'.repeat(64)
  const sizeBytes = content.length
  const received = { document, type: 'damage-photos', channel: 'site', sha256, sizeBytes }
  const dueAt = now.add({ hours: 72 })
  const code = newTrackingCode()
  const documents: DocumentRecord[] = [
    {
      id: document,
      type: 'damage-photos',
      name: 'a.pdf',
      mediaType: 'application/pdf',
      sizeBytes,
      sha256,
      channel: 'site',
      trackingNumber: null,
      officeCode: null,
      arrivedAt: null,
      registeredAt: now
    }
  ]
  return {
    content,
    facts: [
      fact('case.submitted', { channel: 'site', filedBy: 'applicant' }),
      fact('document.received', received),
      fact('case.documents-complete', {})
    ],
    record: {
      id,
      applicant,
      authority: 'sko',
      service: benchService,
      cardVersion,
      agreementVersion: null,
      code,
      answers: { disaster: 'flood', eventDate: '1405-08-20', mobile: '+989151234567' },
      filedAt: now,
      version: 1,
      stage: 'received',
      step: null,
      unit: 'civil-affairs',
      units: ['sko/@director-crisis-management', 'sko/civil-affairs'],
      assignedTo: null,
      reopened: false,
      factsThrough: id
    },
    clock: {
      case: id,
      authority: 'sko',
      state: 'running',
      late: false,
      startedAt: now,
      dueAt,
      remainingSeconds: null,
      wakeAt: dueAt,
      cardVersion,
      calendarVersion: 'always',
      factsThrough: id
    },
    documents,
    receipt: {
      case: id,
      issuedAt: now,
      filedAt: now,
      code,
      cardVersion,
      agreementVersion: null,
      promisedTime: { amount: 72, unit: 'hours' },
      feeRial: 0,
      clockState: 'running',
      startedAt: now,
      dueAt,
      calendarVersion: 'always',
      documents,
      missing: [],
      factsThrough: id
    }
  }
}
