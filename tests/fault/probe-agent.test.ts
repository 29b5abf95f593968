// Goal: kill -9 at any moment loses no result that was on the disk and makes none count twice. Method: the
// agent as a process under load, against a desk that takes, breaks off, or answers into the void, and
// targets that count who asked; after each kill the spool is read.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { parseSpooledName } from '../../src/outages/agent/spool-format.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { startPeyman } from '../support/desk-process.ts'
import { type Mood, type ProbeDesk, openProbeDesk, probeKey } from '../support/probe-desk.ts'
import { serving } from '../support/probe-target.ts'

const targets = 200
const rounds = 5
const nowMs = () => systemClock.now().epochMilliseconds

const lateMillisecondsMax = 10_000

describe('a probe that is killed', () => {
  let folder: string
  let desk: ProbeDesk
  /** When each target was asked, by the target's own server. */
  const asked = new Map<string, number[]>()
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peyman-probe-'))
    const origin = await serving((request, response) => {
      const id = request.url?.slice(1) ?? ''
      asked.set(id, [...(asked.get(id) ?? []), nowMs()])
      // Some are always under way when the agent is stopped.
      setTimeout(() => {
        response.writeHead(Number(id) % 10 === 0 ? 500 : 200).end('x'.repeat(1000))
      }, 100)
    })
    desk = await openProbeDesk({
      v: 1,
      vantage: 'v',
      refreshSeconds: 1,
      targets: Array.from({ length: targets }, (_, i) => ({
        id: String(i),
        everySeconds: 1,
        timeoutMs: 1000,
        check: { kind: 'http', url: `${origin}/${String(i)}` }
      })),
      notices: [],
      hosts: []
    })
  })
  after(async () => {
    await desk.close()
    await rm(folder, { recursive: true })
  })

  function start() {
    const words = ['probe', '--desk', desk.origin, '--folder', folder]
    return startPeyman(words, { PEYMAN_PROBE_KEY: probeKey })
  }

  async function spooled(): Promise<{ batch: string; lost: number }[]> {
    const names = await readdir(join(folder, 'spool')).catch(() => [])
    return names
      .filter((name) => name.endsWith('.batch'))
      .flatMap((name) => parseSpooledName(name.slice(0, -'.batch'.length)) ?? [])
  }

  test('loses nothing that was on the disk, and tells nothing twice', async () => {
    const moods: Mood[] = ['takes', 'takes-silently', 'breaks-off', 'takes', 'asks-to-wait']
    let turn = 0
    desk.mood = () => moods[(turn += 1) % moods.length] ?? 'takes'
    const onDisk = new Map<string, number>()
    for (let round = 0; round < rounds; round += 1) {
      const probe = start()
      const count = desk.results.length
      for (let tries = 0; tries < 400 && desk.results.length < count + targets; tries += 1) {
        for (const { batch, lost } of await spooled()) onDisk.set(batch, lost)
        await pause(20)
      }
      // Anywhere in its second: between a look and the disk, the disk and the desk, the desk and the disk.
      await pause(round * 210)
      probe.child.kill('SIGKILL')
      assert.equal(await probe.ended, 'SIGKILL', probe.said())
      for (const { batch, lost } of await spooled()) onDisk.set(batch, lost)
    }
    desk.mood = () => 'takes'
    const last = start()
    for (let tries = 0; tries < 600; tries += 1) {
      const ids = (await spooled()).map(({ batch }) => batch)
      if (!ids.some((id) => onDisk.has(id))) break
      await pause(50)
    }
    last.child.kill('SIGTERM')
    assert.equal(await last.ended, 0, last.said())
    assert.ok(onDisk.size >= rounds, `${String(onDisk.size)} batches were seen on the disk`)
    for (const id of onDisk.keys()) assert.ok(desk.batches.has(id), `the batch ${id} never came`)
    assert.deepEqual(desk.changed, [], 'a batch came again with another body')
    assert.equal(desk.dropped, 0)
    assert.deepEqual(await spooled(), [])
  })

  test('finds no fault where it stood still itself', async () => {
    const probe = start()
    const count = desk.results.length
    for (let tries = 0; tries < 400 && desk.results.length < count + targets; tries += 1) {
      await pause(20)
    }
    for (let round = 0; round < 3; round += 1) {
      probe.child.kill('SIGSTOP')
      await pause(2500)
      probe.child.kill('SIGCONT')
      await pause(1300)
    }
    probe.child.kill('SIGTERM')
    assert.equal(await probe.ended, 0, probe.said())
    assert.deepEqual(
      desk.results.filter(({ reason }) => reason !== null && reason !== 'status'),
      []
    )
  })

  test('reports each look once, when it was, and none that was not', () => {
    assert.ok(desk.results.length > targets * rounds)
    for (const [id, times] of asked) {
      const told = desk.results
        .filter(({ target }) => target === id)
        .toSorted((a, b) => a.at - b.at)
      assert.ok(
        told.length <= times.length,
        `${id}: ${String(told.length)} of ${String(times.length)}`
      )
      const left = [...times]
      for (const { at, ok } of told) {
        assert.equal(ok, Number(id) % 10 !== 0)
        // Each has its own question at its own time: two results of one question find only one. A question
        // is seen late where this process had to wait for its turn.
        const nearest = left.findIndex((each) => each > at - 900 && each < at + lateMillisecondsMax)
        assert.ok(nearest >= 0, `${id}: no question at ${String(at)}`)
        left.splice(nearest, 1)
      }
    }
  })
})
