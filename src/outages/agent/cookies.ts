const namesMax = 30
const pairBytesMax = 4096

/** The cookies of one chain of redirects: kept for their own host only, and forgotten with it. */
export class Cookies {
  readonly #hosts = new Map<string, Map<string, string>>()

  /** Takes what an answer of this host sets. */
  take(host: string, headers: readonly string[] | undefined): void {
    if (headers === undefined) return
    const jar = this.#hosts.get(host) ?? new Map<string, string>()
    this.#hosts.set(host, jar)
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(';')
      const equals = pair.indexOf('=')
      const name = pair.slice(0, equals).trim()
      if (equals < 1 || name === '' || pair.length > pairBytesMax) continue
      const isEnded = attributes.some((each) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(each))
      if (isEnded) jar.delete(name)
      else if (jar.has(name) || jar.size < namesMax) jar.set(name, pair.slice(equals + 1).trim())
    }
  }

  /** The header `Cookie` for a host; empty where there is none. */
  of(host: string): string {
    return [...(this.#hosts.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}
