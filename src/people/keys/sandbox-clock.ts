import type { FastifyRequest as Request } from '../../platform/http/index.ts'
import { type Context, Refusal } from '../../platform/index.ts'
import { sandboxAuthority } from './sandbox-authority.ts'

/** A clock was named by somebody who has none to turn, or one that cannot be read. */
class SandboxClockError extends Refusal {
  readonly code = 'sandbox/clock'
  override readonly status = 403
  constructor() {
    super({
      fa: 'سرآیند Sandbox-Clock تنها با کلید آزمایشی دستگاه آزمایشی (sandbox) می‌آید، برای قطعی برنامه‌ریزی‌شده و تعلیق، و لحظه‌ای است از ۴۰۰ روز پیش تا اکنون.',
      en: 'The header Sandbox-Clock goes with a test key of the sandbox authority only, for planned outages and suspensions, and is an instant of the past 400 days, up to now.'
    })
  }
}

const operations = /^\/api\/v1\/(?:planned-outages|suspensions)(?:\/|$)/
const hoursMax = 400 * 24

/**
 * Refuses a turned clock wherever none may be turned: with a key that is not of the sandbox, and for
 * operations that would not look at it.
 * @throws {SandboxClockError}
 */
export function demandSandboxClock(request: Request, now: Temporal.Instant): void {
  const named = request.headers['sandbox-clock']
  if (named === undefined) return
  const isHere = isSandboxKey(request) && operations.test(request.routeOptions.url ?? '')
  if (!isHere || readClock(named, now) === null) throw new SandboxClockError()
}

/**
 * The context in which an operation runs: with the time of the header `Sandbox-Clock`, so that a program
 * tries in a minute what takes days. Never later than now: what is recorded has happened.
 * @throws {SandboxClockError}
 */
export function atSandboxClock(context: Context, request: Request): Context {
  const now = context.clock.now()
  demandSandboxClock(request, now)
  const turned = readClock(request.headers['sandbox-clock'], now)
  return turned === null ? context : { ...context, clock: { now: () => turned } }
}

/** Whether a request comes with a test key of the sandbox. */
export function isSandboxKey({ apiKey }: Request): boolean {
  return apiKey !== null && apiKey.authority === sandboxAuthority && !apiKey.live
}

function readClock(
  named: string | string[] | undefined,
  now: Temporal.Instant
): Temporal.Instant | null {
  try {
    const turned = Temporal.Instant.from(typeof named === 'string' ? named : '')
    const hours = now.since(turned).total('hours')
    return hours >= 0 && hours <= hoursMax ? turned : null
  } catch {
    return null
  }
}
