// Goal: an erasure that is killed anywhere is finished by the next process. Method: a process that dies
// at an ever later statement, again and again; then one that lives.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { caseDesk, checkCases } from '../../src/cases/index.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { actorOfPerson, findOrCreateWalkIn, personalData } from '../../src/people/index.ts'
import { personalDataHolders } from '../../src/personal-data.ts'
import { type Context, inTransaction } from '../../src/platform/index.ts'
import { findCanaries } from '../support/canaries.ts'
import { damageAnswers, pdf, testDesk } from '../support/desk.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'peyman-erasing-'))
after(() => rm(folder, { recursive: true, force: true }))
const context: Context = {
  ...desk.context,
  config: { ...desk.context.config, dataFolder: folder, erasureDays: 0 }
}
const program = resolve(import.meta.dirname, '../support/erasing-process.ts')
const run = promisify(execFile)
const leaseMinutes = 3
const casesOfTheirs = 5

/** Runs one process. @returns Whether it lived to its end. */
async function erase(deadlyAt: number): Promise<boolean> {
  const given = [program, desk.url, folder, context.clock.now().toString(), String(deadlyAt)]
  return run(process.execPath, given).then(
    () => true,
    (error: unknown) => {
      assert.equal((error as { signal?: string }).signal, 'SIGKILL', String(error))
      return false
    }
  )
}

test('an erasure that is killed at any statement is finished by the next process', async () => {
  const canary = `قناری ${randomUUID()}`
  const name = 'پروانه قناری'
  const document = pdf(400_000)
  const person = await inTransaction(context.db, (tx) =>
    findOrCreateWalkIn(tx, { kind: 'person', name, nationalId: '0499370899' }, context.clock.now())
  )
  const actor = await actorOfPerson(context.db, person.id, context.clock.now())
  assert.ok(actor)
  for (let i = 0; i < casesOfTheirs; i += 1) {
    const filed = await caseDesk.submitCase(context, actor, {
      service: '10021006',
      answers: { ...damageAnswers, place: canary },
      files: [{ document: 'damage-photos', name: `${canary}.pdf`, bytes: document }],
      submissionKey: randomUUID()
    })
    await caseDesk.withdrawCase(context, actor, { case: filed.case })
  }
  await desk.drain()
  const canaries = { canary, name, bytes: document.subarray(1000, 1060), id: '0499370899' }
  assert.ok((await findCanaries(desk.url, canaries)).length > 4)
  await personalData.askErasure(context, personalDataHolders, person.id)

  let kills = 0
  for (let deadlyAt = 1; ; deadlyAt += kills < 4 ? 3 : 14) {
    if (await erase(deadlyAt)) break
    kills += 1
    // Whoever took it is not heard of any more.
    desk.clock.advance(`PT${String(leaseMinutes)}M`)
  }
  desk.clock.advance(`PT${String(leaseMinutes)}M`)
  assert.equal(await erase(0), true)
  assert.ok(kills >= 6, `${String(kills)} kills`)

  assert.deepEqual(await findCanaries(desk.url, canaries, folder), [])
  const { differences } = await checkCases(context.db, context.clock.now())
  assert.deepEqual(differences, [])
  const told = await factsBetween(context.db, { kinds: ['personal-data.erased'] })
  assert.equal(told.length, 1, 'told once')
  const open = await sql`
    select 1 from erasures where state <> 'done'`.execute(context.db)
  assert.equal(open.rows.length, 0)
})
