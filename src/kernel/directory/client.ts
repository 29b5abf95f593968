import {
  type TileAddress,
  fromBase64,
  portablePrimitives,
  proveConsistency,
  readNodesFromTiles,
  tilePath,
  verifyConsistency
} from '../tlog/index.ts'
import type { LogTrust, LoggedHead } from './head.ts'
import type { LookupWant } from './lookup.ts'
import { isIdentifier } from './owner.ts'
import {
  type CheckedRecipient,
  type DirectoryPin,
  type PinnedHead,
  checkedRecipient
} from './recipient.ts'

/** Where a caller keeps what it was shown: `localStorage`, a file, a row. */
export interface PinStore {
  read(key: string): Promise<string | null>
  write(key: string, value: string): Promise<void>
}

/** What a lookup needs of its surroundings; nothing of it is trusted but `trust` and `pins`. */
export interface DirectoryClient {
  /** Origin of the desk, `https://desk.example`. */
  readonly site: string
  readonly trust: LogTrust
  readonly pins: PinStore
  now(): Temporal.Instant
  /** `fetch`, with the caller's session or key. */
  fetch(address: string, init?: RequestInit): Promise<Response>
  readonly primitives?: LookupWant['primitives']
}

/** Why no answer came, or why the log is not the one that was shown before. */
export type ClientFault =
  'ask-failed' | 'ask-refused' | 'pin-unreadable' | 'log-rolled-back' | 'log-fork'

/** A checked recipient, or the one reason why nothing may be sealed. */
export type FoundRecipient = CheckedRecipient | { readonly ok: false; readonly fault: ClientFault }

/** The newest checkpoint of a log that was shown. */
interface PinnedLog {
  readonly size: number
  readonly root: string
}

/**
 * Looks up whom to seal a letter to: asks the desk, checks its answer, holds it against all that this
 * caller was ever shown, also that the log only grew, and remembers it. Only `ok: true` may be used.
 * @param owner - `unit:…`, `mailbox:…` or `identifier:…`.
 */
export async function findRecipient(
  client: DirectoryClient,
  owner: string
): Promise<FoundRecipient> {
  const answer = await ask(client, owner)
  if (answer === null) return { ok: false, fault: 'ask-failed' }
  if (answer === 'refused') return { ok: false, fault: 'ask-refused' }
  const { trust, primitives } = client
  const [pinned, newest] = await Promise.all([
    readPin<DirectoryPin>(client, `key ${owner}`),
    readPin<PinnedHead>(client, 'head')
  ])
  if (pinned === 'unreadable' || newest === 'unreadable')
    return { ok: false, fault: 'pin-unreadable' }
  const want = { owner, trust, now: client.now(), newest, ...(primitives && { primitives }) }
  const checked = checkedRecipient(answer, want, pinned)
  const isAnew = !checked.ok && (await hasAnew(client, checked.fault, pinned))
  const found = isAnew ? checkedRecipient(answer, want) : checked
  if (!found.ok) return found
  const fault = await logFault(client, found.lookup.head)
  if (fault !== null) return { ok: false, fault }
  await remember(client, owner, found)
  return found
}

/** Whose mailbox was closed may have another one by now: 72 hours after the identifier was freed. */
async function hasAnew(
  client: DirectoryClient,
  fault: string,
  pinned: DirectoryPin | null
): Promise<boolean> {
  return fault === 'pin-owner-changed' && (await wasClosed(client, pinned?.owner ?? ''))
}

/** Whether the directory proves that an owner who was shown before is closed, and not changed otherwise. */
async function wasClosed(client: DirectoryClient, owner: string): Promise<boolean> {
  const answer = await ask(client, owner)
  const { trust, primitives } = client
  const want = { owner, trust, now: client.now(), ...(primitives && { primitives }) }
  const pin = await readPin<DirectoryPin>(client, `key ${owner}`)
  const found = pin === 'unreadable' ? null : checkedRecipient(answer, want, pin)
  return found?.ok === true && found.lookup.history.at(-1)?.reason === 'closed'
}

async function remember(
  { pins, trust }: DirectoryClient,
  owner: string,
  { pin, lookup }: Extract<CheckedRecipient, { ok: true }>
): Promise<void> {
  const { origin, size, root } = lookup.head.log
  await pins.write(nameOf(trust, `log ${origin}`), JSON.stringify({ size, root }))
  await pins.write(nameOf(trust, 'head'), JSON.stringify(pin.head))
  await pins.write(nameOf(trust, `key ${owner}`), JSON.stringify(pin))
}

function nameOf({ host }: LogTrust, key: string): string {
  return `peyman-directory ${host} ${key}`
}

/** What was kept; whatever cannot be read any more was changed by somebody. */
async function readPin<T>({ pins, trust }: DirectoryClient, key: string) {
  const kept = await pins.read(nameOf(trust, key))
  if (kept === null) return null
  try {
    return JSON.parse(kept) as T
  } catch {
    return 'unreadable' as const
  }
}

async function ask(client: DirectoryClient, owner: string): Promise<unknown> {
  const base = `${client.site}/api/v1/key-directory`
  try {
    // Identifiers of people stand in no address: addresses are written down on the way.
    const answer = isIdentifier(owner)
      ? await client.fetch(`${base}/lookups`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ owner })
        })
      : await client.fetch(`${base}/${encodeURIComponent(owner)}`)
    if (answer.status >= 400 && answer.status < 500) return 'refused'
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** Whether the log under this head goes on with the one that was shown before, by its tiles. */
async function logFault(client: DirectoryClient, { log }: LoggedHead): Promise<ClientFault | null> {
  const before = await readPin<PinnedLog>(client, `log ${log.origin}`)
  if (before === null) return null
  if (before === 'unreadable') return 'pin-unreadable'
  if (log.size === before.size) return log.root === before.root ? null : 'log-fork'
  if (log.size < before.size) return 'log-rolled-back'
  const primitives = client.primitives ?? portablePrimitives
  try {
    const nodes = readNodesFromTiles(log.size, (tiles) => tilesOf(client, log, tiles), primitives)
    const sizes = { oldSize: before.size, newSize: log.size }
    const proof = await proveConsistency(sizes, nodes, primitives)
    const roots = { oldRoot: bytes(before.root), newRoot: bytes(log.root) }
    const verdict = verifyConsistency({ ...sizes, ...roots, proof }, primitives)
    return verdict === 'proven' ? null : 'log-fork'
  } catch {
    return 'ask-failed'
  }
}

async function tilesOf(
  client: DirectoryClient,
  { origin }: LoggedHead['log'],
  tiles: readonly TileAddress[]
): Promise<Uint8Array[]> {
  const shard = origin.slice(origin.lastIndexOf('/') + 1)
  return Promise.all(
    tiles.map(async (tile) => {
      const answer = await client.fetch(`${client.site}/log/${shard}/${tilePath(tile)}`)
      if (!answer.ok) throw new Error(`no tile: ${String(answer.status)}`)
      return new Uint8Array(await answer.arrayBuffer())
    })
  )
}

function bytes(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array()
}
