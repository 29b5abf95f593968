// Goal: the outages that are found are those that there were, to the second, whatever dies meanwhile.
// Method: a site that fails when told and writes down its own answers; three real vantage points look at
// it, one with a clock eleven minutes fast, one four minutes slow; web, worker, database and a vantage
// point are killed with SIGKILL in turn, each while the site is down. Another site flaps all the time.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { loadNewContent } from '../../src/commands/load-content.ts'
import { type Installation, openInstallation } from '../../src/commands/open-installation.ts'
import { readConfig } from '../../src/config.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { noticeById } from '../../src/notices/index.ts'
import { type Outage, outagesBetween } from '../../src/outages/index.ts'
import { saveSettings } from '../../src/outages/probes/settings-store.ts'
import { registerHost } from '../../src/outages/probes/register-host.ts'
import { syncWatching } from '../../src/outages/probes/sync-watching.ts'
import { type Actor, createApiKey } from '../../src/people/index.ts'
import { inTransaction, systemClock } from '../../src/platform/index.ts'
import { type DeskProcess, startPeyman, untilReady } from '../support/desk-process.ts'
import { failingTarget, truthOf } from '../support/failing-target.ts'
import { freePort } from '../support/people-server.ts'

const authority = 'ito'
const folder = await mkdtemp(join(tmpdir(), 'peyman-outages-'))
await chmod(folder, 0o755)
const port = await freePort()
const origin = `http://localhost:${String(port)}`
const environment = {
  PEYMAN_DATA: join(folder, 'data'),
  PORT: String(port),
  PEYMAN_ORIGIN: origin,
  PEYMAN_REQUESTS_PER_MINUTE: '1000000',
  PEYMAN_PRIVATE_HOSTS: '127.0.0.1,127.0.0.2'
}
const config = readConfig(environment)
const site = await failingTarget('127.0.0.1')
const flapping = await failingTarget('127.0.0.2')
const manager: Actor = {
  kind: 'system',
  id: 'system:test',
  name: { fa: 'آزمون', en: 'Test' },
  grants: [{ authority, unit: null, role: 'it-manager', post: null }],
  person: null
}
const begun = systemClock.now()
let installation: Installation | null = null
let web: DeskProcess | null = null
let worker: DeskProcess | null = null
const agents: DeskProcess[] = []

after(async () => {
  const all = [...agents, web, worker].filter((each) => each !== null)
  for (const each of all) each.child.kill('SIGTERM')
  await Promise.all(all.map((each) => each.ended))
  await installation?.close()
  await rm(folder, { recursive: true, force: true })
})

async function prepare(): Promise<string[]> {
  installation = await openInstallation(config)
  const { context } = installation
  await loadNewContent(context)
  // Nobody's real portal is looked at from a test.
  await sql`update authorities set portal = ${origin}`.execute(context.db)
  await syncWatching(context)
  await inTransaction(context.db, (tx) =>
    saveSettings(tx, authority, {
      settings: {
        everySeconds: 1,
        timeoutMs: 900,
        failuresInARow: 3,
        successesInARow: 2,
        nextUpdateMinutes: 30
      },
      at: begun,
      by: manager.id
    })
  )
  for (const { origin: address } of [site, flapping]) {
    await registerHost(context, manager, { authority, address })
  }
  return Promise.all(
    ['north', 'south', 'abroad'].map(async (label) => {
      const { text } = await createApiKey(context, { authority, role: 'probe', label, live: true })
      const file = join(folder, `${label}.key`)
      await writeFile(file, text)
      return file
    })
  )
}

// Minutes by which the clock of each vantage point is wrong.
const wrongBy = [0, 11, -4]

function startAgent(keyFile: string, index: number): DeskProcess {
  const words = ['probe', '--desk', origin, '--key-file', keyFile, '--folder', `${keyFile}.folder`]
  const shifted = resolve(import.meta.dirname, '../support/shifted-clock.ts')
  return startPeyman(words, {
    NODE_OPTIONS: `--import ${shifted}`,
    PEYMAN_TEST_SHIFT_MS: String((wrongBy[index] ?? 0) * 60_000)
  })
}

async function startWeb(): Promise<void> {
  web = startPeyman(['serve', '--role', 'web'], environment)
  await untilReady(origin, web)
}

function startWorker(): void {
  worker = startPeyman(['serve', '--role', 'worker'], environment)
}

async function kill(victim: DeskProcess | null): Promise<void> {
  victim?.child.kill('SIGKILL')
  await victim?.ended
}

async function killDatabase(): Promise<void> {
  const file = join(environment.PEYMAN_DATA, 'database/postgres/postmaster.pid')
  process.kill(Number.parseInt(await readFile(file, 'utf8'), 10), 'SIGKILL')
}

