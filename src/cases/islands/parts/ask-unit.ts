import {
  type DirectoryClient,
  type FoundRecipient,
  findRecipient
} from '../../../kernel/directory/index.ts'
import { parsePolicy } from '../../../kernel/tlog/index.ts'

/** A unit, and by which log a browser believes what the key directory says of it. */
export interface UnitInDirectory {
  /** `unit:ito/service-desk`. */
  readonly owner: string
  /** Text of the log policy. */
  readonly policy: string
  /** Host of the installation, as the names of its keys begin. */
  readonly host: string
}

/**
 * The keys of a unit as the public log proves them, and as they follow from what this browser was shown before;
 * what the server says of them counts for nothing.
 */
export async function askUnit({
  owner,
  policy,
  host
}: UnitInDirectory): Promise<FoundRecipient | { readonly ok: false; readonly fault: 'no-policy' }> {
  const read = parsePolicy(policy)
  if (!read.ok || read.value.logs.length === 0) return { ok: false, fault: 'no-policy' }
  const client: DirectoryClient = {
    site: location.origin,
    trust: { host, policy: read.value },
    pins: {
      read: (key) => Promise.resolve(localStorage.getItem(key)),
      write: (key, kept) => {
        localStorage.setItem(key, kept)
        return Promise.resolve()
      }
    },
    now: instantNow,
    fetch: (address, init) => fetch(address, { ...init, credentials: 'same-origin' })
  }
  return findRecipient(client, owner)
}

/** The kernel asks an instant for its milliseconds alone; many browsers have no Temporal yet. */
function instantNow(): never {
  const epochMilliseconds = Math.round(performance.timeOrigin + performance.now())
  return { epochMilliseconds } as never
}
