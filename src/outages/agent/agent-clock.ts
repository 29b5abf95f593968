import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { systemClock } from '../../platform/clock.ts'

/** A moment, by what this machine knows of time. */
export interface Mark {
  /** The run of the machine in which `ticks` were counted. */
  readonly boot: string
  /** Milliseconds since that run began; no one can set them, and they go on while the machine sleeps. */
  readonly ticks: number
  /** The wall clock, milliseconds since 1970; it may be wrong, and may step. */
  readonly wall: number
}

/** Where the agent takes the time from. */
export interface AgentClock {
  now(): Mark
  /** Those of `now`, which cost less alone. */
  ticks(): number
}

const askedEveryMs = 100
const sleepMs = 50

/**
 * How long ago a mark was made. The wall clock is asked only where the machine itself was started anew
 * in between.
 * @returns Milliseconds, or `null` where the wall clock says that the mark lies in the future: then
 *   nobody can tell.
 */
export function ageOf(mark: Mark, now: Mark): number | null {
  const ticks = now.ticks - mark.ticks
  // Two processes read the ticks a little apart.
  if (mark.boot === now.boot && ticks > -sleepMs * 4) return Math.max(0, Math.round(ticks))
  const age = Math.round(now.wall - mark.wall)
  return age >= 0 ? age : null
}

/** The clocks of this machine. */
export function machineClock(): AgentClock {
  const run = runOfMachine()
  // Linux counts these from the start of the machine: they outlive this process.
  const boot = run ?? randomUUID()
  const ticks = run === null ? () => performance.now() : sleeplessTicks()
  return {
    ticks,
    now: () => ({ boot, ticks: ticks(), wall: systemClock.now().epochMilliseconds })
  }
}

/** Milliseconds since the start of the machine, asked of it now and then: each answer reads a file. */
function sleeplessTicks(): () => number {
  let offset = 0
  let askedAt = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    if (now - askedAt > askedEveryMs) {
      askedAt = now
      const seen = uptime() * 1000 - now
      // The file tells hundredths of a second: only what is more is a sleep.
      if (Math.abs(seen - offset) > sleepMs) offset = seen
    }
    return now + offset
  }
}

function runOfMachine(): string | null {
  try {
    const id = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return /^[0-9a-f-]{36}$/.test(id) ? id : null
  } catch {
    return null
  }
}
