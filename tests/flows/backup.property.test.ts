// Goal: backup then restore gives equal tables, whatever is in them. Method: rows of random content in
// the tables that hold text, bytes, JSON and times; every table is compared by a hash of its rows.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { makeBackup, restoreBackup } from '../../src/backup/index.ts'
import { generateMailboxIdentity, recipientOf } from '../../src/kernel/seal/index.ts'
import { json, newId } from '../../src/platform/index.ts'
import { testLog } from '../support/log.ts'
import { scratchDatabase, tableHashes } from '../support/scratch-database.ts'

const { context, url } = await testLog()
const { db } = context
const folder = await mkdtemp(join(tmpdir(), 'peyman-backup-'))
after(() => rm(folder, { recursive: true, force: true }))

// PostgreSQL keeps no zero character, and no half of a surrogate pair.
const keepable = (text: string) => text.replaceAll('\0', '').toWellFormed()
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\\N', '\\.', '\t\n\r\\', '', 'نامه\u200cها', 'x'.repeat(100_000))
  )
  .map(keepable)
const body = fc.dictionary(
  text,
  fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }))
)
const row = fc.record({
  text: fc.option(text),
  bytes: fc.uint8Array({ maxLength: 400 }),
  body,
  // From the year 4 to the year 8300, to the microsecond.
  at: fc.bigInt({ min: -62_000_000_000_000_000n, max: 200_000_000_000_000_000n })
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

async function write(rows: readonly Row[]): Promise<void> {
  for (const table of ['facts', 'evidence_keys'])
    await sql`truncate ${sql.table(table)}`.execute(db)
  for (const { text: subject, bytes, body: value, at } of rows) {
    const time = sql`'epoch'::timestamptz + ${String(at)}::bigint * interval '1 microsecond'`
    const id = newId()
    await sql`insert into evidence_keys (bucket, subject, key, made_at)
      values (2, ${id}, ${Buffer.from(bytes)}, ${time})`.execute(db)
    await sql`insert into facts (bucket, id, authority, kind, subject, at, known_at, actor, card_version, body)
      values (3, ${id}, 'sko', 'case.viewed', ${subject ?? ''}, ${time}, ${time}, 'x', ${subject},
        ${json(value)})`.execute(db)
  }
}

test('restoreBackup after makeBackup gives equal tables for any content', async () => {
  const identity = await generateMailboxIdentity('hybrid')
  const to = join(folder, 'recipient')
  await writeFile(to, `# of the test\n${(await recipientOf(identity)) ?? ''}\n`)
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      await write(rows)
      run += 1
      const file = join(folder, `${String(run)}.peyman`)
      await makeBackup(context, { file, to: [to] })
      const target = await scratchDatabase(url)
      await restoreBackup({ file, identities: [identity], url: target })
      assert.deepEqual(await tableHashes(target), await tableHashes(url))
    }),
    { numRuns: 2, endOnFailure: true }
  )
})
