import { words } from './page.ts'
import { UnprovenError, provenKey } from './proven-key.ts'

/** A mailbox to which a way may be sealed: its key is proven by the directory and the public log. */
export interface ReaderKey {
  readonly mailbox: string
  readonly recipient: string
}

/**
 * Looks up the key of somebody who is to get a way to a mailbox.
 * @throws {UnprovenError} Where the directory does not prove it: nothing is sealed to such a key.
 */
export async function readerKey(mailbox: string, reader: string): Promise<ReaderKey> {
  const { recipient } = await provenKey({ id: mailbox }, reader)
  if (recipient === null) throw new UnprovenError(words.unproven, 'no-key')
  return { mailbox: reader, recipient }
}
