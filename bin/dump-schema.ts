// Writes migrations/schema.sql from a freshly migrated database. Run after every new migration.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { migrate, startEmbeddedPostgres } from '../src/platform/index.ts'
import { describeSchema, printSchema } from '../tests/support/schema.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-schema-'))
const server = await startEmbeddedPostgres({ folder, throwAway: true })
try {
  await migrate(server.url)
  const file = resolve(import.meta.dirname, '../migrations/schema.sql')
  await writeFile(file, printSchema(await describeSchema(server.url)))
  process.stdout.write(`${file}\n`)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
