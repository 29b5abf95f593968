import { verifyHead, verifyLookup } from '../../../kernel/directory/index.ts'
import { type SenderKeys, sendersOf } from '../../../kernel/reading/index.ts'
import { parsePolicy } from '../../../kernel/tlog/index.ts'
import { instantAt, timeText } from './time.ts'

/** What a page believes that judges what was saved. */
export interface Believed {
  /** Text of the log policy. */
  readonly policy: string
  readonly host: string
}

/** The directory's answer about a sender, as it was saved with a letter. */
interface SavedAnswer {
  readonly sender: { readonly owner: string }
  readonly directory: unknown
}

/** Keys of the sender of a saved letter, as of the time when their proof was saved; `null`: it does not hold. */
export function provenSenders(
  data: Believed,
  saved: SavedAnswer
): { readonly senders: readonly SenderKeys[]; readonly savedAt: string } | null {
  const policy = parsePolicy(data.policy)
  const head = (saved.directory as { head?: unknown } | null)?.head
  if (!policy.ok || typeof head !== 'string') return null
  const trust = { host: data.host, policy: policy.value }
  const logged = verifyHead(head, trust)
  if (!logged.ok) return null
  // A saved proof is judged as of its own time: what matters is who the sender was when it was saved.
  const now = instantAt(logged.value.loggedAt * 1000)
  const lookup = verifyLookup(saved.directory, { owner: saved.sender.owner, trust, now })
  return lookup.ok
    ? { senders: sendersOf(lookup), savedAt: timeText(logged.value.loggedAt * 1000) }
    : null
}
