import { caseDesk } from '../../cases/index.ts'
import { type DirectoryEntry, entryHash, labelOf, readEntry } from '../../kernel/directory/index.ts'
import { toHex } from '../../kernel/tlog/index.ts'
import { type NewFact, recordFact } from '../../ledger/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Tx, withScope } from '../../platform/index.ts'
import { insertAlias } from './alias-store.ts'
import { type KeptEntry, type OwnedBy, entriesOf, insertEntry } from './entry-store.ts'
import { directorySubject } from './head-store.ts'
import { judgeChain, maturedAmong } from './read-state.ts'
import { AliasTakenError, EntryRefusedError, SequenceTakenError } from './refusals.ts'
import { tellOfEntry } from './tell-of-entry.ts'

/** Facts of persons belong to no body. */
const platformAuthority = 'platform'

/** A new entry, with whose it is. */
export interface Publication {
  readonly entry: DirectoryEntry
  /** What the owner is also found by; a text is hashed and kept nowhere. */
  readonly aliases: readonly { readonly kind: string; readonly value: string }[]
  readonly by: Actor
  /** The person or business whose mailbox it is; whoever acts, where left out. `null`: nobody. */
  readonly person?: string | null
  /** Persons who are told by the caller, in its own words. */
  readonly told?: readonly string[]
}

/**
 * Enters keys of an owner in the directory: checks them as everybody will who looks them up, refuses a
 * fork, queues them for the next head, records the fact, and tells whose they are on every channel.
 * @throws {EntryRefusedError}
 * @throws {SequenceTakenError}
 * @throws {AliasTakenError}
 */
export async function publishEntry(
  tx: Tx,
  publication: Publication,
  at: Temporal.Instant
): Promise<void> {
  const entry = readEntry({ ...publication.entry })
  if (entry === null) throw new EntryRefusedError('entry-form')
  // Whoever may add a key was found out by the caller; the chain is the owner's, whoever acts for them.
  await withScope('system', () => publishWithin(tx, { ...publication, entry }, at))
}

async function publishWithin(
  tx: Tx,
  publication: Publication,
  at: Temporal.Instant
): Promise<void> {
  const { entry, aliases, by } = publication
  const before = await entriesOf(tx, entry.owner)
  if (entry.sequence < before.length) throw new SequenceTakenError()
  const chain = [...before.map((kept) => kept.entry), entry]
  const judged = judgeChain(chain, await maturedAmong(tx, before, at))
  if (!judged.ok) throw new EntryRefusedError(judged.reason)
  const owned = ownedBy(publication, before.at(-1))
  const fact = await recordFact(tx, factOf({ entry, owned, by, at }))
  const kept = { entry, hash: entryHash(entry), ...owned, addedAt: at, addedBy: by.id }
  if (!(await insertEntry(tx, { ...kept, fact: fact.id }))) throw new SequenceTakenError()
  await noteForCases(tx, { entry, owned }, at)
  for (const { kind, value } of aliases) {
    const label = toHex(labelOf(`identifier:${kind}:${value}`))
    const now = await insertAlias(tx, { label, owner: entry.owner, person: owned.person, at })
    if (now !== entry.owner) throw new AliasTakenError()
  }
  await tellOfEntry(tx, { entry, owned, told: publication.told ?? [] }, at)
}

/** Applications are sealed to units: the desk has to know to which key, and whose signature counts. */
async function noteForCases(
  tx: Tx,
  { entry, owned }: { readonly entry: DirectoryEntry; readonly owned: OwnedBy },
  at: Temporal.Instant
): Promise<void> {
  const { authority, unit } = owned
  if (authority === null || unit === null) return
  const { sequence, recipient, keys, reason } = entry
  const isRecovery = reason === 'recovered'
  const key = { authority, unit, sequence, recipient, keys, isRecovery }
  await caseDesk.noteUnitKey(tx, key, at)
}

function ownedBy({ entry, by, person }: Publication, before: KeptEntry | undefined): OwnedBy {
  if (before !== undefined) {
    return { person: before.person, authority: before.authority, unit: before.unit }
  }
  const [, authority, unit] = /^unit:([^/]+)\/(.+)$/.exec(entry.owner) ?? []
  return authority === undefined || unit === undefined
    ? { person: person === undefined ? by.person : person, authority: null, unit: null }
    : { person: null, authority, unit }
}

function factOf(of: {
  entry: DirectoryEntry
  owned: OwnedBy
  by: Actor
  at: Temporal.Instant
}): NewFact {
  const { entry, owned, by, at } = of
  const { owner, sequence, reason } = entry
  return {
    owner: owned.person ?? owned.authority ?? directorySubject,
    authority: owned.authority ?? platformAuthority,
    kind: 'directory.changed',
    subject: owned.person ?? owner,
    at,
    actor: by.id,
    body: { owner, sequence, reason, entry: entryHash(entry) }
  }
}
