import type { PinStore } from '../../kernel/directory/index.ts'
import type { CanaryEnds } from './canary-letter.ts'
import type { Canary } from './canary-file.ts'
import { canaryPins } from './canary-pins.ts'
import type { Inside } from './inside.ts'
import type { HostResolver } from './resolve-host.ts'
import type { ProbeTarget } from './wire.ts'

/** What every look shares. */
export interface LookContext {
  readonly resolver: HostResolver
  /** Registered hosts, as `registeredHosts` writes them. */
  readonly hosts: ReadonlySet<string>
  readonly inside: Inside
  /** Between which mailboxes letters are sent; none where this vantage point sends none. */
  readonly canary?: CanaryInUse | null
  /** Milliseconds since 1970, as well as anybody here knows. */
  epochMilliseconds(): number
}

/** A canary file, with what is kept of it from look to look. */
export interface CanaryInUse {
  readonly file: Canary
  readonly pins: PinStore
  /** Keys of both mailboxes, once they were made. */
  ends: Promise<CanaryEnds> | null
  /** By `performance.now()`; `null`: the desk was told no text in this run. */
  disclosedAt: number | null
}

/**
 * The targets that can be looked at: letters only with a canary file. What is not looked at is not
 * reported, so that it stays unknown there and is not down.
 */
export function withoutLetters(
  targets: readonly ProbeTarget[],
  { canary }: Pick<LookContext, 'canary'>
): ProbeTarget[] {
  return targets.filter(({ check }) => check.kind !== 'letter' || canary != null)
}

/** @param pins - File in which what the desk has shown is remembered; `null`: for this run alone. */
export function canaryInUse(file: Canary, pins: string | null): CanaryInUse {
  return { file, pins: canaryPins(pins), ends: null, disclosedAt: null }
}
