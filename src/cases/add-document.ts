import type { Actor } from '../people/index.ts'
import { NotAllowedError } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { missingDocuments, nextVisit } from './case-rules.ts'
import { currentDocuments } from './case.ts'
import { type CaseFact, type Changed, changeCase } from './change-case.ts'
import { checkChannel } from './check-channel.ts'
import { demandStage, open } from './demand-stage.ts'
import { insertDocument } from './document-store.ts'
import { arrivalOf } from './file-case.ts'
import { type Arrival, type GivenFile, checkDocuments } from './given-documents.ts'
import { type ArrivalInput, demandArrival } from './register-intake.ts'
import { UploadNotFoundError } from './refusals.ts'

/** A document for a case that was filed already. */
export interface AddDocumentInput extends ArrivalInput {
  readonly case: string
  /** Code of the card's document. */
  readonly document: string
  /** A finished upload, or else a whole small file. */
  readonly upload?: string | undefined
  readonly file?: Omit<GivenFile, 'document'> | undefined
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
 * whether the file is complete, and then starts the clock (PI-4.1.1c).
 * @throws {ChannelRefusedError} For a channel that the card does not name; counted.
 * @throws {InvalidInputError} At `/documents/<code>`, `/trackingNumber`, `/officeCode`, `/arrivedAt`.
 */
export async function addDocument(
  context: Context,
  actor: Actor,
  input: AddDocumentInput
): Promise<DocumentAdded> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['owner', 'clerk', 'officer']
  })
  demandStage(file.history, open)
  const { card, record, history, access } = file
  const asked = { card, cardVersion: record.cardVersion, channel: input.channel }
  const channel = await checkChannel(context, actor, asked)
  // Only staff can say that something came on paper.
  if (channel !== 'site' && !access.clerk && !access.officer) throw new NotAllowedError()
  const arrival = demandArrival({ ...input, channel }, context.clock.now())
  const checked = await checkDocuments(context, actor, {
    ...given(input),
    card,
    arrival,
    later: null
  })
  const [document] = checked.records
  if (document === undefined) throw new UploadNotFoundError()
  const present = new Set([...currentDocuments(history).keys(), document.type])
  const missing = missingDocuments(card, present)
  // While the case is with its applicant, the resubmission says when everything is there.
  const started =
    missing.length === 0 && history.completeAt === null && history.stage !== 'returned'
  const { id, type, sha256, sizeBytes } = document
  const received = { document: id, type, channel, sha256, sizeBytes, ...arrivalOf(arrival) }
  const facts: CaseFact[] = [
    ...visitOf(file, arrival),
    { kind: 'document.received', body: received },
    ...(started ? [{ kind: 'case.documents-complete' as const }] : [])
  ]
  const changed = await changeCase(context, actor, {
    file,
    change: {
      facts,
      within: async (tx) => {
        await insertDocument(tx, record.id, document)
        await checked.writeBytes(tx, record.applicant)
      }
    }
  })
  return { ...changed, document: id, missing, started }
}

function given(input: AddDocumentInput) {
  const { document, upload, file } = input
  return {
    ...(upload === undefined ? {} : { uploads: [{ document, upload }] }),
    ...(file === undefined ? {} : { files: [{ ...file, document }] })
  }
}

/** A document that was brought in person is a visit (SK-5.1e), one that its bringer chose. */
function visitOf(file: Awaited<ReturnType<typeof openCase>>, { channel }: Arrival): CaseFact[] {
  if (channel !== 'in-person') return []
  const visit = nextVisit(file.card, file.history, 'applicant')
  return [{ kind: 'visit.recorded', body: { causedBy: 'applicant', ...visit } }]
}
