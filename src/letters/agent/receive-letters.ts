import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArrivedLetter, ReceivedLetter, Receiver } from '../sdk/index.ts'
import type { AcknowledgeRecord, AgentFolder } from './agent-folder.ts'
import { writeLetter, writeVerdict } from './write-letter.ts'

/** How letters to the unit are received. */
export interface Receiving {
  readonly receiver: Receiver
  /** Whether each that may be shown is acknowledged to its sender, in the name of the unit. */
  readonly acknowledges: boolean
}

/** One line of what was received. */
export type ReceiveNews =
  | { readonly done: 'received'; readonly letter: string; readonly verdict: string }
  | { readonly done: 'acknowledged'; readonly letter: string }
  | {
      readonly done: 'put-off'
      readonly reference: string
      readonly code: string
      readonly reason: string
    }

/** Name of the record of how far everything is here. */
const mark = 'mark'
// Two letters that arrive at once may be seen one after the other.
const lateMinutes = 10

interface Receives {
  readonly folder: AgentFolder
  readonly tell: (news: ReceiveNews) => void
}

type Round = Receives & Pick<Receiving, 'receiver'>

/**
 * Fetches what arrived for the unit and is not here, judges it, and puts it into `received/<letter>/`: the
 * sealed file, the verdict, and, only of a letter that may be shown, its text and attachments. A letter is
 * there whole, or not at all.
 * @throws {DeskAwayError}
 */
export async function receiveAll(
  at: Receives,
  { receiver, acknowledges }: Receiving
): Promise<void> {
  const round = { ...at, receiver }
  let isLeft = false
  for (const letter of await newLetters(round)) {
    isLeft = !(await received(round, letter, acknowledges)) || isLeft
    // What was put off is asked for again, with all that came after it.
    if (!isLeft) await round.folder.write('received', mark, { upTo: letter.arrivedAt })
  }
  if (acknowledges) await acknowledgeAll(round)
}

/** What arrived since the last round, and is not here, the oldest first. */
async function newLetters({ folder, receiver }: Round): Promise<ArrivedLetter[]> {
  const text = await folder.read('received', mark)
  const upTo = text === null ? null : (JSON.parse(text) as { upTo: string }).upTo
  const from = upTo === null ? null : Temporal.Instant.from(upTo).subtract({ minutes: lateMinutes })
  const found: ArrivedLetter[] = []
  for await (const letter of receiver.arrived()) {
    if (from !== null && Temporal.Instant.compare(letter.arrivedAt, from) < 0) break
    // The unit's own copies of what it sent are no letters to it.
    const isToUnit = letter.hasContent && letter.copyOf === null
    if (isToUnit && !(await folder.has('received', letter.id))) found.push(letter)
  }
  return found.toReversed()
}

async function received(
  round: Round,
  letter: ArrivedLetter,
  acknowledges: boolean
): Promise<boolean> {
  const { tell } = round
  try {
    const verdict = await receiveOne(round, letter, acknowledges)
    tell({ done: 'received', letter: letter.id, verdict })
    return true
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    if (!/^(?:letter\/|sdk\/directory-refused)/.test(code)) throw error
    tell({ done: 'put-off', reference: letter.id, code, reason: message })
    // Taken back meanwhile: it will not come.
    return code === 'letter/gone'
  }
}

async function receiveOne(
  { folder, receiver }: Round,
  letter: ArrivedLetter,
  acknowledges: boolean
): Promise<string> {
  const made = join(folder.work, letter.id)
  await mkdir(made, { recursive: true, mode: 0o700 })
  const judged = await receiver.receive(letter, join(made, 'sealed.age'))
  await writeVerdict(made, await verdictOf(made, letter, judged))
  if (acknowledges && judged.verdict === 'verified') {
    const { token } = judged.opened.letter.header
    const record: AcknowledgeRecord = { id: letter.id, token }
    await folder.write('to-acknowledge', letter.id, record)
  }
  await folder.settle(made, 'received', letter.id)
  return judged.verdict
}

async function verdictOf(
  made: string,
  letter: ArrivedLetter,
  judged: ReceivedLetter
): Promise<object> {
  const { id, sender, sentAt, arrivedAt, effectiveAt, case: caseId, inReplyTo, sha256 } = letter
  const envelope = { letter: id, sender, sentAt, arrivedAt, effectiveAt, case: caseId, inReplyTo }
  if (judged.verdict !== 'verified') return { verdict: judged.verdict, ...envelope, sha256 }
  const { opened, ...why } = judged
  const attachments = await writeLetter(made, opened)
  const { subject } = opened.letter.header
  return { ...why, ...envelope, sha256, subject, attachments }
}

/** What was received is acknowledged when it lies here: never before. */
async function acknowledgeAll({ folder, receiver, tell }: Round): Promise<void> {
  for (const id of await folder.references('to-acknowledge')) {
    const text = await folder.read('to-acknowledge', id)
    if (text === null || !(await folder.has('received', id))) continue
    try {
      await receiver.acknowledge(JSON.parse(text) as AcknowledgeRecord)
      tell({ done: 'acknowledged', letter: id })
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string }
      if (!code.startsWith('letter/')) throw error
      tell({ done: 'put-off', reference: id, code, reason: message })
    }
    await folder.remove('to-acknowledge', id)
  }
}
