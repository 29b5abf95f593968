import { Server as TusServer } from '@tus/server'
import { problemBody, problemOf } from '../../platform/http/index.ts'
import { type Context, type Lang, Refusal } from '../../platform/index.ts'
import { refusalMessages } from '../messages-refusals.ts'
import { UploadNotFoundError, UploadRefusedError } from '../refusals.ts'

const { entries: texts } = refusalMessages

/** A request that does not speak the protocol; `detail` says in the protocol's own words what it lacks. */
export class UploadProtocolError extends Refusal {
  readonly code = 'upload/protocol'
  override readonly status = 400
  constructor() {
    super(texts.uploadProtocol)
  }
}

/** No `Tus-Resumable` header, or another version of the protocol than 1.0.0. */
export class UploadVersionError extends Refusal {
  readonly code = 'upload/protocol-version'
  override readonly status = 412
  constructor() {
    super(texts.uploadVersion)
  }
}

/** Who asked, as far as an answer depends on it. */
interface Asked {
  readonly context: Context
  readonly lang: Lang
  readonly trace: string
}

/**
 * A server of the protocol whose refusals are the problems of this API (RFC 9457): the protocol leaves
 * the bodies of errors open, and its statuses stay what it wants them to be.
 */
export class ProblemTusServer extends TusServer {
  readonly #asked: Asked
  /** What was thrown last; a server is made for one request. */
  #thrown: unknown = null

  constructor(options: ConstructorParameters<typeof TusServer>[0], asked: Asked) {
    super({
      ...options,
      onResponseError: (_request, error) => {
        this.#thrown = error
        return undefined
      }
    })
    this.#asked = asked
  }

  override write(...[context, headers, status, body]: Parameters<TusServer['write']>) {
    if (status < 400) return super.write(context, headers, status, body)
    const problem = problemOf(this.#refusal(status))
    headers.set('Content-Type', 'application/problem+json')
    const said = problemBody(problem, this.#asked.lang, this.#asked.trace)
    // The library's words tell a programmer which header is wrong; of a fault they would tell too much.
    const isProtocol = problem.code.startsWith('upload/protocol')
    const detail = isProtocol && body !== undefined ? { detail: body.trim() } : {}
    const text = JSON.stringify({ ...said, ...detail })
    return super.write(context, headers, problem.status, text)
  }

  #refusal(status: number): unknown {
    if (this.#thrown instanceof Refusal) return this.#thrown
    if (status === 404 || status === 410) return new UploadNotFoundError()
    if (status === 409) return new UploadRefusedError('offset')
    if (status === 412) return new UploadVersionError()
    if (status < 500 || status === 501) return new UploadProtocolError()
    const { context, trace } = this.#asked
    context.log.error({ error: this.#thrown, trace }, 'upload failed')
    return this.#thrown
  }
}
