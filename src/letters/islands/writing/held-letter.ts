import type { Refused } from '../../../kernel/reading/index.ts'
import { openingToken } from '../../../kernel/seal/index.ts'
import type { Shown } from '../reading/draw-letter.ts'
import { openPieces } from '../reading/open-pieces.ts'
import { senderOf } from '../reading/reply.ts'
import type { OpenSession, Session } from '../reading/session.ts'
import { base64Of } from './outgoing.ts'
import { keepCopy } from './seal-and-send.ts'
import { type SealedBlob, sealToBlob } from './seal-pieces.ts'
import type { HeldLetter } from './shapes.ts'
import type { TypedAttachment } from './typed-attachment.ts'
import { KeyNotYetError } from './why-not-sent.ts'

const jsonBytesMax = 700_000

/** A letter that lay sealed to its unit, opened: its attachments are read out of the sealed file. */
export interface OpenedHeld {
  readonly open: OpenSession
  readonly letter: HeldLetter
  /** Judged as any other; its attachments are beside it. */
  readonly shown: Shown
  readonly attachments: readonly TypedAttachment[]
}

/**
 * Opens a held letter with the unit's own key, and judges it as any other: it is signed by the unit. The sealed
 * file is where the browser keeps it, and no attachment is held in this page.
 */
export async function openHeld(
  session: Session,
  open: OpenSession,
  letter: HeldLetter
): Promise<OpenedHeld | Refused> {
  const file = await session.api.blob(`/api/v1/letters/${letter.id}/content`)
  const { senders } = await open.directory.keysOf(session.data.owner)
  const { id, sentAt } = letter
  const own = { letter: id, sender: session.data.key, sentAt, case: letter.case }
  const by = { identities: open.unlocked.identities, senders }
  const opened = await openPieces(file, by, { ...own, seenContent: null })
  if (typeof opened === 'string') return opened
  const attachments = opened.attachments.map((each, i) => ({ ...each, mark: `${id} ${String(i)}` }))
  return { open, letter, shown: opened.shown, attachments }
}

/** The same letter, signed anew for its recipient: what was signed for the unit counts for nobody else. */
async function sealedFor(session: Session, held: OpenedHeld): Promise<SealedBlob | null> {
  const { open, letter, shown, attachments } = held
  const { owner } = letter.recipient
  if (owner === null) return null
  const { recipient } = await open.directory.keysOf(owner)
  // There is a mailbox: its key comes into the directory within seconds.
  if (recipient === null) throw new KeyNotYetError()
  const { header, body } = shown.letter
  const { subject, sentAt } = header
  const sender = senderOf(session.data.owner)
  const draft = { letter: letter.id, sender, subject, sentAt, case: header.case, body, attachments }
  const { seed, signers } = open.unlocked.keys
  return sealToBlob(draft, { recipient, signers, token: openingToken(seed, letter.id) })
}

/** Seals a waiting letter to whom it is for, and keeps the unit's own copy. @returns Whether they have a key. */
export async function reseal(session: Session, held: OpenedHeld): Promise<boolean> {
  const sealed = await sealedFor(session, held)
  if (sealed === null) return false
  const path = `/api/v1/letters/${held.letter.id}`
  if (isLarge(sealed)) await putSealed(session, `${path}/content`, sealed)
  else await session.api.post(`${path}/resealing`, await inlineSealed(sealed))
  await copyFor(session, held)
  return true
}

/** Lets a letter go, sealed to its recipient; where they have no mailbox yet it waits as it is. */
export async function approve(session: Session, held: OpenedHeld): Promise<void> {
  const sealed = await sealedFor(session, held)
  const path = `/api/v1/letters/${held.letter.id}/approval`
  if (sealed !== null && isLarge(sealed)) await putSealed(session, path, sealed)
  else {
    const resealing = sealed && (await inlineSealed(sealed))
    await session.api.post(path, { outcome: 'approved', resealing })
  }
  if (sealed !== null) await copyFor(session, held)
}

function isLarge({ file }: SealedBlob): boolean {
  return file.size > jsonBytesMax
}

async function inlineSealed({ file, words }: SealedBlob): Promise<object> {
  return { ...words, content: await base64Of(file) }
}

/** Sends a sealed file of any size as it is; what is told of it stands in the address. */
async function putSealed(session: Session, path: string, { file, words }: SealedBlob) {
  const all = Object.entries({ ...words, sizeBytes: file.size })
  const query = new URLSearchParams(all.map(([key, value]) => [key, String(value)]))
  await session.api.put(`${path}?${query.toString()}`, file)
}

/** What was sealed to the unit has gone to its recipient: the unit keeps a copy in its place. */
async function copyFor(session: Session, { open, letter, shown, attachments }: OpenedHeld) {
  const { header, body } = shown.letter
  const { mailbox, owner } = session.data
  const from = { mailbox, sender: senderOf(owner), keys: open.unlocked.keys }
  const envelope = { sentAt: header.sentAt, case: header.case }
  const typed = { subject: header.subject, body, attachments }
  await keepCopy(session.api, typed, { id: letter.id, from, envelope })
}
