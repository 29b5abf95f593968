import {
  type ClientFault,
  type DirectoryPin,
  type FoundRecipient,
  type LookupFault,
  type PinFault,
  type PinStore,
  findRecipient
} from '../../../kernel/directory/index.ts'
import { type SenderKeys, sendersOf } from '../../../kernel/reading/index.ts'
import { parsePolicy } from '../../../kernel/tlog/index.ts'
import { NoLineError } from './api.ts'
import { instantAt } from './time.ts'
import type { LocalIndex } from './local-index.ts'
import type { ReaderData } from './shapes.ts'

/** What the directory proved of an owner. */
export interface ProvenOwner {
  /** To whom letters are sealed now; `null` where nobody has a key. */
  readonly recipient: string | null
  readonly senders: readonly SenderKeys[]
  /** The answer as it came, for whoever keeps it with a letter. */
  readonly answer: unknown
}

type Fault = LookupFault | PinFault | ClientFault | 'no-policy' | 'identifier-of-another'

/** The directory did not prove what it said; no letter is opened or sealed by it. */
export class DirectoryRefusedError extends Error {
  override readonly name = 'DirectoryRefusedError'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(`the key directory is refused: ${fault}`)
    this.fault = fault
  }
}

type Proven = Extract<FoundRecipient, { ok: true }>

/** Asks the key directory who somebody is, and believes nothing of it that is not proven in the log. */
export class Directory {
  readonly #data: ReaderData
  /** What this device was shown before; sealed in the local index. */
  readonly #pins: PinStore

  constructor(data: ReaderData, index: LocalIndex | null) {
    this.#data = data
    this.#pins = index === null ? memoryPins() : pinsIn(index)
  }

  /**
   * @throws {DirectoryRefusedError} Where the answer is not proven, or not what was shown before.
   * @throws {NoLineError}
   */
  async keysOf(owner: string): Promise<ProvenOwner> {
    const { found, answer } = await this.#find(owner)
    return { recipient: found.recipient, senders: sendersOf(found.lookup), answer }
  }

  /**
   * The key of whoever has an identifier, if that is the owner whom the page names; `null` while a logged head
   * shows nobody by it, which a desk that has just enrolled somebody cannot help.
   * @throws {DirectoryRefusedError} Also where the identifier is proven to be another's.
   */
  async recipientWith(identifier: string, owner: string): Promise<string | null> {
    const { found } = await this.#find(identifier)
    if (found.lookup.owner === null) return null
    if (found.lookup.owner !== owner) throw new DirectoryRefusedError('identifier-of-another')
    return found.recipient
  }

  async #find(owner: string): Promise<{ found: Proven; answer: unknown }> {
    const { policy: text, host, csrf } = this.#data
    const policy = parsePolicy(text)
    if (!policy.ok || policy.value.logs.length === 0) throw new DirectoryRefusedError('no-policy')
    let answer: unknown = null
    let broken: unknown = null
    const ask = async (address: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      if (init.method === 'POST') headers.set('x-csrf-token', csrf)
      const options = { ...init, headers, credentials: 'same-origin', redirect: 'error' } as const
      const told = await fetch(address, options).catch((error: unknown) => {
        broken = error
        throw error
      })
      const isAnswer = told.ok && address.includes('/key-directory/')
      if (isAnswer) answer = await told.clone().json()
      return told
    }
    const found = await findRecipient(
      {
        site: location.origin,
        trust: { host, policy: policy.value },
        pins: this.#pins,
        now: () => instantAt(performance.timeOrigin + performance.now()),
        fetch: ask
      },
      owner
    )
    if (!found.ok && broken !== null) throw new NoLineError(broken)
    if (!found.ok) throw new DirectoryRefusedError(found.fault)
    return { found, answer }
  }
}

/** Where nothing can be kept, this page at least is told one thing only. */
function memoryPins(): PinStore {
  const kept = new Map<string, string>()
  return {
    read: (key) => Promise.resolve(kept.get(key) ?? null),
    write: (key, value) => {
      kept.set(key, value)
      return Promise.resolve()
    }
  }
}

/** What was shown is a row of the index, each by its own name: `pin/<owner>`, `pin-newest`, `pin-log/…`. */
function pinsIn(index: LocalIndex): PinStore {
  return {
    async read(key) {
      const kept = await index.draft(rowOf(key))
      return kept === null ? null : JSON.stringify(kept)
    },
    async write(key, value) {
      await index.keepDraft(rowOf(key), JSON.parse(value) as DirectoryPin)
    }
  }
}

function rowOf(key: string): string {
  const [, , kind = '', what = ''] = key.split(' ')
  return { key: `pin/${what}`, head: 'pin-newest' }[kind] ?? `pin-${kind}/${what}`
}
