import { type NoticeToSee, noticesToSee, recordSighting } from '../../notices/index.ts'
import { detectOutages, probing, replayed } from '../../outages/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, Refusal, newId } from '../../platform/index.ts'

/** One component of one authority. */
export interface SitePart {
  readonly authority: string
  readonly component: string
}

interface Span {
  readonly from: Temporal.Instant
  to: Temporal.Instant | null
}

type Look = { target: replayed.WatchTarget; at: Temporal.Instant }

// A look an hour tells a quiet past as well as one a minute, and costs a sixtieth; what is down is looked
// at by the minute.
const everySeconds = 3600
const resultsAtOnce = 2000
const vantage = 'demonstration-probe'

/**
 * The vantage point of a replay: it reports through the use cases of the probes what the story says that
 * it found, and sees notices. It is retired with the end of the story, and the desk's own probe goes on.
 */
export class SiteProbe {
  readonly #context: Context
  readonly #caller: { actor: Actor; label: string }
  readonly #managers: ReadonlyMap<string, Actor>
  readonly #downs: (SitePart & Span)[] = []
  readonly #dark: Span[] = []
  #targets: replayed.WatchTarget[] = []
  #reportedTo: Temporal.Instant
  #blindUntil: Temporal.Instant | null = null

  constructor(context: Context, managers: ReadonlyMap<string, Actor>) {
    this.#context = context
    this.#managers = managers
    this.#reportedTo = context.clock.now()
    this.#caller = { actor: probeOf([...managers.keys()]), label: 'demonstration' }
  }

