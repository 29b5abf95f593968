// Goal: backups are made and thrown away by schedule, drills prove that they can be brought back, controls
// say what they found, and the operator sees it all. Method: the whole desk, with a clock that moves.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeRecoveryKey } from '../../src/backup/recovery-key.ts'
import { checkControls } from '../../src/backup/controls/check-controls.ts'
import { dependencyAudit } from '../../src/backup/controls/dependency-audit.ts'
import { drillWhenDue, runDrill } from '../../src/backup/run-drill.ts'
import { newestBackups } from '../../src/backup/backup-store.ts'
import { backUp, backUpWhenDue } from '../../src/backup/scheduled-backup.ts'
import { generateMailboxIdentity } from '../../src/kernel/seal/index.ts'
import { type FactKind, factsBetween } from '../../src/ledger/index.ts'
import { type Context, databaseAddress } from '../../src/platform/index.ts'
import { Visitor } from '../support/people-server.ts'
import { startTestServer } from '../support/server.ts'
import { once } from '../support/scratch-database.ts'

const server = await startTestServer()
const { app, clock } = server
const folder = await mkdtemp(join(tmpdir(), 'peyman-backups-'))
after(() => rm(folder, { recursive: true, force: true }))
const { identity } = await makeRecoveryKey(server.context.config.dataFolder, {
  kind: 'classic',
  replace: false
})
const drillIdentity = join(folder, 'drill-key')
await writeFile(drillIdentity, identity, { mode: 0o600 })
const files = join(folder, 'files')
const url = databaseAddress(server.context.db)
const { config } = server.context
const context: Context = {
  ...server.context,
  config: {
    ...config,
    backups: {
      ...config.backups,
      folder: files,
      keep: 2,
      drillIdentity,
      drillDatabaseUrl: url
    }
  }
}
const facts = async (kind: FactKind) =>
  (await factsBetween(context.db, { authority: 'ito', kinds: [kind] })).map(({ body }) => body)
const page = async () => {
  const operator = new Visitor(app)
  await operator.signInAs('omid-tavakoli')
  const fa = await operator.get('/operator/backups')
  const en = await operator.get('/en/operator/backups')
  assert.deepEqual([fa.statusCode, en.statusCode], [200, 200])
  return en.body
}

test('controls say at first that there is no backup, and what nobody can know', async () => {
  await checkControls(context)
  const found = new Map((await facts('control.checked')).map((body) => [body['control'], body]))
  assert.equal(found.get('backup-age')?.['passed'], false)
  assert.equal(found.get('restore-drill')?.['reason'], 'no-drill')
  assert.equal(found.get('access-reviewed')?.['passed'], false)
  assert.equal(found.size, 8)
  await checkControls(context)
  assert.equal((await facts('control.checked')).length, 8, 'not told twice in a day')
  assert.match(await page(), /there is no backup/)
})

test('a backup is made when it is due, by one worker, and the oldest go', async () => {
  await Promise.all([backUpWhenDue(context), backUpWhenDue(context)])
  assert.equal((await readdir(files)).length, 1)
  await checkControls(context)
  const seen = (await facts('control.checked')).findLast((body) => body['control'] === 'backup-age')
  assert.equal(seen?.['passed'], true, 'seen at the next turn, not an hour later')
  await backUpWhenDue(context)
  assert.equal((await readdir(files)).length, 1, 'not due')
  const [first] = await readdir(files)
  await writeFile(join(files, 'of-somebody-else'), '')
  for (let day = 0; day < 2; day += 1) {
    clock.advance('PT25H')
    await backUpWhenDue(context)
  }
  const left = (await readdir(files)).filter((name) => name.startsWith('peyman-'))
  assert.equal(left.length, 2)
  assert.ok(!left.includes(first ?? ''))
  assert.equal((await facts('backup.made')).length, 3)
})

test('a backup that fails is told, and tried again after a while', async () => {
  const broken: Context = {
    ...context,
    config: { ...context.config, backups: { ...context.config.backups, to: ['age1nonsense'] } }
  }
  clock.advance('PT25H')
  await assert.rejects(backUpWhenDue(broken), { code: 'backup/key-unusable' })
  await backUpWhenDue(context)
  assert.equal((await facts('backup.made')).length, 3, 'not at once')
  assert.match(await page(), /backup\/key-unusable/)
  clock.advance('PT16M')
  await backUpWhenDue(context)
  assert.equal((await facts('backup.made')).length, 4)
})