async function outagesOf(component: string): Promise<Outage[]> {
  const now = systemClock.now()
  const { db } = installation!.context
  return outagesBetween(db, { authority, component, from: begun, to: now.add({ hours: 1 }) })
}

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (await condition().catch(() => false)) return
    await pause(100)
  }
  const said = [web, worker, ...agents].map((each) => each?.said().slice(-600)).join('\n')
  assert.fail(`${what} did not come to pass in 30 s:\n${said}`)
}

async function untilReported(): Promise<void> {
  await until('three vantage points that report', async () => {
    const found = await sql<{ n: number }>`
      select count(distinct s.vantage)::integer as n from probe_stretches s
      join probe_targets t on t.bucket = s.bucket and t.authority = s.authority and t.id = s.target
      where t.component = 'portal:127.0.0.1' and s.count >= 2`.execute(installation!.context.db)
    return found.rows[0]?.n === 3
  })
}

const downMilliseconds = 4200
const upMilliseconds = 3600

/** The site is down for a while, and something is killed in it. */
async function round(strike: () => Promise<void>): Promise<void> {
  site.answer(false)
  await Promise.all([pause(downMilliseconds), pause(700).then(strike)])
  site.answer(true)
  await pause(upMilliseconds)
}

test('outages are found to the second, whoever is killed', { timeout: 120_000 }, async (t) => {
  await mkdir(environment.PEYMAN_DATA, { recursive: true })
  const keys = await prepare()
  startWorker()
  await startWeb()
  agents.push(...keys.map(startAgent))
  await untilReported()
  t.diagnostic(
    `begun after ${String(Math.round(systemClock.now().since(begun).total('seconds')))} s`
  )
  // Never three looks of one vantage point in a row, a second apart.
  flapping.answer(() => systemClock.now().epochMilliseconds % 2100 > 1000)
  const over = new AbortController()
  const load = Promise.all(Array.from({ length: 4 }, () => askPages(over.signal)))
  await round(async () => {
    await kill(web)
    await startWeb()
  })
  await round(async () => {
    await kill(worker)
    startWorker()
  })
  await round(killDatabase)
  await round(async () => {
    await kill(agents[1] ?? null)
    agents[1] = startAgent(keys[1]!, 1)
  })
  over.abort()
  const asked = (await load).reduce((sum, each) => sum + each, 0)
  t.diagnostic(`${String(asked)} pages asked for meanwhile`)
  await hold(t)
})

async function hold(t: { diagnostic(text: string): void }): Promise<void> {
  const truth = truthOf(site)
  assert.equal(truth.length, 4)
  await until('four outages that are over', async () => {
    const found = await outagesOf('portal:127.0.0.1')
    return found.length === 4 && found.every(({ to }) => to !== null) && isNear(found, truth)
  }).catch(async (error: unknown) => {
    t.diagnostic(String(error))
  })
  const found = await outagesOf('portal:127.0.0.1')
  for (const [i, { from, to }] of truth.entries()) {
    const one = found[i]
    const [late, longer] = [off(from, one?.from ?? null), off(to, one?.to ?? null)]
    t.diagnostic(
      `outage ${String(i + 1)}: ${String(late)} ms and ${String(longer)} ms from the truth`
    )
  }
  assert.equal(found.length, truth.length)
  assert.ok(isNear(found, truth), 'an outage that is not as it was')
  assert.deepEqual(await outagesOf('portal:127.0.0.2'), [], 'flapping was taken for an outage')
  const { db } = installation!.context
  const kinds = ['outage.opened', 'outage.closed'] as const
  const facts = await factsBetween(db, { authority, kinds, from: begun.subtract({ hours: 1 }) })
  for (const { id, notice, knownAt, from } of found) {
    const own = facts.filter(({ subject }) => subject === id).map(({ kind }) => kind)
    assert.deepEqual(own.toSorted(), ['outage.closed', 'outage.opened'], id)
    const shown = await noticeById(db, notice ?? '')
    assert.match(shown?.title.en ?? '', /^Outage over/, 'a notice that did not follow its outage')
    assert.ok(knownAt.since(from).total('minutes') < 15)
  }
}

function off(truth: Temporal.Instant, found: Temporal.Instant | null): number {
  return found === null ? Number.NaN : Math.round(found.since(truth).total('milliseconds'))
}

function isNear(
  found: readonly Outage[],
  truth: readonly { from: Temporal.Instant; to: Temporal.Instant }[]
): boolean {
  return truth.every(({ from, to }, i) => {
    const { from: a, to: b } = found[i] ?? { from: null, to: null }
    return Math.abs(off(from, a)) < 1000 && Math.abs(off(to, b)) < 1000
  })
}

/** People who read the desk while all this happens. */
async function askPages(signal: AbortSignal): Promise<number> {
  let asked = 0
  while (!signal.aborted) {
    const answer = await fetch(`${origin}/services`).catch(() => null)
    await answer?.text().catch(() => '')
    asked += 1
    await pause(150)
  }
  return asked
}
