// Goal: an agency's agent that is killed anywhere loses no letter and sends none twice. Method: the real
// command on a folder of letters, killed again and again against a running desk; then a last round.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { mailboxIdentity } from '../../src/kernel/seal/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { directory } from '../../src/letters/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { createApiKey } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { peyman } from '../support/desk-process.ts'
import { openTestMailbox } from '../support/letters.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer(systemClock.now())
const { context } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
after(() => signer.close())
const unit = { authority: 'sko', unit: 'citizen-services' }
const citizen = await demonstrated(server, 'maryam-rezaei')
const home = await openTestMailbox(context, { person: citizen.id })
await directory.integrateEntries(context)
await publicLog.keepLog(context, await publicLog.publisherOf(context))

const folder = await mkdtemp(join(tmpdir(), 'peyman-agent-'))
after(() => rm(folder, { recursive: true, force: true }))
const { text: apiKey } = await createApiKey(context, {
  ...{ ...unit, role: 'officer', label: 'بایگانی', live: true }
})
const secret = { mode: 0o600 }
await writeFile(join(folder, 'api.key'), `${apiKey}\n`, secret)
const seed = demonstrationSeed(unit.authority, unit.unit)
await writeFile(join(folder, 'unit.key'), `${mailboxIdentity(seed)}\n`, secret)
await writeFile(join(folder, 'policy'), await (await fetch(`${server.origin}/log/policy`)).text())
await mkdir(join(folder, 'agent', 'in'), { recursive: true })

function startAgent(...more: string[]): {
  child: ChildProcess
  ended: Promise<number | null>
  told(): string
} {
  const words = ['--desk', server.origin, '--unit', 'sko/citizen-services', ...more]
  const files = {
    'api-key-file': 'api.key',
    'unit-key': 'unit.key',
    policy: 'policy',
    folder: 'agent'
  }
  for (const [word, file] of Object.entries(files)) words.push(`--${word}`, join(folder, file))
  const child = spawn(process.execPath, [...peyman, 'agent', ...words], {
    stdio: ['pipe', 'pipe', 'pipe']
  })
  let told = ''
  child.stdout?.on('data', (text) => (told += String(text)))
  child.stderr?.on('data', (text) => (told += String(text)))
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  return { child, ended, told: () => told }
}

async function count(): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from letters`.execute(context.db)
  return found.rows[0]?.n ?? 0
}

const letters = 40

test('an agent that is killed again and again sends each letter once', async () => {
  for (let i = 0; i < letters; i += 1) {
    const letter = { to: { mailbox: home.id }, subject: `نامه ${String(i)}`, body: 'متن' }
    await writeFile(join(folder, 'agent/in', `letter-${String(i)}.json`), JSON.stringify(letter))
  }
  for (let kill = 0; kill < 6; kill += 1) {
    const agent = startAgent('--once')
    await Promise.race([pause(700 + kill * 350), agent.ended])
    agent.child.kill('SIGKILL')
    await agent.ended
  }
  const last = startAgent('--once')
  assert.equal(await last.ended, 0, last.told())
  assert.equal(await count(), letters)
  const left = await Promise.all(
    ['in', 'sealed', 'refused'].map((part) => readdir(join(folder, 'agent', part)))
  )
  assert.deepEqual(left, [[], [], []])
  assert.equal((await readdir(join(folder, 'agent/sent'))).length, letters)
})

test('a letter that comes again is not sent again; another under its name, and no letter, are refused', async () => {
  const inbox = join(folder, 'agent/in')
  const same = { to: { mailbox: home.id }, subject: 'نامه 0', body: 'متن' }
  await writeFile(join(inbox, 'letter-0.json'), JSON.stringify(same))
  await writeFile(join(inbox, 'letter-1.json'), JSON.stringify(same))
  await writeFile(join(inbox, 'broken.json'), '{"to":')
  await writeFile(
    join(inbox, 'outside.json'),
    JSON.stringify({ ...same, bodyFile: '../../unit.key', body: undefined })
  )
  const agent = startAgent('--once')
  assert.equal(await agent.ended, 1)
  assert.equal(await count(), letters)
  const refused = await readdir(join(folder, 'agent/refused'))
  assert.deepEqual(refused.toSorted(), ['broken.json', 'letter-1.json', 'outside.json'])
})

test('letters come by standard input, and two agents do not work in one folder', async () => {
  const agent = startAgent('--stdin')
  const other = {
    to: { person: (await demonstrated(server, 'hossein-barati')).id },
    subject: 's',
    body: 'b'
  }
  agent.child.stdin?.end(`${JSON.stringify({ reference: 'line-1', ...other })}\n`)
  assert.equal(await agent.ended, 0, agent.told())
  assert.match(agent.told(), /"done":"sent","reference":"line-1".*"state":"awaiting-recipient"/)
  const running = startAgent()
  await pause(3000)
  const second = startAgent('--once')
  assert.notEqual(await second.ended, 0)
  assert.match(second.told(), /another agent works/)
  running.child.kill('SIGTERM')
  assert.equal(await running.ended, 0, running.told())
})
