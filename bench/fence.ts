/**
 * What the fence by unit costs: the queue page and the case page of an officer, as use cases read them in
 * the scope of a request, with the policies by body (migration 000022) and by unit (000024, 000038), in turns on
 * one database in one run. Medians and their ratio are shown.
 *
 * Run: node bench/fence.ts [--items=5000] [--rounds=6] [--reads=60]
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { caseDesk } from '../src/cases/index.ts'
import { readQueue } from '../src/cases/read-queue.ts'
import { unitsOfGrant } from '../src/people/data-scope.ts'
import type { Actor } from '../src/people/index.ts'
import { withScope } from '../src/platform/index.ts'
import { damageAnswers, pdf, testDesk } from '../tests/support/desk.ts'
import { numberOf } from './desk/options.ts'
import { median, table } from './desk/report.ts'

const items = numberOf('items', 5000)
const rounds = numberOf('rounds', 6)
const reads = numberOf('reads', 60)
const desk = await testDesk()
const owner = new pg.Client({ connectionString: desk.url })
await owner.connect()
const { context } = desk
const citizen = await desk.as('maryam-rezaei')
const readers = { 'officer of a unit': 'leila-arab', 'inspector of the body': 'shirin-ghaderi' }
const policies = {
  body: await policiesOf('000022-isolation.sql'),
  unit: [await policiesOf('000024-units.sql'), await policiesOf('000038-letter-units.sql')].join(
    '\n'
  )
}

function policiesOf(name: string): Promise<string> {
  return readFile(resolve(import.meta.dirname, '../migrations', name), 'utf8')
}

const filed = await caseDesk.submitCase(context, citizen, {
  service: '10021006',
  answers: damageAnswers,
  files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
  submissionKey: randomUUID()
})
await desk.drain()
// As many lines as the queue of a large body, in six units.
await sql`
  insert into queue_items select (jsonb_populate_record(q, jsonb_build_object('case_id',
    gen_random_uuid(), 'code', 'X' || n, 'unit',
    (array['civil-affairs', 'it', 'investment', 'citizen-services', 'foreign-nationals', 'inspection-legal'])[1 + n % 6]))).*
  from queue_items q, generate_series(1, ${items}) n where q.case_id = ${filed.case}`.execute(
  context.db
)
await sql`analyze`.execute(context.db)

/** Milliseconds of each read, in the scope of a request of this actor. */
async function measure(actor: Actor, read: () => Promise<unknown>): Promise<number[]> {
  const bodies = actor.grants.map(({ authority }) => authority)
  const units = actor.grants.flatMap(unitsOfGrant)
  const scope = { people: [actor.id], authorities: bodies, units }
  const took: number[] = []
  for (let i = 0; i < reads; i += 1) {
    const begun = performance.now()
    await withScope(scope, read)
    took.push(performance.now() - begun)
  }
  return took
}

const rows: string[][] = []
for (const [title, key] of Object.entries(readers)) {
  const actor = await desk.as(key)
  const pages = {
    queue: () => readQueue(context, actor, { authority: 'sko' }),
    case: () => caseDesk.viewCase(context, actor, { case: filed.case })
  }
  for (const [page, read] of Object.entries(pages)) {
    const took = { body: [] as number[], unit: [] as number[] }
    for (let round = 0; round <= rounds; round += 1)
      for (const by of ['body', 'unit'] as const) {
        await owner.query(policies[by])
        const each = await measure(actor, read)
        if (round > 0) took[by].push(...each)
      }
    const [before, after] = [median(took.body), median(took.unit)]
    rows.push([
      `${page} page, ${title}`,
      before.toFixed(2),
      after.toFixed(2),
      (after / before).toFixed(2)
    ])
  }
}
process.stdout.write(`${table(['', 'by body, ms', 'by unit, ms', 'ratio'], rows)}\n`)
process.exit(0)
