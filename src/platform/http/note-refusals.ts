import type { FastifyReply, FastifyRequest, Server } from './request.ts'

/** What somebody was kept from: a proof that failed, a right that is missing, a limit that was met. */
const noted: readonly number[] = [401, 403, 421, 429]

/**
 * Writes each refusal for want of a right into the program's own log: which route, which status, whose
 * session or key (by its id), and the trace that the answer shows. Never an address that somebody asked
 * for, nor anything of what they sent.
 */
export function noteRefusals(app: Server): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (noted.includes(reply.statusCode)) note(app, request, reply)
    done()
  })
}

function note(app: Server, request: FastifyRequest, { statusCode: status }: FastifyReply): void {
  const { id: trace, caller, method, routeOptions } = request
  const route = routeOptions.url ?? null
  const details = { status, method, route, trace, caller: caller?.id ?? null }
  app.edge.context.log.warn(details, 'request refused')
}
