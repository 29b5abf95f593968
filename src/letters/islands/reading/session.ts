import { Api, NoLineError, RefusedError } from './api.ts'
import { LocalIndex } from './local-index.ts'
import { say } from './say.ts'
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
  /** Why the mailbox stayed shut when it was asked for last. */
  problem = ''
  #open: OpenSession | null = null
  readonly #changed = new Set<(open: OpenSession | null) => void>()
  readonly #told = new Set<(problem: string) => void>()

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

  /** Calls back whenever the mailbox was asked for and stayed shut. */
  onProblem(callback: (problem: string) => void): void {
    this.#told.add(callback)
  }

  /** Opens the mailbox, asking the person; `null` where it stayed shut: {@link problem} says why. */
  async demand(): Promise<OpenSession | null> {
    if (this.#open !== null) return this.#open
    try {
      const unlocked = await unlockMailbox({ mailbox: this.data.mailbox })
      if (unlocked === null) return this.#stayShut(say('notUnlocked'))
      const { mailbox } = this.data
      const index = await LocalIndex.open(mailbox, unlocked.keys.seed)
      const directory = new Directory(this.data, index)
      this.#set({ mailbox, unlocked, index, directory })
      return this.#open
    } catch (error) {
      return this.#stayShut(problemOf(error))
    }
  }

  #stayShut(problem: string): null {
    this.problem = problem
    for (const callback of this.#told) callback(problem)
    return null
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

/** What is told of a mailbox that did not open: a line that is not there is no fault of its key. */
function problemOf(error: unknown): string {
  if (error instanceof NoLineError) return say('noLineLocked')
  return error instanceof RefusedError ? error.message : say('notUnlocked')
}
