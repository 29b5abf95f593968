import type { Inside } from './inside.ts'
import type { HostResolver } from './resolve-host.ts'

/** What every look shares. */
export interface LookContext {
  readonly resolver: HostResolver
  /** Registered hosts, as `registeredHosts` writes them. */
  readonly hosts: ReadonlySet<string>
  readonly inside: Inside
  /** Milliseconds since 1970, as well as anybody here knows. */
  epochMilliseconds(): number
}
