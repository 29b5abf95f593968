import assert from 'node:assert/strict'
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openProbeDesk, probeKey } from '../../../tests/support/probe-desk.ts'
import { machineClock } from './agent-clock.ts'
import { DeskClient } from './desk-client.ts'
import { Reporter } from './reporter.ts'
import { HostResolver } from './resolve-host.ts'
import { Spool } from './spool.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-reporter-'))
after(() => rm(folder, { recursive: true }))

test('Reporter keeps results in memory while the disk takes none, and tells what it lost', async () => {
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const spoolFolder = join(folder, 'spool')
  const clock = machineClock()
  const desk = await openProbeDesk({})
  const spool = await Spool.open(spoolFolder, { bytesMax: 1e9, say })
  const client = new DeskClient(desk.origin, probeKey, new HostResolver())
  const reporter = new Reporter({ clock, spool, client, say })
  const add = (target: string) =>
    reporter.add({ target, ticks: clock.ticks(), ok: true, tookMs: 1, reason: null, detail: null })
  // As a disk that is gone.
  await rm(spoolFolder, { recursive: true })
  add('a')
  await reporter.flush()
  await reporter.flush()
  assert.deepEqual(said.filter((line) => line.includes('takes nothing')).length, 1)
  for (let i = 0; i < 20_005; i += 1) add(String(i))
  await mkdir(spoolFolder)
  await reporter.flush()
  assert.match(said.join('\n'), /takes results again/)
  await reporter.send(() => false)
  assert.equal(desk.results.length, 20_000)
  assert.equal(desk.dropped, 6)
  assert.equal(desk.batches.size, 10)
  await desk.close()
})
