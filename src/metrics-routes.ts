import { BlockList, isIP } from 'node:net'
import type { FastifyRequest } from './platform/http/index.ts'
import type { Server } from './platform/http/index.ts'
import { type Context, Refusal } from './platform/index.ts'
import type { Metrics, RequestCounts } from './metrics.ts'

/** Figures of the process are for whoever runs it. */
class MetricsNotHereError extends Refusal {
  readonly code = 'metrics/not-from-here'
  override readonly status = 403
  constructor() {
    super({
      fa: 'سنجه‌های این برنامه را تنها همین دستگاه می‌خواند و نشانی‌هایی که گرداننده در PEYMAN_METRICS_FROM نوشته است.',
      en: 'The figures of this program are read by this machine only, and by the addresses that its operator named in PEYMAN_METRICS_FROM.'
    })
  }
}

/**
 * `/metrics` in the text form of OpenMetrics 1.0. Requests are counted from the start; the library that
 * writes the text is loaded by the first who asks.
 */
export function metricsRoutes(app: Server, context: Context): Promise<void> {
  const counts: RequestCounts = new Map()
  const isAllowed = readersOf(context.config.metricsFrom)
  let metrics: Promise<Metrics> | null = null
  app.addHook('onResponse', (request, reply, done) => {
    const key = `${request.method} ${String(Math.floor(reply.statusCode / 100))}xx`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    done()
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isAllowed(request)) throw new MetricsNotHereError()
    metrics ??= import('./metrics.ts').then(({ openMetrics }) => openMetrics(context, counts))
    const { contentType, text } = await metrics
    return reply
      .header('cache-control', 'no-store')
      .type(contentType)
      .send(await text())
  })
  return Promise.resolve()
}

/** What a proxy adds; where none is trusted, such a request came from who knows where. */
const proxyHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

function readersOf(networks: readonly string[]): (request: FastifyRequest) => boolean {
  const list = new BlockList()
  for (const network of ['127.0.0.0/8', '::1', ...networks]) {
    const [address = '', prefix] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return ({ ip, headers, socket }) => {
    const isProxied = proxyHeaders.some((name) => headers[name] !== undefined)
    // The framework gives the address of the far end unless it trusts the near one.
    if (isProxied && ip === socket.remoteAddress) return false
    return list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')
  }
}
