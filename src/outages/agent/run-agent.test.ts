// Goal: what the agent reports is what happened, when it happened, by the desk's clock. Method: real agents
// against a desk and targets on real HTTP.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type ProbeDesk, openProbeDesk, probeKey } from '../../../tests/support/probe-desk.ts'
import { serving } from '../../../tests/support/probe-target.ts'
import { systemClock } from '../../platform/clock.ts'
import { type AgentClock, machineClock } from './agent-clock.ts'
import { FolderTakenError } from './hold-folder.ts'
import { runAgent } from './run-agent.ts'

const root = await mkdtemp(join(tmpdir(), 'peyman-agent-'))
after(() => rm(root, { recursive: true }))
let folders = 0

function planOf(targets: readonly object[], more: object = {}) {
  return { v: 1, vantage: 'v', refreshSeconds: 1, targets, notices: [], hosts: [], ...more }
}

function httpTarget(id: string, url: string, everySeconds = 1) {
  return { id, everySeconds, timeoutMs: 1000, check: { kind: 'http', url } }
}

function start(desk: ProbeDesk, more: { folder?: string; key?: string; clock?: AgentClock } = {}) {
  const told = new AbortController()
  const said: string[] = []
  const folder = more.folder ?? join(root, String((folders += 1)))
  const options = {
    desk: desk.origin,
    key: more.key ?? probeKey,
    folder,
    reportEveryMs: 100,
    say: (line: string) => said.push(line),
    ...(more.clock && { clock: more.clock })
  }
  const running = runAgent(options, told.signal)
  const stop = () => {
    told.abort()
    return running
  }
  return { stop, said, folder, running }
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (isSo()) return
    await pause(25)
  }
  assert.fail(`never: ${what}`)
}

const nowMs = () => systemClock.now().epochMilliseconds

