import {
  type DirectoryAnswer,
  type DirectoryEntry,
  type EntryReason,
  type LogTrust,
  type MapBranch,
  type PinStore,
  aliasValue,
  changeMap,
  entryHash,
  headFactKind,
  headHash,
  labelOf,
  proveLabel,
  signEntry
} from '../../src/kernel/directory/index.ts'
import {
  type SigningKey,
  encodeEntry,
  formatEntryProof,
  formatVerifierKey,
  fromBase64,
  leafHash,
  portableSigningKey,
  proveInclusion,
  readNodesFromTiles,
  signCheckpoint,
  signatureTypes,
  TileBuilder,
  tilePath,
  toBase64
} from '../../src/kernel/tlog/index.ts'
import { nodePrimitives, policyOf } from './tlog.ts'

/** Name of the installation of {@link MemoryDirectory}. */
export const host = 'desk.example'
const origin = `${host}/peyman/log/1405`
const logKey = portableSigningKey({
  name: origin,
  type: signatureTypes.note,
  seed: new Uint8Array(32).fill(9)
})

/** What a sender believes who knows the log of {@link MemoryDirectory}. */
export const trust: LogTrust = {
  host,
  policy: policyOf(`log ${formatVerifierKey(logKey.key)}\nquorum none\n`)
}

/** Keys of an owner, different for each number; Ed25519 alone, as the rules are the same with two. */
export function keysOf(owner: string, seed: number): SigningKey[] {
  const name = `${host}/${owner.replace('unit:', '').replace(':', '/')}`
  const bytes = new Uint8Array(32).fill(seed)
  return [portableSigningKey({ name, type: signatureTypes.note, seed: bytes })]
}

/** A recipient of the right form, which nobody can open. */
export function recipientOf(seed: number): string {
  return `age1pq1${seed.toString(36).padStart(1952, 'q')}`
}

/** The next entry of a chain. */
export function entryAfter(
  chain: readonly DirectoryEntry[],
  of: {
    owner: string
    reason: EntryReason
    at: string
    own?: number
    before?: number
    like?: DirectoryEntry
  }
): DirectoryEntry {
  const { owner, reason, at, own, before, like } = of
  const signers = own === undefined ? [] : keysOf(owner, own)
  const last = chain.at(-1)
  return signEntry(
    {
      v: 1,
      owner,
      sequence: chain.length,
      at,
      recipient: like?.recipient ?? (own === undefined ? null : recipientOf(own)),
      keys: like?.keys ?? signers.map(({ key }) => formatVerifierKey(key)),
      reason,
      previous: last === undefined ? null : entryHash(last)
    },
    { own: signers, before: before === undefined ? [] : keysOf(owner, before) }
  )
}

/** Owners of the examples. */
export const firstOwner = 'mailbox:0193a1b2-0000-7000-8000-000000000001'
export const secondOwner = 'mailbox:0193a1b2-0000-7000-8000-000000000002'
export const someUnit = 'unit:sko/it'

/** When the examples begin; and so many hours after it. */
const start = Temporal.Instant.from('2026-11-22T06:00:00Z')
export const after = (hours: number) => start.add({ minutes: Math.round(hours * 60) })

/** One entry of an example: why, when, by which keys, after which, and like which entry. */
export interface Step {
  readonly reason: EntryReason
  readonly hours: number
  readonly own?: number
  readonly before?: number
  readonly like?: number
}

/** The first entry of every example. */
export const enrolled: Step = { reason: 'enrolled', hours: 0, own: 1 }

/** A chain, by the hours at which its entries were made. */
export function chainOf(steps: readonly Step[], of = firstOwner): DirectoryEntry[] {
  const chain: DirectoryEntry[] = []
  for (const { like, hours, ...step } of steps) {
    const model = like === undefined ? undefined : chain[like]
    const same = model === undefined ? {} : { like: model }
    const made = after(hours).toString()
    chain.push(entryAfter(chain, { owner: of, at: made, ...step, ...same }))
  }
  return chain
}

interface Head {
  readonly index: number
  readonly at: Temporal.Instant
  readonly chains: ReadonlyMap<string, number>
  readonly aliases: ReadonlyMap<string, string>
}

/** A whole directory with its log, in memory: what a desk keeps in rows. */
export class MemoryDirectory {
  readonly chains = new Map<string, DirectoryEntry[]>()
  readonly aliases = new Map<string, string>()
  readonly heads: Head[] = []
  readonly roots: string[] = []
  readonly #branches: Map<string, MapBranch>[] = []
  readonly #log = TileBuilder.empty(nodePrimitives)
  readonly #tiles = new Map<string, Uint8Array>()
  readonly #entries: Uint8Array[] = []
  #previous: string | null = null

  add(entry: DirectoryEntry): void {
    this.chains.set(entry.owner, [...(this.chains.get(entry.owner) ?? []), entry])
  }

