import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder } from '../../platform/durable-file.ts'
import { type AgentClock, machineClock } from './agent-clock.ts'
import { registeredHosts } from './allowed-hosts.ts'
import type { Canary } from './canary-file.ts'
import { DeskClient } from './desk-client.ts'
import { holdFolder } from './hold-folder.ts'
import { HostWatch } from './host-watch.ts'
import { insideOf, placeText } from './inside.ts'
import { type CanaryInUse, type LookContext, canaryInUse, withoutLetters } from './look-context.ts'
import { NoticeWatch } from './notice-watch.ts'
import { spread } from './pace.ts'
import { PlanKeeper } from './plan-keeper.ts'
import { Reporter } from './reporter.ts'
import { HostResolver } from './resolve-host.ts'
import { Looks } from './run-looks.ts'
import { Spool } from './spool.ts'
import type { ProbePlan } from './wire.ts'

/** How an agent is run. */
export interface AgentOptions {
  /** Origin of the desk, such as `https://desk.example`. */
  readonly desk: string
  /** API key of a probe. */
  readonly key: string
  /** Its own folder: the plan and the spool. */
  readonly folder: string
  /** Looks under way at once. */
  readonly underWayMax?: number
  /** Bytes of results that wait for the desk. */
  readonly spoolBytesMax?: number
  /** Milliseconds between reports, a fifth more or less. */
  readonly reportEveryMs?: number
  readonly clock?: AgentClock
  /** Between which mailboxes letters are sent; without one, letters are not looked at. */
  readonly canary?: Canary | null
  /** Told what the operator should know, one line each. */
  readonly say: (line: string) => void
}

const defaults = { underWayMax: 1000, spoolBytesMax: 256_000_000 }
/** A report as often as the quickest target is looked at, within these. */
const reportEveryMs = { least: 1000, most: 5000 }
const noticeEveryMs = 1000
const tidyEveryMs = 60_000
const farewellMs = 3000

/**
 * Runs a vantage point until it is told to stop: follows the plan of the desk, looks at its targets and
 * notices, and reports. While the desk is down it goes on by the last plan, and keeps its results.
 * @throws {FolderTakenError} If another agent works in the folder.
 */
export async function runAgent(options: AgentOptions, told: AbortSignal): Promise<void> {
  await makeFolder(options.folder, 0o700)
  const letGo = await holdFolder(options.folder)
  try {
    await new Agent(options, await openSpool(options)).run(told)
  } finally {
    letGo()
  }
}

function openSpool({ folder, spoolBytesMax: bytesMax, say }: AgentOptions): Promise<Spool> {
  const limits = { bytesMax: bytesMax ?? defaults.spoolBytesMax, say }
  return Spool.open(join(folder, 'spool'), limits)
}

class Agent {
  readonly #options: AgentOptions
  readonly #resolver = new HostResolver()
  readonly #client: DeskClient
  readonly #clock: AgentClock
  readonly #reporter: Reporter
  readonly #hostWatch: HostWatch
  readonly #looks: Looks
  readonly #notices: NoticeWatch
  readonly #plans: PlanKeeper
  readonly #spool: Spool
  readonly #canary: CanaryInUse | null
  #plan: { readonly plan: ProbePlan; readonly context: LookContext } | null = null

