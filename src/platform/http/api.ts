import { z } from 'zod'
import {
  type FastifyReply,
  type FastifyRequest,
  type Server,
  SignInRequiredError
} from './request.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** See {@link ApiRoute.scope}. */
    scope?: string | null
  }
}

/** One operation of the REST API; its schemas check both ways and make the OpenAPI document. */
export interface ApiRoute<Params, Query, Body> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/api/v1`, with `{name}` for a parameter: `/cases/{id}/decision`. */
  readonly path: string
  readonly summary: string
  /** What a program has to know beyond the summary; who may call it is said where absent. */
  readonly description?: string
  readonly tag: string
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** The body of the good answer; `file` where it is bytes of a media type of their own. */
  readonly response: z.ZodType | 'file'
  /** Its status; 200 where absent. */
  readonly status?: 200 | 201 | 202 | 204
  readonly auth: 'public' | 'session-or-key'
  /** The scope that it asks of a key, where tag and method do not say it; `null`: any key may. */
  readonly scope?: string | null
  readonly bodyLimitBytes?: number
  handler(call: ApiCall<Params, Query, Body>): Promise<unknown>
}

/** One call of an operation, checked. */
export interface ApiCall<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * Registers an operation of the REST API. Errors become problem+json (RFC 9457); a POST with an
 * `Idempotency-Key` is answered once and replayed after; a session's writes need `x-csrf-token`.
 */
export function api<Params = unknown, Query = unknown, Body = unknown>(
  app: Server,
  route: ApiRoute<Params, Query, Body>
): void {
  const status = route.status ?? 200
  app.route({
    method: route.method.toUpperCase(),
    url: `/api/v1${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    schema: schemaOf(route, status),
    ...(route.bodyLimitBytes === undefined ? {} : { bodyLimit: route.bodyLimitBytes }),
    ...(route.scope === undefined ? {} : { config: { scope: route.scope } }),
    onRequest: async (request) => {
      if (route.auth === 'session-or-key' && request.caller === null)
        throw new SignInRequiredError()
    },
    preValidation: (request, reply, done) => {
      // A browser sends its cookie by itself; only a key proves that the caller meant it. Before the
      // answer is kept for repetitions: a forged request must not use up an Idempotency-Key.
      if (route.method !== 'get' && request.caller?.by === 'session') {
        app.csrfProtection(request, reply, done)
      } else done()
    },
    handler: async (request, reply) => {
      const body = await route.handler({
        params: request.params as Params,
        query: request.query as Query,
        body: request.body as Body,
        request,
        reply
      })
      // A handler that answered by itself, such as by a redirection, gives its reply back.
      return reply.sent || body === reply ? reply : reply.code(status).send(body)
    }
  })
}

function schemaOf<P, Q, B>(route: ApiRoute<P, Q, B>, status: number): Record<string, unknown> {
  const { method, path, summary, description, tag, params, query, body, response } = route
  return {
    summary,
    ...(description === undefined ? {} : { description }),
    operationId: `${method}${path.replaceAll(/[{}]/g, '').replaceAll(/[/-](\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    tags: [tag],
    security: securityOf(route),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    response: { [status]: response === 'file' ? file : response }
  }
}

const file = {
  description: 'The bytes, in their own media type.',
  content: { 'application/octet-stream': { schema: z.any() } }
}

function securityOf({ auth, method }: { auth: string; method: string }): object[] {
  if (auth === 'public') return []
  return [{ key: [] }, method === 'get' ? { session: [] } : { session: [], csrf: [] }]
}