  /** Registers what there is to watch, and looks at everything for the first time. */
  async begin(): Promise<void> {
    await probing.syncWatching(this.#context)
    for (const [authority, manager] of this.#managers) {
      await probing.registerVantage(
        this.#context,
        { authority, id: vantage, label: 'demonstration', outside: true },
        manager.id
      )
      await this.#set(authority, everySeconds)
      const targets = await replayed.liveTargets(this.#context.db, authority)
      // Journeys look every few minutes: their past would be as long as that of a real probe.
      this.#targets.push(...targets.filter(({ kind }) => kind !== 'journey'))
    }
    const now = this.#context.clock.now()
    await this.#send(this.#targets.map((target) => ({ target, at: now })))
  }

  /** Looks at everything once more; from then on the desk's own probe counts, as often as is usual. */
  async end(): Promise<void> {
    const now = this.#context.clock.now()
    await this.report()
    await this.#send(this.#targets.map((target) => ({ target, at: now })))
    await this.leave()
    await this.#detect()
  }

  /** Retires the vantage point, where it is there still; a replay that was cut short left it behind. */
  async leave(): Promise<void> {
    for (const [authority, manager] of this.#managers) {
      try {
        await replayed.retireVantage(this.#context, manager, { authority, vantage })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        continue
      }
      await this.#set(authority, replayed.usualSettings.everySeconds)
    }
  }

  /** Reports the hours since the last report, and sees what was published since. */
  async report(): Promise<void> {
    const now = this.#context.clock.now()
    const looks: Look[] = []
    for (;;) {
      const at = this.#reportedTo.add({ seconds: everySeconds })
      if (Temporal.Instant.compare(at, now) > 0) break
      this.#reportedTo = at
      if (this.#dark.some((span) => holds(span, at))) continue
      const isDaily = at.toZonedDateTimeISO('UTC').hour === 0
      const targets = this.#targets.filter(({ kind }) => kind !== 'menu' || isDaily)
      looks.push(...targets.map((target) => ({ target, at })))
    }
    await this.#send(looks)
    await this.seeNotices()
  }

  /** As `report`, if a day has passed since the last one; else sees notices only. */
  async reportDay(): Promise<boolean> {
    const hours = this.#reportedTo.until(this.#context.clock.now()).total('hours')
    if (hours >= 24) await this.report()
    else await this.seeNotices()
    return hours >= 24
  }

  /** The part fails from now on; looked at each minute, it is found down with the third look. */
  fail(part: SitePart): { found(): Promise<void>; recover(): { found(): Promise<void> } } {
    const down = { ...part, from: this.#context.clock.now(), to: null as Temporal.Instant | null }
    this.#downs.push(down)
    return {
      found: () => this.#lookFrom(part, down.from),
      recover: () => {
        const to = this.#context.clock.now()
        down.to = to
        return { found: () => this.#lookFrom(part, to) }
      }
    }
  }

  /** No report comes for some hours. */
  goDark(hours: number): void {
    const from = this.#context.clock.now()
    this.#dark.push({ from, to: from.add({ hours }) })
  }

  /** Reads no notices for some minutes. */
  goBlind(minutes: number): void {
    this.#blindUntil = this.#context.clock.now().add({ minutes })
  }

  /** Reads the notices that nobody has seen yet. */
  async seeNotices(): Promise<void> {
    const at = this.#context.clock.now()
    if (this.#blindUntil !== null && Temporal.Instant.compare(at, this.#blindUntil) < 0) return
    for (const notice of await noticesToSee(this.#context.db)) {
      const { id, version } = notice
      const sighting = { notice: id, version, vantage, outside: true, at, page: pageOf(notice) }
      await recordSighting(this.#context, sighting)
    }
  }

  async #lookFrom({ authority, component }: SitePart, from: Temporal.Instant): Promise<void> {
    await this.report()
    const own = this.#targets.filter(
      (target) => target.authority === authority && target.component === component
    )
    const minutes = [0, 1, 2].map((minute) => from.add({ minutes: minute }))
    await this.#send(
      own.flatMap((target) => (target.kind === 'menu' ? [] : minutes.map((at) => ({ target, at }))))
    )
  }

  async #send(looks: readonly Look[]): Promise<void> {
    const receivedAt = this.#context.clock.now()
    for (let i = 0; i < looks.length; i += resultsAtOnce) {
      const results = looks.slice(i, i + resultsAtOnce).map((look) => this.#resultOf(look))
      const batch = { v: 1 as const, batch: newId(receivedAt), results, sightings: [], hosts: [] }
      const report = { batch, receivedAt, batchAge: '0' }
      await replayed.takeResults(this.#context, this.#caller, report)
    }
    await this.#detect()
  }

  #resultOf({ target, at }: Look) {
    const isDown = this.#downs.some(
      (down) =>
        down.authority === target.authority &&
        down.component === target.component &&
        holds(down, at)
    )
    const menu = target.check.kind === 'menu' ? target.check.services.length : null
    return {
      target: target.id,
      ageMs: Math.max(0, Math.round(this.#context.clock.now().since(at).total('milliseconds'))),
      ok: !isDown,
      tookMs: 90 + (Math.floor(at.epochMilliseconds / 60_000) % 70),
      reason: isDown ? ('status' as const) : null,
      detail: isDown ? 'answered 503' : null,
      ...(menu !== null && { found: { reached: menu, missing: [] } })
    }
  }

  async #detect(): Promise<void> {
    while ((await detectOutages(this.#context)) > 0);
  }

  async #set(authority: string, seconds: number): Promise<void> {
    const manager = this.#managers.get(authority)
    if (manager === undefined) return
    const settings = { ...replayed.usualSettings, everySeconds: seconds, authority }
    await replayed.changeSettings(this.#context, manager, settings)
  }
}

function holds({ from, to }: Span, at: Temporal.Instant): boolean {
  const begun = Temporal.Instant.compare(from, at) <= 0
  return begun && (to === null || Temporal.Instant.compare(at, to) < 0)
}

function probeOf(authorities: readonly string[]): Actor {
  return {
    kind: 'api-key',
    id: vantage,
    name: { fa: 'پایش نمایشی', en: 'Demonstration probe' },
    grants: authorities.map((authority) => ({ authority, unit: null, role: 'probe', post: null })),
    person: null
  }
}

/** The lines of a notice between its marks: all that a probe looks for on its page. */
function pageOf({ id, version, lines }: NoticeToSee): Buffer {
  const marks = `data-notice="${id}" data-version="${String(version)}"`
  const told = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
  return Buffer.from(`<!doctype html>\n<article ${marks}>\n${told}\n</article>\n`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
