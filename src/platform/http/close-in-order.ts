import type { Server } from './request.ts'

const sweepMilliseconds = 50
const patienceMilliseconds = 10_000

/**
 * Makes `close` let requests under way finish, but wait neither for browsers that keep their connections
 * open nor, for longer than ten seconds, for anybody who does not come to an end.
 */
export function closeInOrder(app: Server): void {
  let sweep: NodeJS.Timeout | undefined
  let patience: NodeJS.Timeout | undefined
  app.addHook('preClose', (done) => {
    // A connection is idle only after its answer has left.
    sweep = setInterval(() => app.server.closeIdleConnections(), sweepMilliseconds)
    patience = setTimeout(() => app.server.closeAllConnections(), patienceMilliseconds)
    done()
  })
  app.addHook('onClose', (_instance, done) => {
    clearInterval(sweep)
    clearTimeout(patience)
    done()
  })
}
