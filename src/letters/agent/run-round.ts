import { type PreparedLetter, type Sender, UnsealableError, lengthOf } from '../sdk/index.ts'
import {
  type AgentFolder,
  type SealedRecord,
  type SentRecord,
  type WaitingRecord,
  isReference
} from './agent-folder.ts'
import { LetterFileError, type ReadLetter, readLetterFile } from './letter-file.ts'
import { type ReceiveNews, type Receiving, receiveAll } from './receive-letters.ts'

/** One line of what the agent did. */
export type AgentNews =
  | {
      readonly done: 'sent'
      readonly reference: string
      readonly letter: string
      readonly state: string
    }
  | { readonly done: 'resealed'; readonly letter: string }
  | ReceiveNews
  | {
      readonly done: 'refused'
      readonly reference: string
      readonly code: string
      readonly reason: string
    }
  /** It stays where it is, and is tried again. */
  | {
      readonly done: 'put-off'
      readonly reference: string
      readonly code: string
      readonly reason: string
    }

/** What a round works with. */
export interface Round {
  readonly folder: AgentFolder
  readonly sender: Sender
  /** Whether letters to the unit are fetched as well; they are not where absent. */
  readonly receiving?: Receiving | null
  readonly tell: (news: AgentNews) => void
}

const together = 50
const bytesTogether = 4_194_304

/**
 * One round: seals what was left in `in`, sends what is sealed, seals waiting letters to those who have a
 * mailbox by now, and fetches what arrived. It can end anywhere and begin again: a letter has its id from the moment that it is
 * sealed, and what the desk has under an id it does not take again.
 * @throws {DeskAwayError} If the desk does not answer; everything stays as it is.
 */
export async function runRound(round: Round): Promise<void> {
  await sendSealed(round)
  const waiting = await round.folder.references('in')
  for (let from = 0; from < waiting.length; from += together) {
    for (const reference of waiting.slice(from, from + together)) await sealOne(round, reference)
    await sendSealed(round)
  }
  await resealAll(round)
  if (round.receiving) await receiveAll(round, round.receiving)
}

// Whose key is not proven now, and what was still being written: both may be right in the next round.
const putOff: readonly string[] = ['sdk/directory-refused', 'letter/attachment-changed']

async function sealOne({ folder, sender, tell }: Round, reference: string): Promise<void> {
  const text = await given(folder, reference)
  if (text === null) return
  if (text instanceof Error) {
    tell({ done: 'put-off', reference, code: 'agent/letter-file', reason: text.message })
    return
  }
  try {
    if (!isReference(reference))
      throw new LetterFileError('its name has other characters than A-Z a-z 0-9 . _ -')
    const read = await readLetterFile(folder.inbox, text)
    if (await wasSent(folder, reference, read)) return
    const letter = read.isLarge
      ? await sender.prepareInto(read.letter, folder.sealedFile(reference))
      : await sender.prepare(read.letter)
    await folder.keepSealed({ reference, mark: read.mark, to: read.letter.to, letter })
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    if (code === 'agent/letter-file' || error instanceof UnsealableError) {
      await refuse(folder, { reference, code, reason: message })
      tell({ done: 'refused', reference, code, reason: message })
    } else if (putOff.includes(code)) {
      tell({ done: 'put-off', reference, code, reason: message })
    } else throw error
  }
}

/** What lies in `in`: what cannot be read, such as a folder, keeps nothing else from going. */
async function given(folder: AgentFolder, reference: string): Promise<string | Error | null> {
  try {
    return await folder.read('in', reference)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** A reference is one letter: the same again is done with, another under its name is refused. */
async function wasSent(
  folder: AgentFolder,
  reference: string,
  { mark }: ReadLetter
): Promise<boolean> {
  const text = await folder.read('sent', reference)
  if (text === null) return false
  if ((JSON.parse(text) as SentRecord).mark !== mark) {
    throw new LetterFileError('another letter was sent under this name before')
  }
  await folder.remove('in', reference)
  return true
}

async function refuse(
  folder: AgentFolder,
  {
    reference,
    ...why
  }: { readonly reference: string; readonly code: string; readonly reason: string }
): Promise<void> {
  const source = await folder.read('in', reference)
  await folder.write('refused', encodeURIComponent(reference), { reference, ...why, source })
  await folder.remove('in', reference)
}

/** Sends what is sealed, so many and so much of it at a time. */
async function sendSealed(round: Round): Promise<void> {
  let records: SealedRecord[] = []
  let bytes = 0
  for (const reference of await round.folder.references('sealed')) {
    const record = await round.folder.readSealed(reference)
    if (record === null) continue
    records.push(record)
    bytes += lengthOf(record.letter.file)
    if (records.length < together && bytes < bytesTogether) continue
    await sendSome(round, records)
    records = []
    bytes = 0
  }
  if (records.length > 0) await sendSome(round, records)
}

async function sendSome(round: Round, records: readonly SealedRecord[]): Promise<void> {
  const letters: PreparedLetter[] = records.map(({ letter }) => letter)
  const byId = new Map(records.map((record) => [record.letter.envelope.id, record]))
  for (const answer of await round.sender.sendAll(letters)) {
    const record = byId.get(answer.letter)
    if (record === undefined) continue
    if (answer.receipt !== null) await settle(round, { ...record, receipt: answer.receipt })
    else await giveBack(round, record, answer.refused)
  }
}

/** The receipt is on the disk before the letter is taken out of `in`. */
async function settle(
  { folder, tell }: Round,
  { reference, mark, to, letter, receipt }: SealedRecord & Pick<SentRecord, 'receipt'>
): Promise<void> {
  if (letter.waits) {
    await folder.write('waiting', receipt.letter, { to, reference } satisfies WaitingRecord)
  }
  await folder.write('sent', reference, { reference, mark, receipt } satisfies SentRecord)
  await folder.remove('in', reference)
  await folder.removeSealed(reference)
  tell({ done: 'sent', reference, letter: receipt.letter, state: receipt.state })
}

// The recipient has another key since it was sealed; it is sealed anew from the letter in `in`.
const changed = ['letter/recipient-key', 'letter/sent-at']

async function giveBack(
  { folder, tell }: Round,
  { reference }: SealedRecord,
  { code, title: reason }: { readonly code: string; readonly title: string }
): Promise<void> {
  if (changed.includes(code)) {
    await folder.removeSealed(reference)
    tell({ done: 'put-off', reference, code, reason })
    return
  }
  await refuse(folder, { reference, code, reason })
  await folder.removeSealed(reference)
  tell({ done: 'refused', reference, code, reason })
}

async function resealAll({ folder, sender, tell }: Round): Promise<void> {
  for await (const waiting of sender.waiting()) {
    if (waiting.mailbox === null) continue
    const text = await folder.read('waiting', waiting.id)
    const to = text === null ? undefined : (JSON.parse(text) as WaitingRecord).to
    try {
      if (!(await sender.reseal(waiting, to))) continue
      await folder.remove('waiting', waiting.id)
      tell({ done: 'resealed', letter: waiting.id })
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string }
      if (code === 'sdk/desk-away' || code === '') throw error
      tell({ done: 'put-off', reference: waiting.id, code, reason: message })
    }
  }
}
