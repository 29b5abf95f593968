import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

interface Bucket {
  tokens: number
  at: number
}

const addressesMax = 50_000

/**
 * How much may still come from an address. Only in the memory of this process, under a keyed hash whose
 * key ends with it: no address is kept.
 */
export class AddressBuckets {
  readonly #key = randomBytes(32)
  readonly #buckets = new Map<string, Bucket>()
  readonly #perMinute: number
  readonly #room: number

  /** @param perMinute - How many flow back in a minute; a full bucket holds as many, one at least. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute
    this.#room = Math.max(perMinute, 1)
  }

  /**
   * Takes one.
   * @param now - Milliseconds of any steady clock.
   * @returns Seconds to wait; 0 where there was one.
   */
  take(address: string, now: number): number {
    const name = createHmac('sha256', this.#key).update(networkOf(address)).digest('base64url')
    const bucket = this.#buckets.get(name) ?? { tokens: this.#room, at: now }
    const back = ((now - bucket.at) / 60_000) * this.#perMinute
    const tokens = Math.min(this.#room, bucket.tokens + Math.max(back, 0))
    if (this.#buckets.size >= addressesMax) this.#forgetFull(now)
    this.#buckets.delete(name)
    this.#buckets.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / this.#perMinute) * 60)
  }

  /** A bucket that has filled up again says nothing; else the one that was used least lately goes. */
  #forgetFull(now: number): void {
    for (const [name, { tokens, at }] of this.#buckets) {
      if (tokens + ((now - at) / 60_000) * this.#perMinute >= this.#room) this.#buckets.delete(name)
    }
    const [oldest] = this.#buckets.keys()
    if (this.#buckets.size >= addressesMax && oldest !== undefined) this.#buckets.delete(oldest)
  }
}

/** One household of IPv6 has a whole /64. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = head.split(':')
  const missing = 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  return [...groups, ...Array.from({ length: Math.max(missing, 0) }, () => '0')]
    .slice(0, 4)
    .join(':')
}
