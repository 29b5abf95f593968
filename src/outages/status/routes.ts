import { type Context, isDatabaseAway } from '../../platform/index.ts'
import type { FastifyReply, FastifyRequest, Server } from '../../platform/http/index.ts'
import { keepSnapshot } from './keep-snapshot.ts'
import { statusData, statusFeeds } from './routes/open-data.ts'
import { statusPages } from './routes/pages.ts'
import { BoardLateError } from './read-board.ts'
import { readSnapshot, snapshotMadeAt } from './snapshot-files.ts'

/**
 * The status: its pages, its files for programs, and their copies while the database is away. The pages
 * and feeds stand in a part of the server of their own, whose errors they answer with a copy.
 */
export async function statusRoutes(app: Server, context: Context): Promise<void> {
  statusData(app, context)
  await app.register((part, _options, done) => {
    part.setErrorHandler(async (error, request, reply) => {
      if (!isDatabaseAway(error) && !(error instanceof BoardLateError)) throw error
      const answered = await answerWithCopy(context, request, reply)
      if (answered === null) throw error
      return answered
    })
    keepCopies(part, context)
    statusPages(part, context)
    statusFeeds(part, context)
    done()
  })
}

async function answerWithCopy(
  { config, clock }: Context,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply | null> {
  const copy = await readSnapshot(config, request.url, clock.now())
  if (copy === null) return null
  return reply.code(200).headers(copy.headers).type(copy.type).send(copy.body)
}

const staleSeconds = 120

/** Where no worker of this host keeps the copies fresh, whoever looks at a page makes new ones. */
function keepCopies(part: Server, context: Context): void {
  let writing: Promise<void> | null = null
  const keep = async () => {
    const madeAt = await snapshotMadeAt(context.config)
    const age = madeAt === null ? Infinity : madeAt.until(context.clock.now()).total('seconds')
    if (age > staleSeconds) await keepSnapshot(context)
  }
  part.addHook('onResponse', (_request, reply, done) => {
    if (reply.statusCode === 200 && !reply.hasHeader('x-status-copy')) {
      writing ??= keep()
        .catch((error: unknown) => {
          context.log.error({ error }, 'the copies of the status were not written')
        })
        .finally(() => (writing = null))
    }
    done()
  })
  part.addHook('onClose', async () => {
    await writing
  })
}
