import { Refusal } from '../errors.ts'
import type { FastifyReply, FastifyRequest, Server } from './request.ts'

/** The address is there, and what was asked of it is not. */
class MethodNotAllowedError extends Refusal {
  readonly code = 'request/method-not-allowed'
  override readonly status = 405
  constructor() {
    super({
      fa: 'این نشانی چنین درخواستی را نمی‌پذیرد؛ آنچه می‌پذیرد در سرآیند Allow آمده است.',
      en: 'This address does not take this method; the header Allow names those that it takes.'
    })
  }
}

const partLengthMax = 200

/** What may be asked of which address: the routes, read once more where none fits. */
export class KnownAddresses {
  readonly #routes = new Map<string, Set<string>>()

  /** Listens to every route that is registered after this. */
  constructor(app: Server) {
    app.addHook('onRoute', ({ url, method }) => {
      const methods = this.#routes.get(url) ?? new Set()
      for (const each of [method].flat()) methods.add(each)
      this.#routes.set(url, methods)
    })
    app.addHook('onRequest', (request, _reply, done) => {
      done(hasLongPart(request) ? Object.assign(new Error(), { statusCode: 414 }) : undefined)
    })
  }

  /** Every route: its pattern and its methods. */
  all(): readonly (readonly [url: string, methods: readonly string[]])[] {
    return Array.from(this.#routes, ([url, methods]) => [url, [...methods]] as const)
  }

  /** The methods of a path (without its query), in the order of the alphabet; none where it leads to nothing. */
  methodsOf(path: string): string[] {
    const plain = path.length > 1 ? path.replace(/\/$/, '') : path
    const methods = Array.from(this.#routes).flatMap(([url, each]) =>
      patternOf(url).test(plain) ? [...each] : []
    )
    return [...new Set(methods)].toSorted()
  }

  /** Says of a path that leads somewhere which methods it takes; lets others pass. */
  refuseMethod(request: FastifyRequest, reply: FastifyReply): void {
    const methods = this.methodsOf(request.url.replace(/\?.*$/s, ''))
    if (methods.length === 0 || methods.includes(request.method)) return
    void reply.header('allow', methods.join(', '))
    throw new MethodNotAllowedError()
  }
}

function hasLongPart({ params }: FastifyRequest): boolean {
  return Object.values(params ?? {}).some(
    (part) => typeof part === 'string' && part.length > partLengthMax
  )
}

/** `/cases/:id/*` as a pattern of whole paths. */
function patternOf(url: string): RegExp {
  const parts = url.split(/(:\w+|\*)/).map((part) => {
    if (part === '*') return '.*'
    return part.startsWith(':') ? '[^/]+' : RegExp.escape(part)
  })
  return new RegExp(`^${parts.join('')}$`)
}
