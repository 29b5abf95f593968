import { Api } from './api.ts'
import { LocalIndex } from './local-index.ts'
import { Directory } from './sender-keys.ts'
import type { ReaderData } from './shapes.ts'
import { type UnlockedMailbox, lock, onLock, unlockMailbox } from '../unlock.ts'

/** An unlocked mailbox on this page: its keys are here and nowhere else. */
export interface OpenSession {
  readonly mailbox: string
  readonly unlocked: UnlockedMailbox
  readonly index: LocalIndex | null
  readonly directory: Directory
}

/** The mailbox of this page: locked until somebody opens it, and again after idle minutes. */
export class Session {
  readonly data: ReaderData
  readonly api: Api
  #open: OpenSession | null = null
  readonly #changed = new Set<(open: OpenSession | null) => void>()

  constructor(data: ReaderData) {
    this.data = data
    this.api = new Api(data.csrf)
    onLock(() => {
      this.#set(null)
    })
  }

  get open(): OpenSession | null {
    return this.#open
  }

  /** Calls back now and whenever the mailbox is opened or locked. */
  watch(callback: (open: OpenSession | null) => void): void {
    this.#changed.add(callback)
    callback(this.#open)
  }

  /** Opens the mailbox, asking the person; `null` where they did not. */
  async demand(): Promise<OpenSession | null> {
    if (this.#open !== null) return this.#open
    const unlocked = await unlockMailbox({ mailbox: this.data.mailbox })
    if (unlocked === null) return null
    const { mailbox } = this.data
    const index = await LocalIndex.open(mailbox, unlocked.keys.seed)
    const directory = new Directory(this.data, index)
    this.#set({ mailbox, unlocked, index, directory })
    return this.#open
  }

  lock(): void {
    lock()
    this.#set(null)
  }

  #set(open: OpenSession | null): void {
    if (this.#open === open) return
    this.#open = open
    for (const callback of this.#changed) callback(open)
  }
}
