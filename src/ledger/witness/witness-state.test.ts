import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { WitnessState, WitnessStateError } from './witness-state.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peyman-witness-'))
})
afterEach(() => rm(folder, { recursive: true }))

const head = (size: number, mark = 1) => ({
  origin: 'peyman.example/log/1',
  size,
  root: new Uint8Array(32).fill(mark)
})

test('WitnessState remembers the last head of each log', async () => {
  const state = new WitnessState(folder)
  assert.equal(await state.latest('peyman.example/log/1'), null)
  for (let size = 1; size <= 6; size++) {
    assert.equal(await state.advance(head(size), await state.latest('peyman.example/log/1')), true)
  }
  const again = await new WitnessState(folder).latest('peyman.example/log/1')
  assert.equal(again?.head.size, 6)
  assert.equal(again?.number, 6)
  assert.equal(await state.latest('peyman.example/log/2'), null)
  const [log = ''] = await readdir(folder)
  assert.equal((await readdir(join(folder, log))).length, 3)
})

test('WitnessState lets one of many go on from a head, whatever the order', async () => {
  const states = Array.from({ length: 8 }, () => new WitnessState(folder))
  for (let round = 0; round < 10; round++) {
    const latest = await states[0]?.latest('peyman.example/log/1')
    assert.ok(latest !== undefined)
    const won = await Promise.all(
      states.map((state, i) => state.advance(head(round + 1, i), latest))
    )
    assert.equal(won.filter(Boolean).length, 1)
  }
})

test('WitnessState refuses whoever slept while records were taken away', async () => {
  const state = new WitnessState(folder)
  await state.advance(head(1), null)
  const slept = await state.latest('peyman.example/log/1')
  for (let size = 2; size <= 9; size++) {
    await state.advance(head(size), await state.latest('peyman.example/log/1'))
  }
  assert.equal(await state.advance(head(2, 7), slept), false)
  assert.equal((await state.latest('peyman.example/log/1'))?.head.size, 9)
})

test('WitnessState says so when what it wrote is damaged', async () => {
  const state = new WitnessState(folder)
  await state.advance(head(1), null)
  const [log = ''] = await readdir(folder)
  await writeFile(join(folder, log, '000000000001'), 'peyman.example/log/1\n1\n')
  await assert.rejects(state.latest('peyman.example/log/1'), WitnessStateError)
})