  constructor(options: AgentOptions, spool: Spool) {
    const { desk, key, folder, say } = options
    this.#options = options
    this.#spool = spool
    const { canary = null } = options
    this.#canary = canary && canaryInUse(canary, join(folder, 'canary-pins'))
    this.#clock = options.clock ?? machineClock()
    this.#client = new DeskClient(desk, key, this.#resolver)
    this.#plans = new PlanKeeper({ client: this.#client, desk, folder, say })
    const reporter = new Reporter({ clock: this.#clock, spool, client: this.#client, say })
    this.#reporter = reporter
    this.#hostWatch = new HostWatch((host) => {
      reporter.tell('hosts', host)
    })
    this.#notices = new NoticeWatch({
      clock: this.#clock,
      onSighting: (sighting) => {
        reporter.tell('sightings', sighting)
      },
      onMissed: (missed) => {
        reporter.tell('missed', missed)
      }
    })
    this.#looks = new Looks({
      clock: this.#clock,
      underWayMax: options.underWayMax ?? defaults.underWayMax,
      hostWatch: this.#hostWatch,
      report: (outcome) => {
        if (reporter.add(outcome)) void reporter.flush()
      },
      onFault: (target, error) => {
        const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
        say(`a fault of this program at ${target}: ${words}`)
      }
    })
  }

  async run(told: AbortSignal): Promise<void> {
    const waiting = this.#spool.waiting.reduce((sum, { lost }) => sum + lost, 0)
    if (waiting > 0)
      this.#options.say(`${String(waiting)} results of an earlier run are sent first`)
    const kept = await this.#plans.kept()
    if (kept !== null) this.#follow(kept, { isFirst: true })
    const fault = new AbortController()
    const ended = AbortSignal.any([told, fault.signal])
    const work = Promise.all([
      this.#refresh(ended),
      this.#reports(ended),
      this.#every(noticeEveryMs, ended, () => this.#lookForNotices()),
      this.#every(tidyEveryMs, ended, () => {
        this.#tidy()
      })
    ])
    try {
      await Promise.race([work, farewell(told)])
    } finally {
      // One that fails ends the others.
      fault.abort()
      this.#looks.stop()
      await this.#reporter.flush()
    }
    const isOver = farewell(AbortSignal.abort())
    await Promise.race([this.#reporter.send(() => false), isOver])
  }

  #follow(given: ProbePlan, { isFirst }: { isFirst: boolean }): void {
    const hosts = registeredHosts(given.hosts)
    const own = placeText(new URL(this.#options.desk))
    const context: LookContext = {
      resolver: this.#resolver,
      hosts,
      canary: this.#canary,
      inside: insideOf([...given.inside, own]),
      epochMilliseconds: () => this.#client.epochMilliseconds() ?? this.#clock.now().wall
    }
    this.#hostWatch.registered = hosts
    const plan = { ...given, targets: withoutLetters(given.targets, context) }
    const left = given.targets.length - plan.targets.length
    if (left > 0 && this.#plan === null) {
      this.#options.say(`${String(left)} letter targets are left out: no --canary file`)
    }
    this.#plan = { plan, context }
    this.#looks.follow(plan, context, { isFirst })
  }

  async #refresh(told: AbortSignal): Promise<void> {
    while (!told.aborted) {
      const { plan, waitMs } = await this.#plans.ask()
      if (plan !== null) this.#follow(plan, { isFirst: false })
      await untilOver(waitMs, told)
    }
  }

  async #reports(told: AbortSignal): Promise<void> {
    while (!told.aborted) {
      await untilOver(spread(this.#reportEveryMs(), Math.random()), told)
      await this.#reporter.flush()
      await this.#reporter.send(() => told.aborted)
    }
  }

  #reportEveryMs(): number {
    const quickest = (this.#plan?.plan.targets ?? []).reduce(
      (least, { everySeconds }) => Math.min(least, everySeconds * 1000),
      reportEveryMs.most
    )
    return this.#options.reportEveryMs ?? Math.max(quickest, reportEveryMs.least)
  }

  async #lookForNotices(): Promise<void> {
    if (this.#plan === null) return
    await this.#notices.look(this.#plan.plan.notices, this.#plan.context)
  }

  #tidy(): void {
    this.#resolver.tidy()
    const skipped = this.#looks.takeSkipped()
    if (skipped > 0) {
      this.#options.say(
        `${String(skipped)} looks were left out: too many at once, or this machine slept`
      )
    }
  }

  async #every(
    milliseconds: number,
    told: AbortSignal,
    work: () => Promise<void> | void
  ): Promise<void> {
    while (!told.aborted) {
      await work()
      await untilOver(milliseconds, told)
    }
  }
}

/** A while after it was told to stop: what is under way then is left as it is. */
async function farewell(told: AbortSignal): Promise<void> {
  if (!told.aborted) {
    await new Promise((resolve) => {
      told.addEventListener('abort', resolve, { once: true })
    })
  }
  await pause(farewellMs)
}

async function untilOver(milliseconds: number, told: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal: told }).catch(() => {})
}
