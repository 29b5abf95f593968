import { type Actor, keys } from '../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction
} from '../platform/index.ts'
import { bucketOfId, newOwnedId } from './case-id.ts'
import type { Draft, DraftValues } from './draft.ts'
import { draftsOf, putDraft } from './draft-store.ts'
import { formatBytes } from './format-bytes.ts'
import { refusalMessages } from './messages-refusals.ts'
import { offeredCard } from './published.ts'
import {
  DraftNotFoundError,
  DraftsTooManyError,
  ServiceNotOfferedError,
  problem
} from './refusals.ts'
import { listUploads } from './read-upload.ts'
import { clearAnswers } from './sealed/check-form.ts'
import { senderOf } from './sender.ts'

/** What a form holds at this moment. */
export interface SaveDraftInput {
  readonly service: string
  /** The draft to write over; a new one where absent. */
  readonly draft?: string | undefined
  readonly values: DraftValues
  readonly later?: readonly string[] | undefined
}

const bytesMax = 200_000
const fieldsMax = 100
/** Most drafts of one person; as many are listed. */
export const draftsMax = 50

/**
 * Keeps what a person has typed, as typed, so that it is there on any device. Only its size is judged.
 * @throws {ServiceNotOfferedError} If there is no such service, or it is one for programs to try.
 * @throws {DraftsTooManyError} If there are fifty already.
 * @throws {InvalidInputError} At `/answers/<name>`: an answer that only the receiving unit is to read.
 * @throws {DraftNotFoundError} If the draft was sent or discarded, or is somebody else's.
 */
export async function saveDraft(
  context: Context,
  actor: Actor,
  input: SaveDraftInput
): Promise<Draft> {
  const now = context.clock.now()
  const { card, cardVersion } = await offeredCard(context.db, input.service, now)
  const isReal = actor.person !== null && !keys.isSandboxPerson(actor.person)
  if (isReal && card.authority === keys.sandboxAuthority) throw new ServiceNotOfferedError()
  demandSize(input)
  const leaked = clearAnswers(card, input.values)
  if (leaked.length > 0) throw new InvalidInputError(leaked)
  const sender = senderOf(actor)
  if (input.draft !== undefined && bucketOfId(input.draft) === null) throw new DraftNotFoundError()
  const draft = {
    id: input.draft ?? newOwnedId(sender, now),
    service: input.service,
    cardVersion,
    values: wellFormed(input.values),
    later: input.later ?? [],
    savedAt: now
  }
  const isNew = input.draft === undefined
  if (isNew) await demandRoom(context, sender)
  const put = await inTransaction(context.db, (tx) => putDraft(tx, { sender, isNew }, draft))
  if (!put) throw new DraftNotFoundError()
  return { ...draft, uploads: await listUploads(context, actor, { draft: draft.id }) }
}

async function demandRoom(context: Context, sender: string): Promise<void> {
  const drafts = await draftsOf(context.db, sender, draftsMax)
  if (drafts.length >= draftsMax) throw new DraftsTooManyError()
}

function demandSize(input: SaveDraftInput): void {
  const fields = Object.keys(input.values)
  const bytes = Buffer.byteLength(JSON.stringify([input.values, input.later ?? []]))
  if (bytes <= bytesMax && fields.length <= fieldsMax && (input.later?.length ?? 0) <= fieldsMax) {
    return
  }
  const most = formatBytes(bytesMax)
  const { tooLong } = refusalMessages.entries
  const text = { fa: tooLong.fa(most.fa), en: tooLong.en(most.en) }
  const problems: FieldProblem[] = [problem('/values', 'draft/too-long', text)]
  throw new InvalidInputError(problems)
}

function wellFormed(values: DraftValues): DraftValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      clean(name),
      typeof value === 'string' ? clean(value) : value.map(clean)
    ])
  )
}

/** What a database can hold of any text: whole characters, and no NUL. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}
