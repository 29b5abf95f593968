// Goal: what has to be done is done, whoever dies at it, and a promise is broken once. Method: two worker
// processes on one database full of due clocks and outbox rows; one or the other is killed with SIGKILL
// while they work, and started again. The seed is printed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { caseDesk, checkCases } from '../../src/cases/index.ts'
import { randomOf } from '../../src/commands/demo/random.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { systemClock } from '../../src/platform/index.ts'
import { damageAnswers, pdf, testDesk } from '../support/desk.ts'
import { type DeskProcess, startPeyman } from '../support/desk-process.ts'

const seed = Number(process.env.PEYMAN_FAULT_SEED ?? Math.floor(Math.random() * 1e9))
const random = randomOf(seed)
const cases = 160
const rounds = 2
const secondsMax = 60

// Promised within 72 hours: what is filed now is late by today's clock.
const filed = systemClock.now().subtract({ hours: 100 })
const desk = await testDesk(filed.toString())
const { context } = desk
const folder = await mkdtemp(join(tmpdir(), 'peyman-worker-'))
const workers: DeskProcess[] = []
after(async () => {
  for (const worker of workers) worker.child.kill('SIGTERM')
  await Promise.all(workers.map((worker) => worker.ended))
  await rm(folder, { recursive: true, force: true })
})

function startWorker(): DeskProcess {
  const worker = startPeyman(['serve', '--role', 'worker'], {
    DATABASE_URL: desk.url,
    PEYMAN_DATA: folder
  })
  workers.push(worker)
  return worker
}

async function count(what: ReturnType<typeof sql>): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::integer as n from ${what}`.execute(
    context.db
  )
  return found.rows[0]?.n ?? 0
}

/** Files cases of as many people, some of whom have several. */
async function fileCases(): Promise<void> {
  const clerk = await desk.as('somayeh-jafari')
  let left = cases
  const one = async () => {
    while (left > 0) {
      left -= 1
      await caseDesk.registerIntake(context, clerk, {
        service: '10021006',
        channel: 'post',
        trackingNumber: String(random.between(10 ** 11, 10 ** 12)),
        applicant: {
          kind: 'person',
          name: `متقاضی ${'ابپت'.charAt(left % 4)}`,
          mobile: mobileOf(left % 60)
        },
        answers: damageAnswers,
        files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf(500) }],
        submissionKey: randomUUID()
      })
    }
  }
  await Promise.all(Array.from({ length: 6 }, one))
}

function mobileOf(number: number): string {
  return `0915${String(1_000_000 + number)}`
}

/** Waits until this many promises are noted as broken, or all is done. */
async function untilBreached(breaches: number): Promise<void> {
  const before = performance.now()
  for (;;) {
    if ((await count(sql`facts where kind = 'case.breached'`)) >= breaches) return
    assert.ok(
      performance.now() - before < secondsMax * 1000,
      workers.map((worker) => worker.said()).join()
    )
    await pause(10)
  }
}

async function untilDrained(): Promise<void> {
  for (let waited = 0; (await count(sql`outbox`)) > 0; waited += 50) {
    assert.ok(waited < secondsMax * 1000, 'the outbox was not drained')
    await pause(50)
  }
}

test(
  'two workers that are killed leave nothing undone and do nothing twice',
  { timeout: 150_000 },
  async (t) => {
    t.diagnostic(`PEYMAN_FAULT_SEED=${String(seed)}`)
    await fileCases()
    assert.equal(await count(sql`outbox`), cases)
    let pair = [startWorker(), startWorker()]
    for (let round = 1; round <= rounds; round += 1) {
      await untilBreached(Math.floor((cases * round) / (rounds + 2)))
      for (const worker of pair) {
        await pause(random.between(0, 40))
        worker.child.kill('SIGKILL')
      }
      await Promise.all(pair.map((worker) => worker.ended))
      const breaches = await count(sql`facts where kind = 'case.breached'`)
      t.diagnostic(`killed both after ${String(breaches)} of ${String(cases)}`)
      pair = [startWorker(), startWorker()]
    }
    await untilBreached(cases)
    await untilDrained()
    const breached = await factsBetween(context.db, { kinds: ['case.breached'] })
    assert.equal(breached.length, cases)
    assert.equal(new Set(breached.map((fact) => fact.subject)).size, cases)
    assert.equal(await count(sql`queue_items where late`), cases)
    assert.equal(await count(sql`case_clocks where wake_at is not null`), 0)
    assert.deepEqual((await checkCases(context.db, systemClock.now())).differences, [])
    const survivors = pair.map((worker) => worker.said()).join('')
    assert.doesNotMatch(survivors, /"level":"error"/)
  }
)

test('a case that cannot be read holds back neither the clocks nor the queue of its applicant', async () => {
  const own = await testDesk()
  const citizen = await own.as('maryam-rezaei')
  const file = async () =>
    (
      await caseDesk.submitCase(own.context, citizen, {
        service: '10021006',
        answers: damageAnswers,
        files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf(500) }],
        submissionKey: randomUUID()
      })
    ).case
  const [broken, sound] = [await file(), await file()]
  await sql`delete from facts where subject = ${broken}`.execute(own.context.db)
  own.clock.advance('PT73H')
  assert.equal(await caseDesk.wakeTimers(own.context), 1)
  await own.drain()
  const { differences } = await checkCases(own.context.db, own.clock.now())
  assert.deepEqual(
    differences.map((each) => each.case),
    [broken]
  )
  const breached = await factsBetween(own.context.db, { kinds: ['case.breached'] })
  assert.deepEqual(
    breached.map((fact) => fact.subject),
    [sound]
  )
})
