import { hostname } from 'node:os'
import { sql } from 'kysely'
import { type Context, type Db, bucketOf, newId } from '../platform/index.ts'

/** A process that does background work, as it last said. */
export interface WorkerBeat {
  readonly id: string
  readonly host: string
  readonly startedAt: Temporal.Instant
  readonly beatAt: Temporal.Instant
}

const keptHours = 24

let own: { readonly id: string; readonly startedAt: Temporal.Instant } | null = null

/** Says that this process is there; forgets those that said nothing for a day. */
export async function beat({ db, clock }: Context): Promise<void> {
  const now = clock.now()
  own ??= { id: newId(now), startedAt: now }
  await sql`
    insert into worker_beats (bucket, id, host, started_at, beat_at)
    values (${bucketOf(own.id)}, ${own.id}, ${hostname()}, ${own.startedAt}, ${now})
    on conflict (bucket, id) do update set beat_at = excluded.beat_at`.execute(db)
  await sql`delete from worker_beats where beat_at < ${now.subtract({ hours: keptHours })}`.execute(
    db
  )
}

/** Processes that did background work lately, the last heard first. */
export async function workerBeats(db: Db): Promise<WorkerBeat[]> {
  const found = await sql<WorkerBeat>`
    select id, host, started_at as "startedAt", beat_at as "beatAt" from worker_beats
    order by beat_at desc limit 50`.execute(db)
  return found.rows
}
