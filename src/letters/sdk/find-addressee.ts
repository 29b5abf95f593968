import { type DirectoryClient, findRecipient } from '../../kernel/directory/index.ts'
import type { Desk } from './desk.ts'
import { askDesk } from './desk.ts'
import { DirectoryRefusedError } from './errors.ts'
import { type PlainIdentifier, plainIdentifier } from './identifier.ts'
import type { Addressee } from './letter.ts'

/** Whom a letter is for, as the directory proves it. */
export interface FoundAddressee {
  /** `age1pq1…`; `null` where they have no mailbox yet. */
  readonly recipient: string | null
  /** Keys with which they sign, where there are any. */
  readonly keys: readonly string[]
  /** As the desk is told. */
  readonly named: object
}

/**
 * Looks an addressee up in the key directory, and believes nothing that it does not prove.
 * @throws {DirectoryRefusedError} If the answer is not proven, or not the continuation of what was shown.
 */
export async function findAddressee(
  { desk, directory }: { readonly desk: Desk; readonly directory: DirectoryClient },
  to: Addressee
): Promise<FoundAddressee> {
  if ('identifier' in to) return byIdentifier(directory, plainIdentifier(to.identifier))
  if ('person' in to) return byPerson(desk, directory, to)
  const owner = 'mailbox' in to ? `mailbox:${to.mailbox}` : `unit:${to.authority}/${to.unit}`
  const { recipient, keys } = await proven(directory, owner)
  return { recipient, keys, named: to }
}

async function byIdentifier(
  directory: DirectoryClient,
  { owner, identifier }: PlainIdentifier
): Promise<FoundAddressee> {
  const { recipient, keys, lookup } = await proven(directory, owner)
  const mailbox = /^mailbox:(.+)$/.exec(lookup.owner ?? '')?.[1]
  const isThere = recipient !== null && mailbox !== undefined
  return isThere
    ? { recipient, keys, named: { mailbox } }
    : { recipient: null, keys: [], named: { identifier } }
}

/** The mailbox of a person by the desk's own id: that it is theirs is the desk's word, its key is not. */
async function byPerson(
  desk: Desk,
  directory: DirectoryClient,
  to: { readonly person: string }
): Promise<FoundAddressee> {
  const answer = await askDesk(desk, `/letter-recipients/${encodeURIComponent(to.person)}`)
  const { mailbox } = (await answer.json()) as { mailbox: string | null }
  if (mailbox === null) return { recipient: null, keys: [], named: to }
  const { recipient, keys } = await proven(directory, `mailbox:${mailbox}`)
  return { recipient, keys, named: recipient === null ? to : { mailbox } }
}

async function proven(directory: DirectoryClient, owner: string) {
  const found = await findRecipient(directory, owner)
  if (!found.ok) throw new DirectoryRefusedError(owner, found.fault)
  return found
}
