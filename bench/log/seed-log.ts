import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import {
  type HashTile,
  TileBuilder,
  formatVerifierKey,
  leafHash,
  portableSigningKey,
  signCheckpoint,
  signatureTypes
} from '../../src/kernel/tlog/index.ts'
import { draftEntries, readyFact } from '../../src/ledger/draft-entries.ts'
import { insertEntries } from '../../src/ledger/entry-store.ts'
import { makeKeys } from '../../src/ledger/evidence-key-store.ts'
import { recordFacts } from '../../src/ledger/index.ts'
import { insertLeaves, readCandidates } from '../../src/ledger/leaf-store.ts'
import { serverPrimitives } from '../../src/ledger/server-primitives.ts'
import { writeTiles } from '../../src/ledger/tile-store.ts'
import { type Context, bucketOf, inTransaction, newId } from '../../src/platform/index.ts'

const at = 1_795_000_000
const members = 1024
const samples = 24
const origin = 'bench.example/peyman/log/1405'

/**
 * Replaces the rows of the log by those of a log of `size` entries, of which some spread over it are
 * real batches of real facts and the others random leaves.
 * @returns The facts of the real batches, and the policy by which their receipts are proven.
 */
export async function seedLog(
  context: Context,
  size: number
): Promise<{ facts: string[]; policy: string }> {
  const { db, clock } = context
  for (const name of ['logs', 'log_entries', 'log_leaves', 'log_tiles', 'log_checkpoints']) {
    await sql`truncate ${sql.table(name)}`.execute(db)
  }
  await sql`truncate ledger_outbox`.execute(db)
  const subjects = Array.from({ length: samples * members }, () => newId())
  for (let i = 0; i < subjects.length; i += 2048) {
    const some = subjects.slice(i, i + 2048)
    await makeKeys(
      db,
      some.map((subject) => ({ bucket: bucketOf(subject), subject })),
      clock.now()
    )
    await inTransaction(db, (tx) =>
      recordFacts(
        tx,
        some.map((subject) => ({
          owner: subject,
          authority: 'sko',
          kind: 'case.submitted',
          subject,
          at: clock.now(),
          actor: subject,
          body: { case: subject, service: '10021006', channel: 'site' }
        }))
      )
    )
  }
  const ready = (await readCandidates(db, subjects.length)).map(readyFact)
  const drafts = draftEntries(ready, at)
  const places = new Map(
    drafts.map((draft, i) => [Math.floor(((i + 0.5) / drafts.length) * size), draft])
  )
  const builder = TileBuilder.empty(serverPrimitives)
  let tiles: HashTile[] = []
  const flush = async () => {
    if (tiles.length > 0) await inTransaction(db, (tx) => writeTiles(tx, '1405', tiles))
    tiles = []
  }
  const random = randomBytes(32)
  for (let i = 0; i < size; i += 1) {
    const draft = places.get(i)
    random.writeUInt32BE(i, 0)
    builder.append(draft ? leafHash(draft.row.entry, serverPrimitives) : Buffer.from(random))
    if (i % 65_536 === 65_535) {
      tiles.push(...builder.takeTiles())
      await flush()
    }
  }
  tiles.push(...builder.takeTiles())
  await flush()
  await inTransaction(db, async (tx) => {
    const entries = [...places].map(([index, { row }]) => ({ ...row, index }))
    await insertEntries(tx, '1405', entries)
    for (const [index, { facts }] of places) {
      await insertLeaves(
        tx,
        '1405',
        facts.map((fact) => ({ ...fact, index }))
      )
    }
  })
  const keys = ([signatureTypes.note, signatureTypes.postQuantum] as const).map((type) =>
    portableSigningKey({ name: origin, type, seed: new Uint8Array(32).fill(type) })
  )
  const note = signCheckpoint({ origin, size, root: builder.root() }, keys, 0)
  await sql`
    insert into logs (log_id, position, origin, size, root, last_at, keys, opened_at)
    values ('1405', 1, ${origin}, ${size}, ${Buffer.from(builder.root())}, ${at}, '[]', ${clock.now()})`.execute(
    db
  )
  await sql`insert into log_checkpoints (log_id, size, note) values ('1405', ${size}, ${note})`.execute(
    db
  )
  await sql`analyze`.execute(db)
  const vkeys = keys.map(({ key }) => `log ${formatVerifierKey(key)}`)
  return { facts: ready.map(({ id }) => id), policy: [...vkeys, 'quorum none', ''].join('\n') }
}
