import type { DirectoryClient } from '../../kernel/directory/index.ts'
import type { Desk } from './desk.ts'
import type { SendingMailbox } from './seal-outgoing.ts'

/** What a sender is made of. */
export interface SenderOptions {
  readonly desk: Desk
  /** The directory of keys, with the log that is believed and what was shown before. */
  readonly directory: DirectoryClient
  /** The mailbox that sends, with its keys. */
  readonly mailbox: SendingMailbox
  /** Folder for sealed files on their way; that of the system where absent. */
  readonly scratch?: string | undefined
}
