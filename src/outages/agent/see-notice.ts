import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { noticeFoundIn } from '../../kernel/notices/index.ts'
import { allowedHosts } from './allowed-hosts.ts'
import { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'
import { fetchPage } from './open-page.ts'
import type { NoticeToSee } from './wire.ts'

const pack = promisify(gzip)
const timeoutMs = 20_000
const packedBytesMax = 2_000_000

/** What a look for a notice gave. */
export type NoticeSeen =
  | { readonly seen: true; readonly page: string }
  | { readonly seen: false; readonly failure: ProbeFailure | null }

/** Looks for a notice on its public page: it is there if every line of it can be read. */
export async function seeNotice(notice: NoticeToSee, context: LookContext): Promise<NoticeSeen> {
  try {
    const url = new URL(notice.url)
    const { bytes, html } = await fetchPage(url, {
      context,
      deadline: performance.now() + timeoutMs,
      isAllowed: allowedHosts(url, context.hosts)
    })
    if (!noticeFoundIn(html, notice.lines)) return { seen: false, failure: null }
    const packed = await pack(bytes)
    if (packed.length > packedBytesMax) {
      throw new ProbeFailure('too-large', 'the page is too long to be kept as proof')
    }
    return { seen: true, page: packed.toString('base64') }
  } catch (error) {
    if (error instanceof ProbeFailure) return { seen: false, failure: error }
    throw error
  }
}