test('a backup to a name that is taken is refused, and no backup that failed', async () => {
  const taken = join(folder, 'taken')
  await writeFile(taken, '')
  const rows = await newestBackups(context.db, 50)
  await assert.rejects(backUp(context, { file: taken, to: [] }, 'command'), {
    code: 'backup/file-exists'
  })
  assert.deepEqual(await newestBackups(context.db, 50), rows)
})

test('a drill brings the newest backup back, measures it, and leaves nothing', async () => {
  clock.advance('PT2H')
  await drillWhenDue(context)
  const [drill] = await facts('restore.drilled')
  assert.equal(drill?.['ok'], true, JSON.stringify(drill))
  assert.equal(drill['rpoSeconds'], 7200)
  assert.ok(Number(drill['rtoSeconds']) >= 1)
  assert.ok(Number(drill['facts']) > 0)
  await drillWhenDue(context)
  assert.equal((await facts('restore.drilled')).length, 1, 'not due')
  const scratch = await once(url, `select 1 from pg_database where datname like 'peyman_drill_%'`)
  assert.deepEqual(scratch, [])
})

test('a slip of whoever types a drill is refused, and is no drill that failed', async () => {
  const before = (await facts('restore.drilled')).length
  const other = join(folder, 'other-key')
  await writeFile(other, `${await generateMailboxIdentity('hybrid')}\n`, { mode: 0o600 })
  const newest = (await readdir(files)).toSorted().at(-1) ?? ''
  const slips = [
    { file: join(folder, 'none'), identity: drillIdentity, code: 'backup/not-there' },
    { file: folder, identity: drillIdentity, code: 'backup/not-there' },
    { file: join(files, newest), identity: join(folder, 'none'), code: 'backup/key-unusable' },
    { file: join(files, newest), identity: other, code: 'backup/wrong-key' }
  ]
  for (const { code, ...input } of slips)
    await assert.rejects(runDrill(context, { ...input, isByHand: true }), { code })
  await assert.rejects(
    backUp(context, { file: join(folder, 'none/b.peyman'), to: [] }, 'command'),
    { code: 'backup/not-there' }
  )
  assert.equal((await facts('restore.drilled')).length, before)
})

test('a drill of a damaged backup says so, and the control fails', async () => {
  clock.advance('PT200H')
  await backUpWhenDue(context)
  const newest = (await readdir(files)).toSorted().at(-1) ?? ''
  await truncate(join(files, newest), 5000)
  await drillWhenDue(context)
  const last = (await facts('restore.drilled')).at(-1)
  assert.deepEqual([last?.['ok'], last?.['reason']], [false, 'backup/unreadable'])
  await checkControls(context)
  const told = (await facts('control.checked')).filter(
    (body) => body['control'] === 'restore-drill'
  )
  assert.equal(told.at(-1)?.['reason'], 'drill-failed')
  assert.match(await page(), /backup\/unreadable/)
})

test('the audit of libraries is told as it was answered', async () => {
  const file = join(folder, 'audit.json')
  const found = async (content: object) => {
    await writeFile(file, JSON.stringify(content))
    const { passed, reason } = await dependencyAudit(context, file)
    return [passed, reason]
  }
  const askedAt = clock.now().toString()
  assert.deepEqual(await found({ askedAt, answered: true, serious: [] }), [true, 'audit-clean'])
  assert.deepEqual(await found({ askedAt, answered: true, serious: ['x'] }), [false, 'audit-found'])
  assert.deepEqual(await found({ askedAt, answered: false, serious: [] }), [
    null,
    'audit-not-answered'
  ])
  assert.deepEqual(await found({ nonsense: true }), [null, 'no-audit'])
  clock.advance('PT1000H')
  assert.deepEqual(await found({ askedAt, answered: true, serious: [] }), [false, 'audit-old'])
})

test('nobody but an operator sees the page', async () => {
  assert.equal((await new Visitor(app).get('/operator/backups')).statusCode, 303)
  const admin = new Visitor(app)
  await admin.signInAs('vahid-rostami')
  assert.equal((await admin.get('/operator/backups')).statusCode, 403)
})
