import {
  type DirectoryEntry,
  checkedRecipient,
  policyGoesOn
} from '../../../kernel/directory/index.ts'
import { directoryOwner } from '../../../kernel/mailbox/index.ts'
import { parsePolicy } from '../../../kernel/tlog/index.ts'
import { instantAt } from '../reading/time.ts'
import { pageApi } from './page.ts'

/** What the key directory proves of a mailbox. */
export interface ProvenKey {
  /** To whom letters are sealed now; `null`: nobody, no key yet, or closed. */
  readonly recipient: string | null
  readonly history: readonly DirectoryEntry[]
}

/**
 * The key of a mailbox as the directory and the public log prove it.
 * @throws {Error} With the fault, where they do not: nothing is used then.
 */
export async function provenKey(mailbox: string): Promise<ProvenKey> {
  const path = `/api/v1/mailboxes/${mailbox}/reader-keys/${mailbox}`
  const { answer } = (await pageApi().json(path)) as { answer: unknown }
  const policy = await knownPolicy()
  const owner = directoryOwner({ mailbox })
  const now = instantAt(performance.timeOrigin + performance.now())
  const checked = checkedRecipient(answer, { owner, trust: { host: location.host, policy }, now })
  if (!checked.ok) throw new Error(checked.fault)
  return { recipient: checked.recipient, history: checked.lookup.history }
}

/** The policy that this browser was first given, with the shards that came since. */
export async function knownPolicy() {
  const name = `peyman-directory ${location.host} policy`
  const given = await fetch('/log/policy')
  const text = given.ok ? await given.text() : ''
  const before = localStorage.getItem(name)
  const read = parsePolicy(text)
  if (!read.ok) throw new Error('no-policy')
  if (before !== null && !policyGoesOn(before, text)) throw new Error('other-policy')
  localStorage.setItem(name, text)
  return read.value
}
