import { readFile } from 'node:fs/promises'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { statusBoard } from '../outages/index.ts'
import { assetFolder } from '../platform/html/index.ts'
import { isDatabaseAway, systemClock } from '../platform/index.ts'
import { type Installation, openInstallation } from './open-installation.ts'

const retryMilliseconds = 2000
const retryAfterSeconds = 10

/**
 * Serves the copies that an earlier run left, and tries the database again until it answers.
 * @returns `null` where this process was told to stop meanwhile.
 */
export async function serveCopiesUntilOpen(
  config: Config,
  signal: AbortSignal
): Promise<Installation | null> {
  const server = await listen(config)
  try {
    return await untilOpen(config, signal)
  } finally {
    await new Promise<void>((settle) => {
      server.close(() => settle())
      server.closeAllConnections()
    })
  }
}

async function untilOpen(config: Config, signal: AbortSignal): Promise<Installation | null> {
  while (!signal.aborted) {
    await pause(retryMilliseconds, null, { signal }).catch(() => null)
    try {
      if (!signal.aborted) return await openInstallation(config)
    } catch (error) {
      if (!isAway(error)) throw error
    }
  }
  return null
}

/** Whether waiting helps, and there is something to show meanwhile. */
export async function canServeCopies(config: Config, error: unknown): Promise<boolean> {
  return isAway(error) && (await statusBoard.hasSnapshot(config))
}

/** Waiting helps against a server that is down, not against a wrong password. */
function isAway(error: unknown): boolean {
  return error instanceof Error && (isDatabaseAway(error) || isDatabaseAway(error.cause))
}

function listen(config: Config): Promise<Server> {
  const server = createServer((request, response) => {
    answer(config, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  return new Promise((settle, fail) => {
    server.once('error', fail)
    server.listen(config.port, config.host, () => settle(server))
  })
}

const headers = {
  'content-security-policy':
    "default-src 'none';style-src 'self';img-src 'self' data:;font-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin'
}

async function answer(
  config: Config,
  { url = '/', method }: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, url)
  if (url.startsWith('/assets/')) return sendAsset(response, url)
  if (url === '/healthz') return send(response, 200, { type: json, body: '{"status":"ok"}' })
  const copy = await statusBoard.readSnapshot(config, url, systemClock.now())
  if (copy === null) return refuse(response, url)
  response.writeHead(200, { ...headers, ...copy.headers, 'content-type': copy.type })
  response.end(copy.body)
}

const json = 'application/json; charset=utf-8'

/** Everything else needs the database: it says so, and leads to the copy. */
function refuse(response: ServerResponse, url: string): void {
  response.setHeader('retry-after', String(retryAfterSeconds))
  if (url.startsWith('/api/') || url === '/readyz') {
    send(response, 503, { type: json, body: '{"status":503,"code":"overloaded"}' })
    return
  }
  const lang = /^\/en(\/|\?|$)/.test(url) ? 'en' : 'fa'
  const body = statusBoard.awayPage(lang).toString()
  send(response, 503, { type: 'text/html; charset=utf-8', body })
}

function send(
  response: ServerResponse,
  status: number,
  { type, body }: { readonly type: string; readonly body: string | Buffer }
): void {
  response.writeHead(status, { ...headers, 'content-type': type })
  response.end(body)
}

const assetTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2'
}
// No part begins with a point, so no address leads out of the folder.
const assetName = /^\/assets\/([A-Za-z0-9_-][A-Za-z0-9._-]*\.(css|svg|woff2))$/

async function sendAsset(response: ServerResponse, url: string): Promise<void> {
  const [, name = '', end = ''] = assetName.exec(url) ?? []
  const content = name === '' ? null : await readFile(join(assetFolder, name)).catch(() => null)
  if (content === null) send(response, 404, { type: 'text/plain', body: '' })
  else send(response, 200, { type: assetTypes[end] ?? 'text/plain', body: content })
}
