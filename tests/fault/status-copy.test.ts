// Goal: whoever looks for the status while the database is down sees the last known one, told as a copy
// with its age, also from a web process that was started meanwhile; and the live one when it is back.
// Method: real processes on a PostgreSQL of their own, which is stopped and started again.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/index.ts'
import { type DeskProcess, startPeyman, untilReady } from '../support/desk-process.ts'

const root = await mkdtemp(join(tmpdir(), 'peyman-copy-'))
const cluster = { folder: join(root, 'database'), throwAway: true }
const data = join(root, 'data')
const port = await freePort()
const origin = `http://localhost:${String(port)}`
const secondsMax = 60
let database: EmbeddedPostgres | null = await startEmbeddedPostgres(cluster)
const { url } = database
const desks: DeskProcess[] = []
after(async () => {
  for (const { child, ended } of desks) {
    child.kill('SIGTERM')
    await ended
  }
  await database?.stop()
  await rm(root, { recursive: true, force: true })
})

function startDesk(roles: string): DeskProcess {
  const environment = {
    DATABASE_URL: url,
    PEYMAN_DATA: data,
    PORT: String(port),
    HOST: 'localhost'
  }
  const desk = startPeyman(['serve', '--role', roles], environment)
  desks.push(desk)
  return desk
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost')
  await new Promise((settle) => probe.once('listening', settle))
  const address = probe.address()
  await new Promise((settle) => probe.close(settle))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Asks again until it is so; how long that takes is no part of what is proven. */
async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < secondsMax * 10; tries++) {
    const found = await look().catch(() => null)
    if (found !== null) return found
    await pause(100)
  }
  throw new Error(`not within ${String(secondsMax)} s: ${what}`)
}

const fetched = async (path: string) => {
  const response = await fetch(origin + path, { redirect: 'manual' })
  return { response, text: await response.text() }
}

function holdsCopy({ response, text }: Awaited<ReturnType<typeof fetched>>, words: RegExp): void {
  assert.equal(response.status, 200)
  assert.match(response.headers.get('age') ?? '', /^\d+$/)
  assert.match(response.headers.get('warning') ?? '', /^110 /)
  assert.ok(response.headers.get('x-status-copy'))
  assert.match(text, words)
}

async function copiesAreServed(): Promise<void> {
  holdsCopy(
    await fetched('/status'),
    /این صفحه یک رونوشت است[\s\S]*پایگاه داده این سامانه اکنون در دسترس نیست/
  )
  const english = await fetched('/en/status')
  holdsCopy(
    english,
    /This page is a copy[\s\S]*The database of this installation cannot be reached now/
  )
  holdsCopy(await fetched('/status/sko'), /استانداری/)
  const styles = /href="(\/assets\/main[^"]+)"/.exec(english.text)?.[1] ?? ''
  assert.equal((await fetched(styles)).response.status, 200, styles)
  const summary = await fetched('/status/api/v2/summary.json')
  holdsCopy(summary, /^\{"page":/)
  assert.ok((JSON.parse(summary.text) as { components: unknown[] }).components.length > 0)
  holdsCopy(await fetched('/status/history.atom'), /<feed/)
  for (const path of ['/readyz', '/services', '/status/nobody']) {
    assert.equal((await fetched(path)).response.status, 503, path)
  }
  assert.equal((await fetched('/healthz')).response.status, 200)
}

test('the copy is served while the database is down, by a process that knew it and by one that did not', async () => {
  const desk = startDesk('web,worker')
  await untilReady(origin, desk)
  await until('copies of what is watched', async () => {
    const text = await readFile(join(data, 'status/api/v2/summary.json'), 'utf8')
    return text.includes('sko/desk') ? text : null
  })
  const live = await fetched('/status')
  assert.equal(live.response.status, 200)
  assert.equal(live.response.headers.get('x-status-copy'), null)
  await database?.stop()
  database = null
  await until('the desk has noticed', async () => {
    const { response } = await fetched('/status')
    return response.headers.get('x-status-copy')
  })
  await copiesAreServed()
  desk.child.kill('SIGKILL')
  await desk.ended
  const second = startDesk('web')
  await until('the next process serves', async () => {
    const { response } = await fetched('/status')
    return response.headers.get('x-status-copy')
  })
  assert.match(second.said(), /copies of the status are served meanwhile/)
  await copiesAreServed()
  database = await startEmbeddedPostgres(cluster)
  await untilReady(origin, second)
  const again = await fetched('/en/status')
  assert.equal(again.response.status, 200)
  assert.equal(again.response.headers.get('x-status-copy'), null)
  assert.doesNotMatch(again.text, /This page is a copy/)
})

test('a process that waits for its database ends when it is told to', async () => {
  const [last] = desks.splice(-1)
  last?.child.kill('SIGTERM')
  await last?.ended
  await database?.stop()
  database = null
  const waiting = startDesk('web')
  await until('it serves', async () => ((await fetched('/status')).response.ok ? true : null))
  waiting.child.kill('SIGTERM')
  assert.equal(await waiting.ended, 0)
})

test('without copies a start without a database fails as before', async () => {
  const desk = startPeyman(['serve', '--role', 'web'], {
    DATABASE_URL: url,
    PEYMAN_DATA: join(root, 'empty'),
    PORT: String(port)
  })
  assert.equal(await desk.ended, 2)
  assert.match(desk.said(), /cannot be used/)
})
