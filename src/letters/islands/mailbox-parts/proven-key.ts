import {
  type DirectoryEntry,
  checkedRecipient,
  policyGoesOn
} from '../../../kernel/directory/index.ts'
import { directoryOwner } from '../../../kernel/mailbox/index.ts'
import { parsePolicy } from '../../../kernel/tlog/index.ts'
import { instantAt } from '../reading/time.ts'
import { pageApi, words } from './page.ts'
import type { ShownMailbox } from './shapes.ts'

/** Whose key is asked for: that of a unit stands at the name of the unit. */
export type KeyPlace = Pick<ShownMailbox, 'id'> & Partial<Pick<ShownMailbox, 'authority' | 'unit'>>

/** What the key directory proves of a mailbox. */
export interface ProvenKey {
  /** To whom letters are sealed now; `null`: nobody, no key yet, or closed. */
  readonly recipient: string | null
  /** A recovered key that waits to count. */
  readonly pending: string | null
  readonly history: readonly DirectoryEntry[]
}

/** The directory does not prove a key: nothing is opened or sealed by it. The message is for the person. */
export class UnprovenError extends Error {
  override readonly name = 'UnprovenError'

  constructor(text: string, cause?: string) {
    super(text, { cause })
  }
}

/**
 * The key of a mailbox as the directory and the public log prove it.
 * @param mailbox - Of whoever asks, or one that they may read; another one with `reader`.
 * @param reader - Id of a mailbox whose owner is to get a way to that one.
 * @throws {UnprovenError} Where they do not: nothing is used then.
 */
export async function provenKey(mailbox: KeyPlace, reader = mailbox.id): Promise<ProvenKey> {
  const path = `/api/v1/mailboxes/${mailbox.id}/reader-keys/${encodeURIComponent(reader)}`
  const { answer } = (await pageApi().json(path)) as { answer: unknown }
  const policy = await knownPolicy()
  const owner = directoryOwner(reader === mailbox.id ? placeOf(mailbox) : { mailbox: reader })
  const now = instantAt(performance.timeOrigin + performance.now())
  const checked = checkedRecipient(answer, { owner, trust: { host: location.host, policy }, now })
  if (!checked.ok) throw new UnprovenError(words.unproven, checked.fault)
  const { recipient, pending, lookup } = checked
  return { recipient, pending: pending?.recipient ?? null, history: lookup.history }
}

function placeOf({ id, authority, unit }: KeyPlace) {
  return authority != null && unit != null ? { authority, unit } : { mailbox: id }
}

/**
 * The policy that this browser was first given, with the shards that came since.
 * @throws {UnprovenError} Where another log is named.
 */
export async function knownPolicy() {
  const name = `peyman-directory ${location.host} policy`
  const given = await fetch('/log/policy')
  const text = given.ok ? await given.text() : ''
  const before = localStorage.getItem(name)
  const read = parsePolicy(text)
  if (!read.ok) throw new UnprovenError(words.unproven, 'no-policy')
  if (before !== null && !policyGoesOn(before, text))
    throw new UnprovenError(words.unproven, 'other-policy')
  localStorage.setItem(name, text)
  return read.value
}
