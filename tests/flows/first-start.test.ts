// Goal: the first start of a demonstration shows its page while the past fills in beside it, and ends in
// order in the middle of that. Method: the command on an empty database, whose replay is a process of
// its own.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { factsBetween } from '../../src/ledger/index.ts'
import { testDatabase } from '../support/database.ts'
import { type DeskProcess, startPeyman, untilReady } from '../support/desk-process.ts'
import { freePort } from '../support/people-server.ts'

const { db, url } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'peyman-first-start-'))
const port = await freePort()
const environment = {
  PEYMAN_DEMO: '1',
  PEYMAN_DATA: folder,
  DATABASE_URL: url,
  PORT: String(port)
}
const running: DeskProcess[] = []
after(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function open(): DeskProcess {
  const desk = startPeyman(['serve', '--role', 'web,worker'], environment)
  running.push(desk)
  return desk
}

const cases = async () => (await factsBetween(db, { kinds: ['case.submitted'] })).length

/** Waits for what comes of itself, and tells what was said where it does not. */
async function until(desk: DeskProcess, holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) {
    assert.equal(desk.child.exitCode, null, desk.said())
    await pause(50)
  }
}

/** The process that replays; the compiler of the styles may be another child. */
function replayOf({ child }: DeskProcess): number {
  const pid = String(child.pid)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  const found = children.find((each) =>
    readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('fill-past')
  )
  return Number(found)
}

const linux = { skip: process.platform !== 'linux' && 'reads /proc' }

test('the page is there before the past, and a signal in between ends both', linux, async () => {
  const desk = open()
  await untilReady(`http://localhost:${String(port)}`, desk)
  assert.doesNotMatch(desk.said(), /replayed/)
  await until(desk, async () => (await cases()) > 0)
  const replay = replayOf(desk)
  assert.ok(replay > 0, 'the replay is a process of its own')
  desk.child.kill('SIGTERM')
  assert.equal(await desk.ended, 0, desk.said())
  assert.throws(() => process.kill(replay, 0), 'the replay has ended too')
})

test('a replay whose desk is killed ends by itself', linux, async () => {
  // As of an empty installation: the first test left cases.
  const { db: other, url: address } = await testDatabase()
  const desk = startPeyman(['serve', '--role', 'web,worker'], {
    ...environment,
    DATABASE_URL: address
  })
  running.push(desk)
  await until(
    desk,
    async () => (await factsBetween(other, { kinds: ['case.submitted'], limit: 1 })).length > 0
  )
  const replay = replayOf(desk)
  desk.child.kill('SIGKILL')
  await desk.ended
  const isThere = () => {
    try {
      return process.kill(replay, 0)
    } catch {
      return false
    }
  }
  for (let waited = 0; isThere() && waited < 600; waited += 1) await pause(50)
  assert.equal(isThere(), false)
})
