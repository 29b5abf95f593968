import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judgeSender } from '../../kernel/seal/index.ts'
import { parseVerifierKey } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { type Desk, askDesk } from './desk.ts'
import { DeskAwayError, WaitingLetterError } from './errors.ts'
import { type OpenedFile, openFile } from './opened-file.ts'
import type { SealingDraft, SendingMailbox } from './seal-outgoing.ts'
import { piecesOfAnswer, writePieces } from './sealed-file.ts'

/** A folder for sealed files on their way, gone at the end of the work. Nothing opened is written there. */
export async function withScratch<T>(
  within: string | undefined,
  work: (folder: string) => Promise<T>
): Promise<T> {
  const folder = await mkdtemp(join(within ?? tmpdir(), 'peyman-letters-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Fetches the sealed bytes of a letter into a file.
 * @throws {DeskAwayError} If the line broke, or other bytes came than the desk says it has.
 */
export async function fetchContent(
  desk: Desk,
  { id, sha256, into }: { readonly id: string; readonly sha256: string; readonly into: string }
): Promise<void> {
  const answer = await askDesk(desk, `/letters/${id}/content`)
  const written = await writePieces(into, piecesOfAnswer(answer)).catch((cause: unknown) => {
    throw cause instanceof TypeError ? new DeskAwayError('the line broke', { cause }) : cause
  })
  if (written.sha256 !== sha256) throw new DeskAwayError(`other bytes came for ${id}`)
}

/**
 * Opens a letter that lies sealed to its own sender, and makes sure that the sender wrote it.
 * @throws {WaitingLetterError} If it does not open, or is another's, or another letter.
 */
export async function openOwn(
  path: string,
  mailbox: SendingMailbox,
  id: string
): Promise<OpenedFile> {
  const all = [mailbox.keys, ...(mailbox.past ?? [])]
  const opened = await openFile(
    path,
    all.map(({ identity }) => identity)
  )
  if (!opened.ok) throw new WaitingLetterError(`${id} does not open: ${opened.reason}`)
  const { letter } = opened.value
  const isOwn = all.some(({ keys }) => {
    const known = keys.map((key) => parseVerifierKey(key, nativePrimitives))
    const own = known.flatMap((key) => (key.ok ? [key.value] : []))
    return judgeSender(letter, own, nativePrimitives).verdict === 'verified'
  })
  if (!isOwn || letter.header.letter !== id) {
    throw new WaitingLetterError(`${id} is not a letter of this sender`)
  }
  return opened.value
}

/** An opened letter as it is sealed anew: the same letter, its attachments read out of the sealed file. */
export function draftOf({ letter, attachments }: OpenedFile): SealingDraft {
  const { letter: id, sender, subject, sentAt, case: caseId } = letter.header
  return { letter: id, sender, subject, sentAt, case: caseId, body: letter.body, attachments }
}
