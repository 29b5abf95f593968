import { hash } from 'node:crypto'
import { hashBytes, parseTilePath, tileWidthAt } from '../../kernel/tlog/index.ts'
import type { FastifyReply, FastifyRequest, Server } from '../../platform/http/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import type { LogRow } from '../log-store.ts'
import { bundleOf } from '../publish-tiles.ts'
import { PublishedFiles } from '../published-files.ts'
import { checkpointOf, keysText, policyOf, shardList, shardsOf } from '../read-published.ts'
import { publishedOf } from '../log-store.ts'
import { readTiles } from '../tile-store.ts'

const text = 'text/plain; charset=utf-8'
const bytesType = 'application/octet-stream'
const forEver = 'public, max-age=31536000, immutable'
const askAgain = 'no-cache'

interface Answer {
  readonly type: string
  readonly body: Uint8Array | string
  readonly cache: string
}

type Finder = (log: LogRow, path: string) => Promise<Answer | null>

/** The published bytes of the log, the newest shard's also without its name. */
export function logFiles(app: Server, context: Context): void {
  const files = new PublishedFiles(context.config.dataFolder)
  const finders: readonly [string, Finder][] = [
    ['checkpoint', (log) => checkpoint(context, log)],
    ['key', (log) => Promise.resolve({ type: text, body: keysText(log), cache: askAgain })],
    ['tile/*', (log, path) => tile(context, files, { log, path })]
  ]
  for (const [path, find] of finders) {
    for (const prefix of ['/log', '/log/:log']) {
      app.get<{ Params: { log?: string; '*'?: string } }>(
        `${prefix}/${path}`,
        { schema: { hide: true } },
        async (request, reply) => {
          const { log: name, '*': rest = '' } = request.params
          const logs = await shardsOf(context)
          const log = name === undefined ? logs.at(-1) : logs.find((each) => each.log === name)
          const answer = log && (await find(log, path.replace('*', rest)))
          if (answer == null) throw new NotFoundError()
          return send(request, reply, answer)
        }
      )
    }
  }
  app.get('/log/policy', { schema: { hide: true } }, async (request, reply) =>
    send(request, reply, { type: text, body: await policyOf(context), cache: askAgain })
  )
  app.get('/log/shards', { schema: { hide: true } }, async (request, reply) => {
    const body = JSON.stringify(await shardList(context))
    return send(request, reply, { type: 'application/json', body, cache: askAgain })
  })
}

async function checkpoint(context: Context, { log }: LogRow): Promise<Answer | null> {
  const body = await checkpointOf(context, log)
  return body === null ? null : { type: text, body, cache: askAgain }
}

/** The file of this host, else the same bytes from the rows: another host may have published. */
async function tile(
  { db }: Context,
  files: PublishedFiles,
  { log, path }: { log: LogRow; path: string }
): Promise<Answer | null> {
  const address = parseTilePath(path)
  if (!address.ok) return null
  const { level, index, width } = address.value
  const { size } = await publishedOf(db, log.log)
  // What no checkpoint covers yet is nobody's business.
  if (tileWidthAt(size, level === 'entries' ? 0 : level, index) < width) return null
  const found = await files.read(log.log, path)
  if (found !== null) return { type: bytesType, body: found, cache: forEver }
  if (level === 'entries') {
    return { type: bytesType, body: await bundleOf(db, log.log, { index, width }), cache: forEver }
  }
  const [body] = await readTiles(db, log.log, [{ level, index, width }])
  return body?.length === width * hashBytes ? { type: bytesType, body, cache: forEver } : null
}

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer) {
  const mark = `"${hash('sha256', answer.body, 'base64url').slice(0, 22)}"`
  void reply.header('etag', mark).header('cache-control', answer.cache)
  // Anybody's page may check the log.
  void reply.header('access-control-allow-origin', '*')
  if (request.headers['if-none-match'] === mark) return reply.code(304).send()
  return reply.type(answer.type).send(Buffer.from(answer.body))
}
