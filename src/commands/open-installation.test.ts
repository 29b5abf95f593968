import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { type Config, readConfig } from '../config.ts'
import { databaseAnswers, manualClock } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'

const { url } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'peyman-open-'))
after(() => rm(folder, { recursive: true }))

function config(databaseUrl: string): Config {
  return readConfig({ PEYMAN_DATA: folder, DATABASE_URL: databaseUrl })
}

test('openInstallation opens the database of DATABASE_URL and passes nudges on', async () => {
  const clock = manualClock('2026-11-22T06:00:00Z')
  const installation = await openInstallation(config(url), clock)
  const { context } = installation
  assert.equal(await databaseAnswers(context.db), true)
  assert.equal(context.clock, clock)
  context.nudge()
  let nudges = 0
  installation.onNudge(() => (nudges += 1))
  context.nudge()
  assert.equal(nudges, 1)
  await installation.close()
  assert.equal(await databaseAnswers(context.db), false)
})

for (const [what, address, reason] of [
  ['that nobody runs', 'postgres://p:secret@localhost:1/peyman', /localhost.*ECONNREFUSED/],
  ['that is not there', url.replace(/\/[^/?]*(\?|$)/, '/nowhere$1'), /"nowhere" does not exist/],
  ['that lets this user not in', url.replace(/\/\/[^@]*@/, '//who:secret@'), /password|role/]
] as const) {
  test(`openInstallation says why it cannot use a database ${what}`, async () => {
    await assert.rejects(openInstallation(config(address)), (error: Error) => {
      assert.match(error.message, reason)
      assert.doesNotMatch(error.message, /secret/)
      return 'code' in error && error.code === 'database/unusable'
    })
  })
}
