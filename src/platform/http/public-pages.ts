import { writeCount } from '../db/index.ts'
import { type Encoding, compressed, encodingOf, isWorthPacking, markEncoded } from './compress.ts'
import type { EdgeOptions, FastifyReply, FastifyRequest } from './request.ts'
import { cookieName } from './view.ts'

/** A page as its handler made it. */
export interface MadePage {
  readonly text: string
  /** Headers that belong to the page. */
  readonly headers: Readonly<Record<string, string>>
  /** Nothing in it is for one reader only. */
  readonly forEveryone: boolean
}

/** A page for everyone, as it was made a moment ago. */
interface KeptPage extends MadePage {
  readonly mark: string
  readonly madeAt: number
  readonly packed: Map<Encoding, Promise<Buffer>>
}

const keptMillisecondsMax = 1000
const keptCharactersMax = 4_000_000
const addressLengthMax = 200

/**
 * Pages without a session, made once and sent to everyone who asks within the same second. A page is
 * made anew when the second is over or when this process has written anything, so nobody is shown what
 * this process knows to be old; what another process wrote is seen a second later at most.
 */
export class PublicPages {
  readonly #options: EdgeOptions
  readonly #kept = new Map<string, KeptPage>()
  readonly #making = new Map<string, Promise<KeptPage | null>>()
  #characters = 0

  constructor(options: EdgeOptions) {
    this.#options = options
  }

  /**
   * Answers with the kept page, or with what `make` makes, which is kept if it is for everyone.
   * @param make - Gives `null` where it answered by itself.
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<MadePage | null>
  ): Promise<FastifyReply> {
    const address = addressOf(this.#options, request)
    if (address === null) return send(await make(), reply)
    const key = `${this.#mark()} ${address}`
    const known = this.#find(key) ?? (await this.#making.get(key))
    if (known) return sendKept(known, request, reply)
    const making = make()
    // Whoever asks meanwhile waits for this one; if it comes to nothing, they make their own.
    const kept = making.then(
      (made) => (made?.forEveryone === true ? this.#keep(key, made) : null),
      () => null
    )
    this.#making.set(key, kept)
    try {
      const made = await making
      const page = await kept
      return page === null ? send(made, reply) : await sendKept(page, request, reply)
    } finally {
      this.#making.delete(key)
    }
  }

  /** What a kept page is true for: this second, and all that this process has written until now. */
  #mark(): string {
    const second = Math.floor(this.#options.context.clock.now().epochMilliseconds / 1000)
    return `${String(second)} ${String(writeCount())}`
  }

  #find(key: string): KeptPage | null {
    const page = this.#kept.get(key)
    return page && performance.now() - page.madeAt < keptMillisecondsMax ? page : null
  }

  #keep(key: string, made: MadePage): KeptPage {
    const mark = this.#mark()
    const [oldest] = this.#kept.values()
    // All that is kept has the same mark, but for what is past.
    if (oldest?.mark !== mark || this.#characters > keptCharactersMax) {
      this.#kept.clear()
      this.#characters = 0
    }
    const page = { ...made, mark, madeAt: performance.now(), packed: new Map() }
    // Something was written while it was made: it is sent to whoever waits, and not kept.
    if (!key.startsWith(`${mark} `)) return page
    this.#kept.set(key, page)
    this.#characters += made.text.length
    return page
  }
}

/** What a page for everyone depends on; `null` for a request that wants one of its own. */
function addressOf(options: EdgeOptions, request: FastifyRequest): string | null {
  const { caller, cookies, headers, url } = request
  if (caller !== null || url.length > addressLengthMax) return null
  if (cookies[cookieName(options, 'flash')] !== undefined) return null
  if (headers.accept?.includes('json') === true) return null
  return `${cookies[cookieName(options, 'theme')] ?? ''} ${url}`
}

function send(made: MadePage | null, reply: FastifyReply): FastifyReply {
  return made === null ? reply : reply.type('text/html; charset=utf-8').send(made.text)
}

async function sendKept(
  { text, headers, packed }: KeptPage,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> {
  void reply.headers(headers).type('text/html; charset=utf-8')
  const encoding = isWorthPacking(text) ? encodingOf(request) : null
  if (encoding === null) return reply.send(text)
  const body = packed.get(encoding) ?? compressed(text, encoding)
  packed.set(encoding, body)
  markEncoded(reply, encoding)
  return reply.send(await body)
}
