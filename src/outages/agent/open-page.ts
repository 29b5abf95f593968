import { type AllowedHosts, hostOf } from './allowed-hosts.ts'
import { TextReader } from './charset.ts'
import { ProbeFailure } from './failure.ts'
import { follow } from './follow.ts'
import type { LookContext } from './look-context.ts'
import { type PageParts, partsOf } from './page-parts.ts'

/** A page as a person would see it. */
export interface OpenedPage extends PageParts {
  readonly url: URL
  readonly html: string
}

/** What a walk through pages may do. */
export interface Walk {
  readonly context: LookContext
  readonly deadline: number
  readonly isAllowed: AllowedHosts
}

const pageBytesMax = 3_000_000
const redirectsMax = 5

/** Bytes of a page, as they came. */
export async function fetchPage(url: URL, { context, deadline, isAllowed }: Walk) {
  let pieces: Buffer[] = []
  const arrival = await follow({
    url,
    method: 'GET',
    headers: { accept: 'text/html' },
    deadline,
    bytesMax: pageBytesMax,
    redirectsMax,
    isAllowed,
    resolver: context.resolver,
    inside: context.inside,
    reader: () => {
      pieces = []
      return (bytes) => {
        pieces.push(bytes)
      }
    }
  })
  const bytes = Buffer.concat(pieces)
  if (arrival.status !== 200) {
    throw new ProbeFailure('status', `${pathOf(url)} answers ${String(arrival.status)}`)
  }
  const reader = new TextReader(arrival.headers['content-type'] ?? '')
  return { url: arrival.url, bytes, html: reader.push(bytes) + reader.end() }
}

/**
 * Opens a page that a person would open.
 * @throws {ProbeFailure} If it does not answer with 200.
 */
export async function openPage(url: URL, walk: Walk): Promise<OpenedPage> {
  const { html, url: at } = await fetchPage(url, walk)
  const parts = partsOf(html, at)
  return { url: at, html, addresses: parts.addresses, searches: parts.searches }
}

/** Links of a page, on hosts that may be asked. */
export function linksOn(page: OpenedPage, { isAllowed }: Walk): { url: URL; text: string }[] {
  return page.addresses.filter(({ use, url }) => use === 'link' && isAllowed(url))
}

/** How an address is called in a message: without the host where that is known. */
export function pathOf(url: URL): string {
  return url.pathname.slice(0, 100)
}

/** Whether an address is that of a service: its code is the last part of the path. */
export function isCardOf(url: URL, code: string): boolean {
  const last = url.pathname.replace(/\/$/, '').split('/').at(-1) ?? ''
  return hostOf(url) !== '' && decoded(last) === code
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
