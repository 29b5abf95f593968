import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { HeldLetter, Sender } from '../sdk/index.ts'
import type { AgentFolder } from './agent-folder.ts'
import { writeLetter, writeVerdict } from './write-letter.ts'

/** What is told of a letter that waits for a second person. */
export interface HeldNews {
  /** `put-off`: it does not open, and keeps no other from being laid out. */
  readonly done: 'held' | 'approved' | 'waits' | 'refused' | 'put-off'
  readonly letter: string
  /** Why it was put off. */
  readonly code?: string
  readonly askedBy?: string
  readonly askedAt?: string
  /** Where it lies opened, to be read. */
  readonly folder?: string
}

/** A letter that is to be decided on was not laid out to be read, or no longer waits. */
export class HeldLetterError extends Error {
  override readonly name = 'HeldLetterError'
  readonly code = 'agent/held'
}

interface Deciding {
  readonly folder: AgentFolder
  readonly sender: Sender
  readonly tell: (news: HeldNews) => void
}

/** Opens each letter of the unit that waits for a second person into `held/<letter>/`, to be read. */
export async function layOutHeld(of: Deciding): Promise<void> {
  for await (const held of of.sender.held()) {
    try {
      await layOut(of, held)
    } catch (error) {
      const { code = '' } = error as Error & { code?: string }
      // Taken back meanwhile, or none of this unit's: those after it wait all the same.
      if (!/^(?:letter\/|sdk\/waiting-letter$)/.test(code)) throw error
      of.tell({ done: 'put-off', letter: held.id, code })
    }
  }
}

async function layOut({ folder, sender, tell }: Deciding, held: HeldLetter): Promise<void> {
  const { id: letter, askedBy, askedAt, sha256, to } = held
  const made = join(folder.work, letter)
  // What a run left that was killed.
  await rm(made, { recursive: true, force: true })
  await mkdir(made, { recursive: true, mode: 0o700 })
  await sender.readHeld(held, async (opened) => {
    const attachments = await writeLetter(made, opened)
    const { subject, sentAt } = opened.letter.header
    const words = { letter, askedBy, askedAt, sha256, to, subject, sentAt, attachments }
    await writeVerdict(made, words)
  })
  const place = await folder.settle(made, 'held', letter)
  tell({ done: 'held', letter, askedBy, askedAt, folder: place })
}

/**
 * Lets a letter go that was laid out here, or does not: as a second person, not by the key that handed it in.
 * @param reason - Why not; `null` to let it go.
 * @throws {HeldLetterError} {@link DeskRefusedError} {@link DirectoryRefusedError}
 */
export async function decideHeld(
  { folder, sender, tell }: Deciding,
  { letter, reason }: { readonly letter: string; readonly reason: string | null }
): Promise<void> {
  const held = await heldById(sender, letter)
  if (held === null) throw new HeldLetterError(`${letter} waits for no second person`)
  const read = await folder.verdict('held', letter)
  if (read === null) throw new HeldLetterError(`${letter} was not laid out to be read: do so first`)
  // A desk that gives other bytes now asks for the approval of what nobody has read.
  if (reason === null && read['sha256'] !== held.sha256)
    throw new HeldLetterError(`${letter} is not what was laid out: lay it out and read it again`)
  if (reason === null) tell({ done: (await sender.approve(held)) ? 'approved' : 'waits', letter })
  else {
    await sender.refuse(held, reason)
    tell({ done: 'refused', letter })
  }
  await folder.forget('held', letter)
}

async function heldById(sender: Sender, letter: string): Promise<HeldLetter | null> {
  for await (const held of sender.held()) if (held.id === letter) return held
  return null
}
