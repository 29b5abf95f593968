import type { AgentClock } from './agent-clock.ts'
import type { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'
import type { Pending } from './make-batches.ts'
import { seeNotice } from './see-notice.ts'
import type { NoticeToSee } from './wire.ts'

interface Parts {
  readonly clock: AgentClock
  readonly onSighting: (sighting: Pending['sightings'][number]) => void
  readonly onMissed: (missed: Pending['missed'][number]) => void
}

interface Known {
  /** When it is looked for next, in ticks. */
  next: number
  /** What was told last of a look in vain, and until when that need not be told again. */
  told: string
  toldUntil: number
}

const lookEveryMs = 30_000
// A sighting that the desk took ends in a plan without this notice; one that it did not is tried again.
const sightedMs = 300_000
const missedAgainMs = 3_600_000

/** Looks for the notices of the plan on their public pages until they are seen. */
export class NoticeWatch {
  readonly #parts: Parts
  #known = new Map<string, Known>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Looks for those whose turn it is, one after the other. */
  async look(notices: readonly NoticeToSee[], context: LookContext): Promise<void> {
    this.#forget(notices)
    for (const notice of notices) {
      const ticks = this.#parts.clock.ticks()
      const known = this.#known.get(keyOf(notice)) ?? { next: 0, told: '', toldUntil: 0 }
      if (ticks < known.next) continue
      this.#known.set(keyOf(notice), known)
      const seen = await seeNotice(notice, context)
      known.next = ticks + (seen.seen ? sightedMs : lookEveryMs)
      const { id, version } = notice
      if (seen.seen) this.#parts.onSighting({ notice: id, version, ticks, page: seen.page })
      else this.#missed(notice, { known, failure: seen.failure, ticks })
    }
  }

  #missed(
    { id, version }: NoticeToSee,
    { known, failure, ticks }: { known: Known; failure: ProbeFailure | null; ticks: number }
  ): void {
    const [reason, detail] = [failure?.reason ?? null, failure?.detail ?? null]
    const told = `${String(reason)} ${String(detail)}`
    if (told === known.told && ticks < known.toldUntil) return
    known.told = told
    known.toldUntil = ticks + missedAgainMs
    this.#parts.onMissed({ notice: id, version, ticks, reason, detail })
  }

  #forget(notices: readonly NoticeToSee[]): void {
    const wanted = new Set(notices.map(keyOf))
    this.#known = new Map([...this.#known].filter(([key]) => wanted.has(key)))
  }
}

function keyOf({ id, version, sha256 }: NoticeToSee): string {
  return `${id} ${String(version)} ${sha256}`
}
