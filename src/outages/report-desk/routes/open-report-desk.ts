import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import type { Config } from '../../../config.ts'
import type { Clock } from '../../../platform/clock.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { Html } from '../../../platform/html/index.ts'
import { assetFolder } from '../../../platform/html/assets.ts'
import { serveAssets } from '../../../platform/http/assets.ts'
import { closeInOrder } from '../../../platform/http/close-in-order.ts'
import { compressAnswers } from '../../../platform/http/compress.ts'
import type { Server } from '../../../platform/http/request.ts'
import { protectAnswers } from '../../../platform/http/security-headers.ts'
import type { Log } from '../../../platform/log.ts'
import { AddressBuckets } from '../../reports/guard/address-buckets.ts'
import { messages } from '../messages.ts'
import { type ReportDesk, openDesk } from '../report-desk.ts'
import { notHerePage, troublePage } from '../views/other-pages.ts'
import { freshAssets } from '../fresh-assets.ts'
import { deskPages } from './desk-pages.ts'
import { viewOf } from './desk-view.ts'

/** A report desk that listens. */
export interface OpenReportDesk {
  readonly port: number
  close(): Promise<void>
}

// A photo and the texts around it.
const bodyBytesMax = 6 * 1024 * 1024

/** Opens the report desk of a data folder and listens; the database is looked for afterwards. */
export async function openReportDesk(given: {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
}): Promise<OpenReportDesk> {
  const { config } = given
  const desk = await openDesk(given)
  const app = fastify({
    bodyLimit: bodyBytesMax,
    trustProxy: [...config.trustedProxies],
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: 'idle'
  }) as unknown as Server
  closeInOrder(app)
  protectAnswers(app, config.reportOrigin ?? config.origin)
  limitAddresses(app, config)
  await app.register(formbody)
  await app.register(multipart)
  serveAssets(app, assetFolder)
  compressAnswers(app)
  answerErrors(app, desk)
  deskPages(app, desk)
  await app.listen({ port: config.reportPort, host: config.host })
  // Pages without styles are better than no desk: those that are there are used, and looked after now.
  void freshAssets(given.log)
  const address = app.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : config.reportPort,
    close: async () => {
      await app.close()
      await desk.close()
    }
  }
}

function limitAddresses(app: Server, config: Config): void {
  const buckets = new AddressBuckets(config.requestsPerMinuteMax)
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/') || request.url === '/healthz') return
    const seconds = buckets.take(request.ip, performance.now())
    if (seconds === 0) return
    await reply
      .code(429)
      .header('retry-after', String(seconds))
      .type('text/plain; charset=utf-8')
      .send(`${messages.entries.tooMany.fa}\n${messages.entries.tooMany.en}\n`)
  })
}

function send(reply: FastifyReply, page: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page.toString())
}

function answerErrors(app: Server, desk: ReportDesk): void {
  app.setNotFoundHandler((request, reply) =>
    send(reply.code(404), notHerePage(viewOf(desk, request), desk.config.origin))
  )
  app.setErrorHandler((error, request: FastifyRequest, reply) => {
    const view = viewOf(desk, request)
    const mainOrigin = desk.config.origin
    if (error instanceof Refusal) {
      if ('retryAfterSeconds' in error) {
        void reply.header('retry-after', String(error.retryAfterSeconds))
      }
      const text = error.text[view.lang]
      return send(
        reply.code(error.status),
        troublePage(view, { title: text, text: '', mainOrigin })
      )
    }
    const t = messages.in(view.lang)
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status >= 400 && status < 500) {
      const trouble = { title: t.malformed, text: '', mainOrigin }
      return send(reply.code(status), troublePage(view, trouble))
    }
    desk.log.error({ error, route: request.routeOptions.url }, 'request failed')
    const trouble = { title: t.brokenTitle, text: t.broken, mainOrigin }
    return send(reply.code(503).header('retry-after', '60'), troublePage(view, trouble))
  })
}
