import {
  type LookupFault,
  type PinFault,
  type PinnedHead,
  type DirectoryPin,
  checkedRecipient
} from '../../../kernel/directory/index.ts'
import { type SenderKeys, sendersOf } from '../../../kernel/reading/index.ts'
import { parsePolicy } from '../../../kernel/tlog/index.ts'
import type { Api } from './api.ts'
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

/** The directory did not prove what it said; no letter is opened or sealed by it. */
export class DirectoryRefusedError extends Error {
  override readonly name = 'DirectoryRefusedError'
  readonly fault: LookupFault | PinFault | 'no-policy'

  constructor(fault: LookupFault | PinFault | 'no-policy') {
    super(`the key directory is refused: ${fault}`)
    this.fault = fault
  }
}

/** Asks the key directory who somebody is, and believes nothing of it that is not proven in the log. */
export class Directory {
  readonly #api: Api
  readonly #data: ReaderData
  /** What this device was shown before; sealed in the local index. */
  readonly #pins: LocalIndex | null

  constructor(api: Api, data: ReaderData, pins: LocalIndex | null) {
    this.#api = api
    this.#data = data
    this.#pins = pins
  }

  /** @throws {DirectoryRefusedError} Where the answer is not proven, or not what was shown before. */
  async keysOf(owner: string): Promise<ProvenOwner> {
    const path = owner.split('/').map(encodeURIComponent).join('%2F')
    const answer = await this.#api.json(`/api/v1/key-directory/${path}`)
    const policy = parsePolicy(this.#data.policy)
    if (!policy.ok || policy.value.logs.length === 0) throw new DirectoryRefusedError('no-policy')
    const now = instantAt(performance.timeOrigin + performance.now())
    const trust = { host: this.#data.host, policy: policy.value }
    const pinned = (await this.#pins?.draft(`pin/${owner}`)) as DirectoryPin | null | undefined
    const newest = (await this.#pins?.draft('pin-newest')) as PinnedHead | null | undefined
    const want = { owner, trust, now, newest: newest ?? null }
    const checked = checkedRecipient(answer, want, pinned ?? null)
    if (!checked.ok) throw new DirectoryRefusedError(checked.fault)
    await this.#pins?.keepDraft(`pin/${owner}`, checked.pin)
    await this.#pins?.keepDraft('pin-newest', checked.pin.head)
    return { recipient: checked.recipient, senders: sendersOf(checked.lookup), answer }
  }
}
