import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyRequest } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { View } from '../html/index.ts'
import { serveAssets } from './assets.ts'
import { compressAnswers } from './compress.ts'
import { closeInOrder } from './close-in-order.ts'
import { answerOnce } from './idempotency.ts'
import { answerOnlyHere } from './local-only.ts'
import { KnownAddresses } from './known-addresses.ts'
import { noteRefusals } from './note-refusals.ts'
import { describeApi } from './openapi.ts'
import { answerProblem } from './problem-page.ts'
import { PublicPages } from './public-pages.ts'
import { NotFoundError } from '../errors.ts'
import { plainIds } from '../ids.ts'
import type { EdgeOptions, Server } from './request.ts'
import { keepScopes } from './request-scope.ts'
import { requestChecker } from './schema-problems.ts'
import { protectAnswers } from './security-headers.ts'
import { traces } from './trace.ts'
import { answerUnread } from './unread-request.ts'
import { cookieAttributes, cookieName, viewOf } from './view.ts'

declare module 'fastify' {
  interface FastifyInstance {
    viewOf(request: FastifyRequest, reply: FastifyReply): View
    readonly edge: EdgeOptions
    readonly publicPages: PublicPages
    readonly knownAddresses: KnownAddresses
  }
}

const bodyBytesMax = 1_048_576
const fieldsMax = 400
// Whoever sends a letter at a time holds a connection: headers are short, a form with files on a weak line
// is not, and where nothing at all moves either way nobody is there any more.
const headersMilliseconds = 20_000
const requestMilliseconds = 900_000
const silentMilliseconds = 120_000
// More than a whole request line may have, so that no parameter is refused before there is a request.
const parameterLengthMax = 65_536

/**
 * The HTTP edge: security headers, cookies, CSRF, limits, compression, built assets, one mapping of
 * refusals to answers. Slices add their pages and operations with `page` and `api`.
 */
export async function createServer(options: EdgeOptions): Promise<Server> {
  const nextTrace = traces()
  const app = fastify({
    bodyLimit: bodyBytesMax,
    connectionTimeout: silentMilliseconds,
    requestTimeout: requestMilliseconds,
    http: { headersTimeout: headersMilliseconds },
    genReqId: nextTrace,
    trustProxy: [...options.context.config.trustedProxies],
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: parameterLengthMax },
    clientErrorHandler: (error, socket) => answerUnread(error, socket, nextTrace()),
    forceCloseConnections: 'idle',
    rewriteUrl: (request) => plainPath(readableAddress(request.url ?? '/'))
  })
  app.setValidatorCompiler(requestChecker)
  app.setSerializerCompiler(serializerCompiler)
  app.decorate('edge', options)
  app.decorate('viewOf', (request, reply) => viewOf(options, request, reply))
  app.decorate('publicPages', new PublicPages(options))
  keepScopes(app)
  app.decorateRequest('caller', null)
  app.decorateRequest('isPersonal', false)
  app.decorateRequest('banner', null)
  app.decorateRequest('brand', null)
  app.decorateRequest('openForm', null)
  app.decorate('knownAddresses', new KnownAddresses(app))
  noteRefusals(app)
  closeInOrder(app)
  await protect(app, options)
  await readBodies(app)
  serveAssets(app, options.assetsFolder)
  await describeApi(app, options)
  // The answer that is kept for repetitions is not packed: this hook comes before the next.
  answerOnce(app, options.context)
  compressAnswers(app)
  app.setErrorHandler((error, request, reply) => answerProblem({ app, request, reply }, error))
  app.setNotFoundHandler((request, reply) => {
    app.knownAddresses.refuseMethod(request, reply)
    return answerProblem({ app, request, reply }, new NotFoundError())
  })
  return app
}

/** An address that cannot be decoded (`%zz`) is taken as it was typed, and leads to nothing. */
function readableAddress(url: string): string {
  if (!url.includes('%')) return url
  try {
    decodeURIComponent(url)
    return url
  } catch {
    return url.replaceAll('%', '%25')
  }
}

/**
 * An id in capitals is the same id, here for every page and operation. What stands behind the question mark
 * stays as it came: others send their own secrets there.
 */
function plainPath(url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? plainIds(url) : plainIds(url.slice(0, end)) + url.slice(end)
}

async function protect(app: Server, options: EdgeOptions): Promise<void> {
  protectAnswers(app, options.context.config.origin)
  if (options.context.config.demo) answerOnlyHere(app)
  await app.register(cookie)
  await app.register(csrf, {
    cookieKey: cookieName(options, 'csrf'),
    cookieOpts: cookieAttributes(options),
    getToken: csrfToken
  })
  await app.register(rateLimit, {
    max: options.context.config.requestsPerMinuteMax,
    timeWindow: 60_000,
    // A balancer that is told to wait takes the desk for dead.
    allowList: ({ url }) => url.startsWith('/assets/') || ['/healthz', '/readyz'].includes(url)
  })
}

/** The token of a form is a field, of a script a header; an address would carry it into logs. */
function csrfToken(request: FastifyRequest): string | undefined {
  const header = request.headers['x-csrf-token']
  if (typeof header === 'string') return header
  if (request.openForm !== null) return request.openForm.token
  const { body } = request
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined
  return typeof body._csrf === 'string' ? body._csrf : undefined
}

async function readBodies(app: Server): Promise<void> {
  await app.register(formbody, { bodyLimit: bodyBytesMax })
  await app.register(multipart, {
    limits: { fields: fieldsMax, fieldSize: 65_536, files: 20, parts: fieldsMax + 20 }
  })
}
