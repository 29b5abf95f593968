import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { cardInForce, publishCard } from '../../src/catalogue/index.ts'
import { loadContent } from '../../src/commands/load-content.ts'
import { readConfig } from '../../src/config.ts'
import type { Actor } from '../../src/people/index.ts'
import {
  type Clock,
  type Context,
  migrate,
  openDatabase,
  silentLog,
  startEmbeddedPostgres,
  systemClock
} from '../../src/platform/index.ts'

/** A desk on a PostgreSQL of its own that flushes to disk as a real one does. */
export interface BenchDesk {
  readonly context: Context
  readonly url: string
  /** For seeding and settings; not measured. */
  readonly admin: pg.Client
  close(): Promise<void>
}

/** Code of the service of the benches: three fields, one document, 72 hours. */
export const benchService = '10029999'

/** A PostgreSQL of the bench's own in a temporary folder, which is removed at the end. */
export async function startBenchPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-bench-'))
  const embedded = await startEmbeddedPostgres({ folder })
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** Opens a desk in a database of its own on a server. */
export async function openBenchDesk(
  server: { readonly url: string },
  clock: Clock = systemClock
): Promise<BenchDesk> {
  const url = await newDatabase(server.url)
  await migrate(url)
  const database = openDatabase(url)
  const config = readConfig({ PEYMAN_DEMO: '1', PEYMAN_REQUESTS_PER_MINUTE: '100000000' })
  const context: Context = { db: database.db, clock, config, log: silentLog, nudge: () => {} }
  await loadContent(context)
  await publishBenchCard(context)
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await demandDurable(admin)
  return {
    context,
    url,
    admin,
    close: async () => {
      await admin.end()
      await database.close()
    }
  }
}

async function newDatabase(serverUrl: string): Promise<string> {
  const name = `bench_${randomBytes(4).toString('hex')}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

async function publishBenchCard(context: Context): Promise<void> {
  const model = await cardInForce(context.db, '10021006', context.clock.now())
  if (model === null) throw new Error('the card that the bench starts from is not there')
  const fields = model.card.form.fields.filter(({ name }) =>
    ['disaster', 'eventDate', 'mobile'].includes(name)
  )
  const editor: Actor = {
    kind: 'person',
    id: 'bench',
    name: { fa: 'سنجش', en: 'Bench' },
    grants: [{ authority: 'sko', unit: null, role: 'authority-admin', post: null }],
    person: null
  }
  await publishCard(context, editor, {
    ...model.card,
    code: benchService,
    form: { fields },
    documents: model.card.documents.filter(({ mandatory }) => mandatory)
  })
}

/** What is measured counts only if a commit is on the disk when it is answered. */
async function demandDurable(admin: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const found = await admin.query<Record<string, string>>(`show ${setting}`)
    if (found.rows[0]?.[setting] !== 'on') throw new Error(`${setting} is not on`)
  }
}