  /** Puts all that is there into the map, and the head into the log. */
  async publish(at: Temporal.Instant): Promise<void> {
    const leaves = [
      ...[...this.chains].map(([owner, chain]) => ({
        label: labelOf(owner),
        value: fromBase64(entryHash(chain.at(-1) as DirectoryEntry)) as Uint8Array
      })),
      ...[...this.aliases].map(([text, owner]) => ({
        label: labelOf(text),
        value: aliasValue(owner)
      }))
    ]
    const before = this.#branches.at(-1) ?? new Map<string, MapBranch>()
    const { root, branches } = await changeMap(leaves, readerOf(before), nodePrimitives)
    this.#branches.push(new Map([...before, ...branches]))
    this.roots.push(toBase64(root))
    const body = {
      number: this.heads.length + 1,
      root: toBase64(root),
      entries: [...this.chains.values()].reduce((sum, chain) => sum + chain.length, 0),
      labels: leaves.length,
      previous: this.#previous
    }
    this.#previous = headHash(body)
    const index = this.log({ v: 1, type: headFactKind, at: at.toString(), body }, at)
    const chains = new Map([...this.chains].map(([owner, chain]) => [owner, chain.length]))
    this.heads.push({ index, at, chains, aliases: new Map(this.aliases) })
  }

  /** Puts anything into the log. */
  log(what: object, at: Temporal.Instant): number {
    const second = Math.floor(at.epochMilliseconds / 1000)
    const entry = encodeEntry({
      kind: 'public',
      at: second,
      body: Buffer.from(JSON.stringify(what))
    })
    if (!entry.ok) throw new Error(entry.reason)
    this.#log.append(leafHash(entry.value, nodePrimitives))
    for (const tile of this.#log.takeTiles()) this.#tiles.set(tilePath(tile), tile.bytes)
    this.#entries.push(entry.value)
    return this.#entries.length - 1
  }

  /** The proof that an entry stands in the log as it is now. */
  async entryProof(index: number, signers = [logKey]): Promise<string> {
    const size = this.#entries.length
    const nodes = readNodesFromTiles(
      size,
      (wanted) => wanted.map((tile) => this.#tiles.get(tilePath(tile)) ?? new Uint8Array()),
      nodePrimitives
    )
    const path = await proveInclusion({ index, size }, nodes, nodePrimitives)
    const checkpoint = signCheckpoint({ origin, size, root: this.#log.root() }, signers, 0)
    const entry = this.#entries[index] as Uint8Array
    const proof = formatEntryProof({ entry, index, path, checkpoint })
    if (!proof.ok) throw new Error(proof.reason)
    return proof.value
  }

  /** What an honest desk answers; `head` and `earlier` count from 0. */
  async answer(owner: string, head = this.heads.length - 1, earlier = 0) {
    const target = owner.startsWith('identifier:') ? (this.aliases.get(owner) ?? null) : owner
    const isAlias = target !== owner
    const { index } = this.heads[head] as Head
    const entries = this.#entriesAt(target, head)
    const shown: DirectoryAnswer = {
      v: 1,
      owner,
      head: await this.entryProof(index),
      alias: isAlias ? { owner: target, proof: await this.#prove(owner, head) } : null,
      entries,
      proof: target === null ? null : await this.#prove(target, head),
      earlier: null
    }
    return target === null || entries.length === 0
      ? shown
      : { ...shown, earlier: await this.#earlier(target, owner, earlier) }
  }

  #entriesAt(owner: string | null, head: number): DirectoryEntry[] {
    const count = this.heads[head]?.chains.get(owner ?? '') ?? 0
    return (this.chains.get(owner ?? '') ?? []).slice(0, count)
  }

  /** A tile by the end of its address, or `null`. */
  tile(address: string): Uint8Array | null {
    return this.#tiles.get(address.slice(address.indexOf('tile/'))) ?? null
  }

  async #earlier(owner: string, asked: string, head: number) {
    const { index, aliases } = this.heads[head] as Head
    const isThere = aliases.get(asked) === owner
    return {
      head: await this.entryProof(index),
      sequence: this.#entriesAt(owner, head).length - 1,
      proof: await this.#prove(owner, head),
      alias: asked === owner ? null : { isThere, proof: await this.#prove(asked, head) }
    }
  }

  async #prove(text: string, head: number) {
    const branches = this.#branches[head] ?? new Map<string, MapBranch>()
    return (await proveLabel(labelOf(text), readerOf(branches), nodePrimitives)).proof
  }
}

/** Reads branches of a map in memory. */
export function readerOf(branches: ReadonlyMap<string, MapBranch>) {
  return (paths: readonly string[]) =>
    new Map(
      paths.flatMap((path) => {
        const branch = branches.get(path)
        return branch === undefined ? [] : [[path, branch] as const]
      })
    )
}

/** Pins of somebody who forgets them at the end of the test. */
export class MemoryPins implements PinStore {
  readonly kept = new Map<string, string>()
  read(key: string) {
    return Promise.resolve(this.kept.get(key) ?? null)
  }
  write(key: string, value: string) {
    this.kept.set(key, value)
    return Promise.resolve()
  }
}
