import { randomUUID } from 'node:crypto'
import { type AgentClock, ageOf } from './agent-clock.ts'
import type { BatchAnswer, DeskClient } from './desk-client.ts'
import { type Pending, type TimedOutcome, makeBatches } from './make-batches.ts'
import { backOff } from './pace.ts'
import type { Spool, Waiting } from './spool.ts'
import { ageMillisecondsMax, resultsPerBatchMax } from './wire.ts'

interface Parts {
  readonly clock: AgentClock
  readonly spool: Spool
  readonly client: DeskClient
  readonly say: (line: string) => void
}

/** Results kept in memory while the disk takes none. */
const heldMax = 20_000
const limits = { firstMs: 1000, mostMs: 60_000 }
const forbiddenLimits = { firstMs: 30_000, mostMs: 300_000 }

/** What the agent found, on its way: memory, spool, desk. */
export class Reporter {
  readonly #parts: Parts
  #results: TimedOutcome[] = []
  #others: Omit<Pending, 'results'> = { sightings: [], missed: [], hosts: [] }
  /** Results thrown away because the disk took none. */
  #lost = 0
  #failures = 0
  #waitUntil = 0
  #diskFails = false
  #lastWhy = ''
  #flushing: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Takes a result. @returns Whether so many wait that they should be put on the disk now. */
  add(outcome: TimedOutcome): boolean {
    this.#results.push(outcome)
    if (this.#results.length > heldMax) {
      const over = this.#results.length - heldMax
      this.#results.splice(0, over)
      this.#lost += over
    }
    return this.#results.length % resultsPerBatchMax === 0
  }

  /** Takes something else to tell. */
  tell<K extends keyof Omit<Pending, 'results'>>(kind: K, item: Pending[K][number]): void {
    this.#others = { ...this.#others, [kind]: [...this.#others[kind], item] }
  }

  /** Puts all that waits in memory on the disk; one after the other. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#flush())
    return this.#flushing
  }

  /**
   * Sends what is on the disk, oldest first, until it is all there or the desk takes no more.
   * @returns How long to wait before the next try; `null` where nothing is left.
   */
  async send(stopped: () => boolean): Promise<number | null> {
    const left = this.#waitUntil - performance.now()
    if (left > 0) return left
    for (;;) {
      const [oldest] = this.#parts.spool.waiting
      if (oldest === undefined || stopped()) return null
      const wait = await this.#sendOne(oldest)
      if (wait === null) continue
      this.#waitUntil = performance.now() + wait
      return wait
    }
  }

  async #flush(): Promise<void> {
    const { clock, spool } = this.#parts
    const pending: Pending = { results: this.#results, ...this.#others }
    const lost = this.#lost
    const untold = spool.untold
    const at = clock.now()
    const made = makeBatches(pending, {
      now: at.ticks,
      dropped: lost + untold,
      newBatchId: randomUUID
    })
    if (made.length === 0) return
    this.#results = []
    this.#others = { sightings: [], missed: [], hosts: [] }
    let put = 0
    let results = 0
    try {
      for (const one of made) {
        await spool.add({ ...one, at, lostBefore: put === 0 ? lost : 0 })
        put += 1
        results += one.results
      }
      this.#lost -= lost
      if (this.#diskFails) this.#parts.say('the spool takes results again')
      this.#diskFails = false
    } catch (error) {
      // What was not put waits in memory for the next try; of other things the next look tells again.
      this.#results = [...pending.results.slice(results), ...this.#results]
      if (put > 0) this.#lost -= lost
      this.#sayDisk(error)
    }
  }

  #sayDisk(error: unknown): void {
    if (!this.#diskFails) {
      const why = error instanceof Error ? error.message : String(error)
      this.#parts.say(`the spool takes nothing (${why}); results wait in memory`)
    }
    this.#diskFails = true
  }

  /** @returns How long to wait before it is tried again; `null` where it is done with. */
  async #sendOne(oldest: Waiting): Promise<number | null> {
    const { clock, spool, client, say } = this.#parts
    const batch = await spool.read(oldest)
    if (batch === null) return null
    const age = ageOf(batch.madeAt, clock.now())
    if (age === null || age > ageMillisecondsMax) {
      const why = age === null ? 'of unknown age, for the clock went back' : 'too old'
      say(`${String(oldest.lost)} results are ${why}, and are thrown away`)
      await spool.drop(oldest)
      return null
    }
    return this.#heed(oldest, await client.send(batch, age))
  }

  async #heed(oldest: Waiting, answer: BatchAnswer): Promise<number | null> {
    const { spool, say } = this.#parts
    if (answer.kind === 'later') {
      this.#failures += 1
      this.#sayOnce(`${answer.why}; results wait on the disk and are sent later`)
      const { waitMs: asked, isForbidden } = answer
      const pace = isForbidden ? forbiddenLimits : limits
      return backOff(this.#failures, pace, { asked, random: Math.random() })
    }
    if (answer.kind === 'never') {
      say(`${answer.why}: it refused the batch ${oldest.batch}, which is put aside`)
      await spool.refuse(oldest)
      return null
    }
    if (this.#failures > 0) say('the desk takes results again')
    this.#failures = 0
    this.#lastWhy = ''
    const [first] = answer.refused
    if (first !== undefined) {
      say(`the desk refused ${String(answer.refused.length)} results, the first as ${first.code}`)
    }
    await spool.remove(oldest)
    return null
  }

  #sayOnce(line: string): void {
    if (line !== this.#lastWhy) this.#parts.say(line)
    this.#lastWhy = line
  }
}
