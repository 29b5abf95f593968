import { checkedRecipient } from '../../../kernel/directory/index.ts'
import { directoryOwner } from '../../../kernel/mailbox/index.ts'
import { parsePolicy } from '../../../kernel/tlog/index.ts'
import { instantAt } from '../reading/time.ts'
import { pageApi } from './page.ts'

/** A mailbox to which a way may be sealed: its key is proven by the directory and the public log. */
export interface ReaderKey {
  readonly mailbox: string
  readonly recipient: string
}

/**
 * Looks up the key of somebody who is to get a way to a mailbox.
 * @throws {Error} Where the directory does not prove it: nothing is sealed to such a key.
 */
export async function readerKey(mailbox: string, reader: string): Promise<ReaderKey> {
  const path = `/api/v1/mailboxes/${mailbox}/reader-keys/${encodeURIComponent(reader)}`
  const { answer, policy, host } = (await pageApi().json(path)) as {
    answer: unknown
    policy: string
    host: string
  }
  const read = parsePolicy(policy)
  if (!read.ok) throw new Error('no-policy')
  const owner = directoryOwner({ mailbox: reader })
  const now = instantAt(performance.timeOrigin + performance.now())
  const checked = checkedRecipient(answer, { owner, trust: { host, policy: read.value }, now })
  if (!checked.ok) throw new Error(checked.fault)
  if (checked.recipient === null) throw new Error('no-key')
  return { mailbox: reader, recipient: checked.recipient }
}
