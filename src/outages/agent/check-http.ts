import { allowedHosts } from './allowed-hosts.ts'
import { TextReader } from './charset.ts'
import type { AnswerHead } from './exchange.ts'
import { ProbeFailure } from './failure.ts'
import { follow } from './follow.ts'
import { type HttpCheck, type Learnt, judgeHttp } from './judge-http.ts'
import { KeywordScan } from './keyword-scan.ts'
import type { LookContext } from './look-context.ts'

/** Wants the text of a page: to see which hosts it uses. */
export type PageWish = (url: URL, html: string) => void

/**
 * Asks a web address and judges its answer.
 * @throws {ProbeFailure} Where it is not what it should be.
 */
export async function checkHttp(
  check: HttpCheck,
  { context, deadline, wish }: { context: LookContext; deadline: number; wish: PageWish | null }
): Promise<void> {
  const url = URL.parse(check.url)
  if (url === null) throw new ProbeFailure('protocol', 'the address is none')
  let body = new Body(check, null, '')
  const arrival = await follow({
    url,
    method: check.method,
    deadline,
    bytesMax: check.bytesMax,
    redirectsMax: check.redirectsMax,
    wanted: check.status,
    isAllowed: allowedHosts(url, context.hosts),
    resolver: context.resolver,
    inside: context.inside,
    reader: (answer) => {
      body = new Body(check, wish, contentTypeOf(answer))
      return (bytes) => {
        body.push(bytes)
      }
    }
  })
  const learnt: Learnt = {
    status: arrival.status,
    hasKeyword: body.hasKeyword(),
    json: check.jsonPath === null ? 'not-looked' : await body.json(check.jsonPath),
    certificateEndsAt: arrival.certificateEndsAt
  }
  const failure = judgeHttp(check, learnt, context.epochMilliseconds())
  if (failure !== null) throw failure
  body.grant(arrival.url)
}

function contentTypeOf({ headers }: AnswerHead): string {
  return headers['content-type'] ?? ''
}

/** What is kept of a body: no more than the check needs. */
class Body {
  readonly #scan: KeywordScan | null
  readonly #pieces: Buffer[] | null
  readonly #wish: PageWish | null
  readonly #contentType: string

  constructor(check: HttpCheck, wish: PageWish | null, contentType: string) {
    this.#scan = check.keyword === null ? null : new KeywordScan(check.keyword, contentType)
    this.#wish = /^text\/html|^application\/xhtml/i.test(contentType) ? wish : null
    this.#pieces = check.jsonPath !== null || this.#wish !== null ? [] : null
    this.#contentType = contentType
  }

  push(bytes: Buffer): void {
    this.#scan?.push(bytes)
    this.#pieces?.push(bytes)
  }

  hasKeyword(): boolean | null {
    return this.#scan?.end() ?? null
  }

  async json(wanted: NonNullable<HttpCheck['jsonPath']>): Promise<Learnt['json']> {
    // Loaded by the first check that needs it.
    const { judgeJsonBody } = await import('./judge-json.ts')
    return judgeJsonBody(Buffer.concat(this.#pieces ?? []), wanted)
  }

  grant(url: URL): void {
    if (this.#wish === null) return
    const reader = new TextReader(this.#contentType)
    this.#wish(url, reader.push(Buffer.concat(this.#pieces ?? [])) + reader.end())
  }
}