describe('runAgent', { concurrency: true }, () => {
  test('looks on the beat, reports each look once, and asks for a plan that is new only', async () => {
    const asked = new Map<string, number>()
    const origin = await serving((request, response) => {
      asked.set(request.url ?? '', (asked.get(request.url ?? '') ?? 0) + 1)
      response.writeHead(request.url === '/b' ? 500 : 200).end('x')
    })
    const desk = await openProbeDesk(
      planOf([httpTarget('a', `${origin}/a`), httpTarget('b', `${origin}/b`)])
    )
    const agent = start(desk)
    await until(() => desk.results.length >= 6 && desk.planAnswers['304'] > 0, 'six results')
    desk.plan = planOf([httpTarget('c', `${origin}/c`)])
    await until(() => desk.results.some(({ target }) => target === 'c'), 'the new target')
    const before = [asked.get('/a'), asked.get('/b')]
    await pause(1500)
    // What is no longer in the plan is not asked any more.
    assert.deepEqual([asked.get('/a'), asked.get('/b')], before)
    await agent.stop()
    assert.equal(desk.planAnswers['200'], 2)
    for (const [id, path] of Object.entries({ a: '/a', b: '/b', c: '/c' })) {
      const told = desk.results.filter(({ target }) => target === id)
      assert.equal(told.length, asked.get(path), id)
      assert.ok(told.every(({ ok }) => ok === (id !== 'b')))
    }
    await desk.close()
  })

  test('with a clock that is wrong and steps shifts nothing', async () => {
    const origin = await serving((_request, response) => response.end())
    const desk = await openProbeDesk(planOf([httpTarget('a', origin)]))
    const real = machineClock()
    let wrong = 7 * 60_000
    const clock: AgentClock = {
      ticks: () => real.ticks(),
      now: () => {
        const now = real.now()
        return { ...now, wall: now.wall + wrong }
      }
    }
    const begun = nowMs()
    const agent = start(desk, { clock })
    await until(() => desk.results.length >= 2, 'two results')
    wrong = -3 * 3_600_000
    await until(() => desk.results.length >= 4, 'two more')
    await agent.stop()
    const end = nowMs()
    const times = desk.results.map(({ at }) => at)
    for (const at of times) assert.ok(at >= begun - 500 && at <= end + 500)
    for (const [i, at] of times.entries()) {
      const gap = at - (times[i - 1] ?? at - 1000)
      assert.ok(gap > 500 && gap < 5000, `${String(gap)} ms between two looks`)
    }
    await desk.close()
  })

  test('goes on without the desk, also after its own end, and tells all of it later', async () => {
    let asked: number[] = []
    const origin = await serving((_request, response) => {
      asked.push(nowMs())
      response.end()
    })
    const desk = await openProbeDesk(planOf([httpTarget('a', origin)]))
    const port = Number(new URL(desk.origin).port)
    const first = start(desk)
    await until(() => desk.results.length >= 1, 'the first result')
    await desk.close()
    asked = []
    await until(() => asked.length >= 2, 'looks without a desk')
    await first.stop()
    assert.match(first.said.join('\n'), /wait on the disk/)
    assert.ok((await readdir(join(first.folder, 'spool'))).length > 0)
    const second = start(desk, { folder: first.folder })
    await until(() => asked.length >= 4, 'looks of the next run, by the kept plan')
    const again = await openProbeDesk(desk.plan, port)
    // The first run was told to stop during a look, perhaps: that one has nobody to report to.
    await until(() => again.results.length >= asked.length - 1, 'all results')
    await second.stop()
    assert.match(second.said.join('\n'), /goes on with the plan of the earlier run, 1 targets/)
    const told = again.results.map(({ at }) => at)
    for (const at of told) assert.ok(asked.some((each) => Math.abs(at - each) < 900))
    assert.ok(told.length <= asked.length && told.length >= asked.length - 2)
    assert.deepEqual(await readdir(join(first.folder, 'spool')), [])
    await again.close()
  })

  test('sends a batch whose answer was lost again, the same; puts a refused one aside', async () => {
    const origin = await serving((_request, response) => response.end())
    const desk = await openProbeDesk(planOf([httpTarget('a', origin)]))
    const moods = ['takes-silently', 'breaks-off', 'asks-to-wait', 'refuses'] as const
    let sent = 0
    desk.mood = () => moods[sent++] ?? 'takes'
    const agent = start(desk)
    await until(() => sent > 5 && desk.dropped > 0, 'the loss is told')
    await agent.stop()
    assert.deepEqual(desk.changed, [])
    assert.equal(desk.dropped, 1)
    const names = await readdir(join(agent.folder, 'spool'))
    assert.equal(names.filter((name) => name.endsWith('.refused')).length, 1)
    await desk.close()
  })

  test('tells seen notices with their page, missed ones once, and hosts that nobody registered', async () => {
    const origin = await serving((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      const words = request.url === '/notices/1' ? 'قطعی برنامه‌ریزی‌شده' : 'nothing'
      response.end(`<p>${words}</p><form action="https://forms.example/send"></form>`)
    })
    const notice = { version: 1, sha256: 'x', lines: ['قطعی برنامه‌ریزی‌شده'] }
    const desk = await openProbeDesk(
      planOf([httpTarget('a', `${origin}/`)], {
        hosts: ['127.0.0.1'],
        notices: [
          { ...notice, id: '1', url: `${origin}/notices/1` },
          { ...notice, id: '2', url: `${origin}/notices/2` }
        ]
      })
    )
    const agent = start(desk)
    await until(
      () => desk.sightings.length + desk.missed.length + desk.hosts.length >= 3,
      'all three'
    )
    await agent.stop()
    assert.deepEqual(
      desk.sightings.map(({ notice: id }) => id),
      ['1']
    )
    assert.deepEqual(
      desk.missed.map(({ notice: id, reason }) => [id, reason]),
      [['2', null]]
    )
    assert.deepEqual(desk.hosts, [{ host: 'forms.example', foundOn: `${origin}/`, use: 'form' }])
    await desk.close()
  })

  test('says that its key is not known, and refuses a folder that is in use', async () => {
    const desk = await openProbeDesk(planOf([]))
    const agent = start(desk, { key: 'wrong' })
    await until(() => agent.said.length > 0, 'a word')
    assert.match(agent.said.join(), /401 \(key\/unknown\); there is no plan yet/)
    if (process.platform === 'linux') {
      await assert.rejects(start(desk, { folder: agent.folder }).running, FolderTakenError)
    }
    await agent.stop()
    await desk.close()
  })
})
