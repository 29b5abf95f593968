import type { Actor } from '../people/index.ts'
import { NotAllowedError } from '../people/index.ts'
import { type Context, InvalidInputError } from '../platform/index.ts'
import type { Access } from './case-access.ts'
import { type AtCounter, consentBody, consentTo, useCaseConsent } from './case-consent.ts'
import { type CaseFile, openCase } from './case-file.ts'
import type { Given } from './case-record.ts'
import { completedAt, missingDocuments, nextVisit } from './case-rules.ts'
import { type CaseHistory, currentDocuments } from './case.ts'
import { type CaseFact, type Changed, changeCase } from './change-case.ts'
import { checkChannel } from './check-channel.ts'
import { type ArrivalInput, demandArrival } from './demand-arrival.ts'
import { demandStage, open } from './demand-stage.ts'
import { insertDocument } from './document-store.ts'
import { arrivalOf } from './file-case.ts'
import { type Arrival, type GivenFile, checkDocuments } from './given-documents.ts'
import { refusalMessages } from './messages-refusals.ts'
import { UploadNotFoundError, problem } from './refusals.ts'

/** A document for a case that was filed already. */
export interface AddDocumentInput extends ArrivalInput, Omit<AtCounter, 'officeCode'> {
  readonly case: string
  /** Code of the card's document. */
  readonly document: string
  /** A finished upload, or else a whole small file. */
  readonly upload?: string | undefined
  readonly file?: Omit<GivenFile, 'document'> | undefined
  /** Of a sealed `file`: SHA-256 of the key that it is sealed to, base64. */
  readonly recipientKey?: string | undefined
}

/** What a document changed. */
export interface DocumentAdded extends Changed {
  /** Id of the document. */
  readonly document: string
  /** Demanded documents that are still missing. */
  readonly missing: readonly string[]
  /** The file is complete now, and the promise clock has started. */
  readonly started: boolean
}

/**
 * Adds a document: by its applicant over the site, or by a clerk as it came. The system itself finds
 * whether the file is complete, and then starts the clock (PI-4.1.1c): at the instant at which the last
 * document arrived, however late it is registered. The same file is not taken twice for a document.
 * @throws {ChannelRefusedError} For a channel that the card does not name; counted.
 * @throws {InvalidInputError} At `/documents/<code>`, `/trackingNumber`, `/officeCode`, `/arrivedAt`,
 *   `/lateReason`; at `/consentCode`, where it came over a counter.
 */
export async function addDocument(
  context: Context,
  actor: Actor,
  input: AddDocumentInput
): Promise<DocumentAdded> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['owner', 'clerk', 'officer'],
    acts: ['answer', 'apply']
  })
  demandStage(file.history, open)
  const { card, record, history, access } = file
  const asked = { card, cardVersion: record.cardVersion, channel: input.channel }
  const channel = await checkChannel(context, actor, asked)
  // Only staff can say that something came on paper.
  if (channel !== 'site' && !access.clerk && !access.officer) throw new NotAllowedError()
  const now = context.clock.now()
  const arrival = demandArrival({ ...input, channel }, { actor, now, filedAt: history.filed.at })
  const checked = await checkDocuments(context, actor, {
    ...given(input),
    card,
    arrival,
    later: null
  })
  const [document] = checked.records
  if (document === undefined) throw new UploadNotFoundError()
  const { id, type, sha256, sizeBytes } = document
  demandOtherFile(file, document)
  const missing = missingDocuments(card, new Set([...currentDocuments(history).keys(), type]))
  const { arrivedAt: at } = arrival
  const start = newStart(file, { type, at: at ?? now })
  // After all else is right: each try at a code counts.
  const { officeCode } = arrival
  const counter = { file, act: 'add-document', input: { ...input, officeCode } } as const
  const consent = await consentTo(context, actor, counter)
  const received = {
    ...{ document: id, type, channel, sha256, sizeBytes },
    ...arrivalOf(arrival),
    ...consentBody(consent)
  }
  const facts: CaseFact[] = [
    ...visitOf(file, arrival),
    { kind: 'document.received', at, body: received },
    // What is registered as it comes happens when it is written down.
    ...(start === null ? [] : [{ kind: 'case.documents-complete' as const, at: at && start }])
  ]
  const changed = await changeCase(context, actor, {
    file,
    change: {
      facts,
      notes: arrival.lateReason === undefined ? [] : [arrival.lateReason],
      within: async (tx) => {
        const by = consent && { given: consent, applicant: record.applicant }
        if (by !== null) await useCaseConsent(context, tx, by)
        await insertDocument(tx, record.id, { ...document, given: givenBy(file, actor) })
        await checked.writeBytes(tx, record.applicant)
      }
    }
  })
  return { ...changed, document: id, missing, started: start !== null }
}

function givenBy(
  { access, record }: Pick<CaseFile, 'record'> & { readonly access: Access },
  actor: Actor
): Given {
  if (!access.owner) return { origin: 'counter', by: actor.id }
  return { origin: actor.person === record.applicant ? 'applicant' : 'delegate', by: actor.id }
}

/**
 * When the clock starts, now that this document is there; `null` where nothing changes. A letter that
 * is found after the clock was started moves its start back to when everything had arrived. While the
 * case is with its applicant, the resubmission says when everything is there.
 */
function newStart(
  { card, history }: Pick<CaseFile, 'card' | 'history'>,
  added: { type: string; at: Temporal.Instant }
): Temporal.Instant | null {
  const { completeAt, filed, stage } = history
  const complete = completedAt(card, { filed, documents: [...history.documents, added] })
  if (complete === null) return null
  if (completeAt === null) return stage === 'returned' ? null : complete
  return Temporal.Instant.compare(complete, completeAt) < 0 ? complete : null
}

function demandOtherFile(
  { card, history }: Pick<CaseFile, 'card' | 'history'>,
  { type, sha256 }: Pick<CaseHistory['documents'][number], 'type' | 'sha256'>
): void {
  if (!history.documents.some((each) => each.type === type && each.sha256 === sha256)) return
  const title = card.documents.find(({ code }) => code === type)?.title ?? { fa: type, en: type }
  const { sameFile } = refusalMessages.entries
  const text = { fa: sameFile.fa(title.fa), en: sameFile.en(title.en) }
  throw new InvalidInputError([problem(`/documents/${type}`, 'document/same-file', text)])
}

function given(input: AddDocumentInput) {
  const { document, upload, file, recipientKey } = input
  return {
    recipientKey,
    ...(upload === undefined ? {} : { uploads: [{ document, upload }] }),
    ...(file === undefined ? {} : { files: [{ ...file, document }] })
  }
}

/** A document that was brought in person is a visit (SK-5.1e), one that its bringer chose. */
function visitOf(file: CaseFile, { channel, arrivedAt }: Arrival): CaseFact[] {
  if (channel !== 'in-person') return []
  const visit = nextVisit(file.card, file.history, 'applicant')
  return [{ kind: 'visit.recorded', at: arrivedAt, body: { causedBy: 'applicant', ...visit } }]
}
