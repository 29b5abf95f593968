import type { DeskClient, Later } from './desk-client.ts'
import { backOff, spread } from './pace.ts'
import { keepPlan, keptPlan } from './plan-file.ts'
import { PlanError, readPlan } from './plan-text.ts'
import type { ProbePlan } from './wire.ts'

interface Parts {
  readonly client: DeskClient
  readonly desk: string
  readonly folder: string
  readonly say: (line: string) => void
}

const limits = { firstMs: 2000, mostMs: 60_000 }
const forbiddenLimits = { firstMs: 30_000, mostMs: 300_000 }

/** Knows the newest plan of the desk, and keeps it on the disk for the time that the desk is down. */
export class PlanKeeper {
  readonly #parts: Parts
  #etag: string | null = null
  #refreshMs = 30_000
  #hasPlan = false
  #failures = 0
  #lastWhy = ''

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The plan of the run before; `null` where there is none. */
  async kept(): Promise<ProbePlan | null> {
    const { folder, desk, say } = this.#parts
    const kept = await keptPlan(folder, desk)
    if (kept === null) return null
    try {
      const { plan } = readPlan(kept.text)
      this.#etag = kept.etag
      this.#take(plan)
      say(`goes on with the plan of the earlier run, ${String(plan.targets.length)} targets`)
      return plan
    } catch (error) {
      if (!(error instanceof PlanError)) throw error
      say(`the plan in ${folder} cannot be read, and is asked for anew: ${error.message}`)
      return null
    }
  }

  /** Asks the desk. @returns The plan if there is a new one, and how long to wait before the next time. */
  async ask(): Promise<{ plan: ProbePlan | null; waitMs: number }> {
    const answer = await this.#parts.client.plan(this.#etag)
    if (answer.kind === 'later') return { plan: null, waitMs: this.#later(answer) }
    const plan = answer.kind === 'same' ? null : await this.#read(answer)
    if (plan === undefined) return { plan: null, waitMs: this.#wait(limits, null) }
    if (this.#failures > 0) this.#parts.say('the desk gives its plan again')
    this.#failures = 0
    this.#lastWhy = ''
    return { plan, waitMs: spread(this.#refreshMs, Math.random()) }
  }

  /** `undefined`: it cannot be read, and the plan before stays. */
  async #read(answer: { etag: string | null; text: string }): Promise<ProbePlan | undefined> {
    const { folder, desk, say } = this.#parts
    try {
      const { plan, unknown } = readPlan(answer.text)
      await keepPlan(folder, { desk, ...answer }).catch((error: unknown) => {
        say(`the plan cannot be kept: ${error instanceof Error ? error.message : String(error)}`)
      })
      this.#etag = answer.etag
      this.#take(plan)
      const { targets, notices } = plan
      const left = unknown === 0 ? '' : `; ${String(unknown)} others need a newer program`
      say(`${String(targets.length)} targets, ${String(notices.length)} notices to be seen${left}`)
      return plan
    } catch (error) {
      if (!(error instanceof PlanError)) throw error
      this.#sayOnce(error.message)
      return undefined
    }
  }

  #take(plan: ProbePlan): void {
    this.#refreshMs = plan.refreshSeconds * 1000
    this.#hasPlan = true
  }

  #later({ why, waitMs, isForbidden }: Later): number {
    const meanwhile = this.#hasPlan ? 'the last plan is followed' : 'there is no plan yet'
    this.#sayOnce(`${why}; ${meanwhile}`)
    return this.#wait(isForbidden ? forbiddenLimits : limits, waitMs)
  }

  #wait(pace: typeof limits, asked: number | null): number {
    this.#failures += 1
    return backOff(this.#failures, pace, { asked, random: Math.random() })
  }

  #sayOnce(line: string): void {
    if (line !== this.#lastWhy) this.#parts.say(line)
    this.#lastWhy = line
  }
}
