import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { withScope } from '../db/index.ts'
import { bucketOf } from '../ids.ts'
import { Refusal } from '../errors.ts'
import type { SliceJobs } from '../jobs.ts'
import type { FastifyReply, FastifyRequest as Request, Server } from './request.ts'

// A request that is being answered says so every few seconds; one that no longer does died with its
// process, and may be tried again.
const renewSeconds = 2
const silentSecondsMax = 8
const keptHours = 24

declare module 'fastify' {
  interface FastifyRequest {
    idempotency: { bucket: number; id: string } | null
  }
}

/** The same key came with another body. */
class IdempotencyKeyReusedError extends Refusal {
  readonly code = 'idempotency/other-body'
  override readonly status = 422
  constructor() {
    super({
      fa: 'این کلید پیش‌تر با محتوایی دیگر به کار رفته است؛ برای درخواست تازه کلید تازه بسازید.',
      en: 'This Idempotency-Key was used with another body; make a new key for a new request.'
    })
  }
}

/** The same request is still being answered. */
class RequestUnderWayError extends Refusal {
  readonly code = 'idempotency/under-way'
  readonly retryAfterSeconds = 1
  constructor() {
    super({
      fa: 'همین درخواست در دست انجام است؛ چند لحظه دیگر دوباره بپرسید.',
      en: 'This very request is being carried out; ask again in a moment.'
    })
  }
}

/** Answers each keyed POST of the API once, and gives the same answer to every repetition. */
export function answerOnce(app: Server, context: Context): void {
  const underWay = keepClaims(app, context)
  app.decorateRequest('idempotency', null)
  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (request.method !== 'POST' || !request.url.startsWith('/api/') || typeof key !== 'string')
      return
    // What was answered is found by the hash of caller and key, and no other way.
    await withScope('system', () => claimOrReplay(context, request, reply))
    if (request.idempotency !== null) underWay.add(request.idempotency)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const claim = request.idempotency
    if (claim === null) return
    const body = typeof payload === 'string' ? payload : null
    const isFinal = reply.statusCode < 500 && reply.statusCode !== 429
    try {
      // A refusal for load or a fault of ours may go better next time; all else is the answer.
      const { statusCode: status } = reply
      await withScope('system', () =>
        isFinal ? keep(context, claim, { status, body }) : forget(context, claim)
      )
    } catch (error) {
      // What was done is done: the caller hears of it, though a repetition will be carried out again.
      context.log.error({ error, trace: request.id }, 'an answer could not be kept for repetitions')
    }
    request.idempotency = null
    underWay.delete(claim)
  })
}

/** Says of the claims in the set, every few seconds, that somebody is at them. */
function keepClaims(app: Server, context: Context): Set<Key> {
  const underWay = new Set<Key>()
  const timer = setInterval(() => {
    // Where this fails, the claims run out, and repetitions are carried out again.
    const claims = [...underWay]
    if (claims.length > 0) void withScope('system', () => renew(context, claims)).catch(() => {})
  }, renewSeconds * 1000)
  timer.unref()
  app.addHook('onClose', (_instance, done) => {
    clearInterval(timer)
    done()
  })
  return underWay
}

async function claimOrReplay(context: Context, request: Request, reply: FastifyReply) {
  const caller = request.caller?.id ?? 'public'
  const id = sha256(`${caller}\n${String(request.headers['idempotency-key'])}`)
  const bucket = bucketOf(caller)
  const requestSha256 = sha256(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`)
  const now = context.clock.now()
  const claimed = await sql`
    insert into idempotent_answers (bucket, id, request_sha256, asked_at, caller)
    values (${bucket}, ${id}, ${requestSha256}, ${now}, ${caller})
    on conflict (bucket, id) do update set asked_at = excluded.asked_at
      where idempotent_answers.status is null
        and idempotent_answers.request_sha256 = excluded.request_sha256
        and idempotent_answers.asked_at < ${now.subtract({ seconds: silentSecondsMax })}
    returning 1`.execute(context.db)
  if (claimed.rows.length === 1) {
    request.idempotency = { bucket, id }
    return
  }
  const found = await sql<{ requestSha256: string; status: number | null; body: string | null }>`
    select request_sha256 as "requestSha256", status, body from idempotent_answers
    where bucket = ${bucket} and id = ${id}`.execute(context.db)
  const before = found.rows[0]
  if (before !== undefined && before.requestSha256 !== requestSha256) {
    throw new IdempotencyKeyReusedError()
  }
  if (before === undefined || before.status === null) throw new RequestUnderWayError()
  await reply
    .code(before.status)
    .header('idempotent-replayed', 'true')
    .type(before.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json')
    .serializer((text: unknown) => String(text))
    .send(before.body ?? '')
}

type Key = { bucket: number; id: string }

async function keep(context: Context, key: Key, answer: { status: number; body: string | null }) {
  await sql`update idempotent_answers set status = ${answer.status}, body = ${answer.body}
    where bucket = ${key.bucket} and id = ${key.id}`.execute(context.db)
}

async function renew(context: Context, keys: readonly Key[]) {
  await sql`update idempotent_answers set asked_at = ${context.clock.now()}
    where status is null and (bucket, id) in (select * from unnest(
      ${keys.map((key) => key.bucket)}::smallint[], ${keys.map((key) => key.id)}::text[]))`.execute(
    context.db
  )
}

async function forget(context: Context, key: Key) {
  await sql`delete from idempotent_answers where bucket = ${key.bucket} and id = ${key.id}`.execute(
    context.db
  )
}

/** Keeps answers for a day: they may hold personal values, and nobody repeats a request for longer. */
export const answerJobs: SliceJobs = {
  schedule: [
    {
      name: 'http.answers',
      everySeconds: 3600,
      run: async ({ db, clock }) => {
        const before = clock.now().subtract({ hours: keptHours })
        await sql`delete from idempotent_answers where asked_at < ${before}`.execute(db)
      }
    }
  ]
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
