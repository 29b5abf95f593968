import type { Reading } from '../../../kernel/reading/index.ts'
import { signOpening } from '../../../kernel/seal/index.ts'
import { fromBase64 } from '../../../kernel/tlog/index.ts'
import type { Proof, Shown } from './draw-letter.ts'
import type { ReadAttachment } from './draw-attachments.ts'
import { NoLineError, RefusedError } from './api.ts'
import { openPieces } from './open-pieces.ts'
import { DirectoryRefusedError } from './sender-keys.ts'
import type { OpenSession, Session } from './session.ts'
import type { ListedLetter } from './shapes.ts'

/** An opened letter with what it takes to keep it: its bytes, and what proved its sender. */
export interface Opened {
  /** Without the attachments. */
  readonly shown: Shown
  readonly attachments: readonly ReadAttachment[]
  /** Sealed, where the browser keeps it. */
  readonly file: Blob
  readonly proof: Proof
  /** The directory's answer about the sender. */
  readonly answer: unknown
}

/** Why a letter is not shown: a reason of the kernel, or of the way here. */
export type NotShown =
  Extract<Reading, { shown: false }>['refused'] | 'directory-refused' | 'failed'

/** Nothing came, since there is no line. */
export const noLine = 'no-line'

/** Fetches a letter, asks the directory about its sender, opens and judges it. */
export async function openListed(
  session: Session,
  open: OpenSession,
  letter: ListedLetter
): Promise<Opened | NotShown | typeof noLine> {
  try {
    return await fetchAndJudge(session, open, letter)
  } catch (error) {
    if (error instanceof DirectoryRefusedError) return 'directory-refused'
    if (error instanceof NoLineError) return noLine
    if (error instanceof RefusedError) return 'failed'
    throw error
  }
}

async function fetchAndJudge(
  session: Session,
  open: OpenSession,
  letter: ListedLetter
): Promise<Opened | NotShown> {
  const { content, sender } = letter
  if (content === null || sender.owner === null || sender.key === null) return 'failed'
  const [file, proven] = await Promise.all([
    session.api.blob(`/api/v1/letters/${content}/content`),
    open.directory.keysOf(sender.owner)
  ])
  const expected = {
    letter: content,
    sender: sender.key,
    sentAt: letter.sentAt,
    case: letter.case,
    seenContent: (await open.index?.kept(content))?.contentHash ?? null
  }
  const by = { identities: open.unlocked.identities, senders: proven.senders }
  const opened = await openPieces(file, by, expected)
  if (typeof opened === 'string') return opened
  return { ...opened, file, proof: 'log', answer: proven.answer }
}

/** Remembers an opened letter on this device, sealed. */
export async function remember(
  open: OpenSession,
  letter: ListedLetter,
  { shown }: Opened
): Promise<void> {
  const { header, body } = shown.letter
  const names = header.attachments.map(({ name }) => name)
  const before = await open.index?.kept(header.letter)
  await open.index?.put({
    id: header.letter,
    subject: header.subject,
    sender: letter.isSent ? letter.recipient.title : letter.sender.title,
    sentAt: header.sentAt,
    text: body,
    names,
    contentHash: shown.contentHash,
    folder: before?.folder ?? null
  })
}

/** Tells the sender, signed by the mailbox, what only the opened letter lets one say. */
export async function tellState(
  session: Session,
  open: OpenSession,
  told: { readonly shown: Shown; readonly state: 'opened' | 'acknowledged' | 'replied' }
): Promise<void> {
  const { header } = told.shown.letter
  const token = fromBase64(header.token)
  if (token === null) return
  const { signers } = open.unlocked.keys
  const note = signOpening({ letter: header.letter, state: told.state, token, signers })
  const path = { opened: 'opening', acknowledged: 'acknowledgement', replied: 'reply' }[told.state]
  await session.api.post(`/api/v1/letters/${header.letter}/${path}`, { token: header.token, note })
}
