import { type ScopeHolder, underScope } from '../db/index.ts'
import type { Server } from './request.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose rows this request may see: the public's, until it is known who asks. */
    dataScope: ScopeHolder
  }
}

/** Puts all that is done for a request in its own scope, from before it is known who asks. */
export function keepScopes(app: Server): void {
  // Set below for each request: an object here would be one for all of them.
  app.decorateRequest('dataScope', null as unknown as ScopeHolder)
  app.addHook('onRequest', (request, _reply, done) => {
    request.dataScope = { scope: 'public' }
    underScope(request.dataScope, done)
  })
  // A body arrives by events of the socket, which know nothing of the request.
  app.addHook('preValidation', (request, _reply, done) => {
    underScope(request.dataScope, done)
  })
}
