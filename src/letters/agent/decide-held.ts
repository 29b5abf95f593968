import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { HeldLetter, Sender } from '../sdk/index.ts'
import type { AgentFolder } from './agent-folder.ts'
import { writeLetter, writeVerdict } from './write-letter.ts'

/** What is told of a letter that waits for a second person. */
export interface HeldNews {
  readonly done: 'held' | 'approved' | 'waits' | 'refused'
  readonly letter: string
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
export async function layOutHeld({ folder, sender, tell }: Deciding): Promise<void> {
  for await (const held of sender.held()) {
    const { id: letter, askedBy, askedAt, sha256, to } = held
    const made = join(folder.work, letter)
    await mkdir(made, { recursive: true, mode: 0o700 })
    await sender.readHeld(held, async (opened) => {
      const attachments = await writeLetter(made, opened)
      const { subject, sentAt } = opened.letter.header
      await writeVerdict(made, {
        letter,
        askedBy,
        askedAt,
        sha256,
        to,
        subject,
        sentAt,
        attachments
      })
    })
    tell({
      done: 'held',
      letter,
      askedBy,
      askedAt,
      folder: await folder.settle(made, 'held', letter)
    })
  }
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
  if (!(await folder.has('held', letter))) {
    throw new HeldLetterError(`${letter} was not laid out to be read: do so first`)
  }
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
