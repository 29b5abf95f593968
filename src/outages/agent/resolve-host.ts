import { type LookupAddress, lookup } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

interface Known {
  readonly addresses: Promise<LookupAddress[]>
  /** When it is asked for anew, by `performance.now()`. */
  until: number
}

const keptMilliseconds = 30_000
const questionMilliseconds = 1600
// Where a name server leaves questions for IPv6 without an answer, IPv4 must not wait for it.
const headStartMilliseconds = 250
// The system's own lookup waits in one of four threads of the process, which write files too.
const systemLookupsMax = 2
const hostsFileMilliseconds = 60_000

/**
 * Finds the addresses of hosts: by the hosts file, by the name servers of the system, and where those
 * know nothing by whatever else the system asks. A name server that is silent holds up its own names only.
 */
export class HostResolver {
  readonly #names = new Resolver({ timeout: questionMilliseconds, tries: 2 })
  readonly #known = new Map<string, Known>()
  readonly #queue: (() => void)[] = []
  #systemLookups = 0
  #hostsFile: { readonly names: Promise<Map<string, string[]>>; readonly until: number } | null =
    null

  /**
   * Addresses of a host, those of IPv4 first.
   * @throws An error of `node:dns` where there are none.
   */
  addressesOf(host: string): Promise<LookupAddress[]> {
    const family = isIP(host)
    if (family !== 0) return Promise.resolve([{ address: host, family }])
    const now = performance.now()
    const known = this.#known.get(host)
    if (known !== undefined && known.until > now) return known.addresses
    const asked: Known = { addresses: this.#ask(host), until: Number.POSITIVE_INFINITY }
    this.#known.set(host, asked)
    void this.#keep(host, asked)
    return asked.addresses
  }

  async #keep(host: string, asked: Known): Promise<void> {
    try {
      await asked.addresses
      asked.until = performance.now() + keptMilliseconds
    } catch {
      // What failed is asked again by the next look.
      this.#known.delete(host)
    }
  }

  /** Forgets hosts that nobody asked for of late. */
  tidy(): void {
    const now = performance.now()
    for (const [host, { until }] of this.#known) if (until < now) this.#known.delete(host)
  }

  async #ask(host: string): Promise<LookupAddress[]> {
    const written = (await this.#hosts()).get(host.toLowerCase())
    if (written !== undefined) return sorted(written)
    try {
      return await this.#askNames(host)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'ETIMEOUT' || code === 'ESERVFAIL' || code === 'EBADNAME') throw error
      return this.#askSystem(host)
    }
  }

  async #askNames(host: string): Promise<LookupAddress[]> {
    const four = this.#names.resolve4(host)
    const six = this.#names.resolve6(host).catch(() => [])
    try {
      const found = await four
      return sorted([...found, ...(await Promise.race([six, pause(headStartMilliseconds, [])]))])
    } catch (error) {
      const found = await six
      if (found.length === 0) throw error
      return sorted(found)
    }
  }

  async #askSystem(host: string): Promise<LookupAddress[]> {
    if (this.#systemLookups >= systemLookupsMax) {
      await new Promise<void>((resolve) => this.#queue.push(resolve))
    }
    this.#systemLookups += 1
    try {
      return await new Promise<LookupAddress[]>((resolve, reject) => {
        lookup(host, { all: true }, (error, addresses) => {
          if (error === null) resolve(addresses)
          else reject(error)
        })
      })
    } finally {
      this.#systemLookups -= 1
      this.#queue.shift()?.()
    }
  }

  #hosts(): Promise<Map<string, string[]>> {
    const now = performance.now()
    if (this.#hostsFile === null || this.#hostsFile.until < now) {
      const names = readFile('/etc/hosts', 'utf8').then(
        parseHostsFile,
        () => new Map<string, string[]>()
      )
      this.#hostsFile = { names, until: now + hostsFileMilliseconds }
    }
    return this.#hostsFile.names
  }
}

function sorted(addresses: readonly string[]): LookupAddress[] {
  return addresses
    .map((address) => ({ address, family: isIP(address) }))
    .toSorted((one, other) => one.family - other.family)
}

/** Names of a hosts file, in small letters, with their addresses. */
export function parseHostsFile(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [address = '', ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/)
    if (isIP(address) === 0) continue
    for (const name of names) {
      const key = name.toLowerCase()
      found.set(key, [...(found.get(key) ?? []), address])
    }
  }
  return found
}
