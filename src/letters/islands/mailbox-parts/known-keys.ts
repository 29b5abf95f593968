import { isSeedOf } from '../../../kernel/seal/index.ts'
import { RefusedError } from '../reading/api.ts'
import type { UnlockedMailbox } from './open-keyring.ts'
import { pageApi, words } from './page.ts'
import { UnprovenError, type ProvenKey, provenKey } from './proven-key.ts'
import { holdOn } from './say-dialog.ts'
import type { KnownKeys, ShownMailbox } from './shapes.ts'

// A new entry stands in the log some ten seconds after it was made.
const tries = 12
const pauseMilliseconds = 2500

/** What the desk says: enough for a seed that came out of a secret which the desk has not. */
export function saidKeys({ recipient, pending }: ShownMailbox): KnownKeys {
  return { now: recipient, next: pending?.recipient ?? null, had: () => true }
}

/**
 * What the directory proves, for a seed that passed through the desk: sealed to the key of a custodian, a
 * delegate, an heir or a computer, which anybody can do. Where the key is too new to stand there, it is
 * waited for.
 * @throws {UnprovenError}
 */
export async function provenKeys(mailbox: ShownMailbox, seed: Uint8Array): Promise<KnownKeys> {
  let letGo: (() => void) | null = null
  try {
    for (let left = tries; ; left--) {
      const proven = await entryOf(mailbox)
      const keys = keysOf(proven)
      if (await isKeyOf(keys, seed)) return keys
      const isBehind = (proven?.history.at(-1)?.sequence ?? -1) < mailbox.sequence
      if (!isBehind) return keys
      if (left === 0) throw new UnprovenError(words.notYetProven)
      letGo ??= holdOn(words.proving)
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
    }
  } finally {
    letGo?.()
  }
}

/**
 * Holds an open mailbox against the directory, before anything is sealed to it that nobody else may open.
 * @throws {UnprovenError}
 */
export async function demandProven({ mailbox, keys }: UnlockedMailbox): Promise<void> {
  const shown = (await pageApi().json(`/api/v1/mailboxes/${mailbox}`)) as ShownMailbox
  if (!(await isKeyOf(await provenKeys(shown, keys.seed), keys.seed)))
    throw new UnprovenError(words.changed)
}

/** Whether a seed is that of the key of now, or of one that waits. */
async function isKeyOf({ now, next }: KnownKeys, seed: Uint8Array): Promise<boolean> {
  for (const recipient of [now, next])
    if (recipient !== null && (await isSeedOf(seed, recipient))) return true
  return false
}

/** What is proven; `null` before the directory has a first head. */
async function entryOf(mailbox: ShownMailbox): Promise<ProvenKey | null> {
  try {
    return await provenKey(mailbox)
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'directory/no-head') return null
    throw error
  }
}

/** Of a closed mailbox the last key before that: what lies in it is still read. */
function keysOf(proven: ProvenKey | null): KnownKeys {
  if (proven === null) return { now: null, next: null, had: () => false }
  const { history, pending: next, recipient } = proven
  const all = history.flatMap((entry) => entry.recipient ?? [])
  const isClosed = history.at(-1)?.reason === 'closed'
  const now = isClosed ? (all.at(-1) ?? null) : recipient
  return { now, next, had: (key) => all.includes(key) }
}
