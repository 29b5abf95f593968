// Goal: a killed witness never makes two trees believed. Method: real processes, SIGKILL between the
// record and the answer and at random, then a fork is offered to the one that starts on the same folder.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  formatAddCheckpoint,
  parseSignatureLines,
  proveConsistency,
  signCheckpoint
} from '../../src/kernel/tlog/index.ts'
import { type DeskProcess, runPeyman, startPeyman } from '../support/desk-process.ts'
import { growLog, logKey, nodePrimitives, vectors } from '../support/tlog.ts'

const log = growLog(60)
const fork = growLog(60, 'fork')
const origin = logKey.key.name

describe('a witness that is killed', () => {
  let folder: string
  let environment: { PEYMAN_DATA: string; PORT: string; HOST: string }
  let address: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peyman-witness-'))
    const port = await freePort()
    environment = { PEYMAN_DATA: folder, PORT: String(port), HOST: '127.0.0.1' }
    address = `http://127.0.0.1:${String(port)}`
    const words = ['witness', 'key', '--name', 'witness.example/w1', '--url', address]
    const made = await runPeyman(words, environment)
    assert.equal(made.code, 0, made.stderr)
    assert.match(made.stdout, /^witness witness\.example-w1 witness\.example\/w1\+\S+ http:\S+\n$/)
    assert.equal((await runPeyman(words, environment)).code, 2)
    await writeFile(join(folder, 'witness/logs'), `log ${vectors.vkey}\n`)
  })
  after(() => rm(folder, { recursive: true }))

  async function start(): Promise<DeskProcess> {
    const witness = startPeyman(['witness', 'serve'], environment)
    for (let tries = 0; tries < 200; tries++) {
      if ((await fetch(address).catch(() => null))?.ok === true) return witness
      await pause(50)
    }
    throw new Error(`the witness does not answer: ${witness.said()}`)
  }

  async function ask(oldSize: number, size: number, from = log): Promise<[number, string]> {
    const proof = await proveConsistency(
      { oldSize, newSize: size },
      from.reader(size),
      nodePrimitives
    )
    const checkpoint = signCheckpoint(
      { origin, size, root: from.roots[size] as Uint8Array },
      [logKey],
      0
    )
    const body = formatAddCheckpoint({ oldSize, proof, checkpoint })
    const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body })
    return [answer.status, await answer.text()]
  }

  /** Records under the witness, so that the test can kill as soon as one appears. */
  function records(): number {
    try {
      const state = join(folder, 'witness/state')
      const names = readdirSync(state).flatMap((each) => readdirSync(join(state, each)))
      return Math.max(0, ...names.filter((name) => /^[0-9]{12}$/.test(name)).map(Number))
    } catch {
      return 0
    }
  }

  async function rememberedSize(): Promise<number> {
    const [status, text] = await ask(0, 60)
    return status === 409 ? Number(text) : 60
  }

  test('between its record and its answer has lost no safety', async () => {
    let witness = await start()
    let size = 0
    for (let round = 1; round <= 6; round++) {
      const known = records()
      const asked = ask(size, size + 3).catch((): [number, string] => [0, ''])
      // Looking without a pause: the record is there before the answer is written.
      for (const end = performance.now() + 5000; records() === known && performance.now() < end;)
        await new Promise(setImmediate)
      witness.child.kill('SIGKILL')
      await Promise.all([asked, witness.ended])
      witness = await start()
      assert.equal(await rememberedSize(), size + 3, 'the record was on the disk')
      assert.equal((await ask(size + 3, size + 3, fork))[0], 409)
      assert.equal((await ask(size + 3, size + 6, fork))[0], 422)
      size += 3
      const [status, lines] = await ask(size, size)
      assert.equal(status, 200)
      assert.ok(parseSignatureLines(lines).ok)
    }
    witness.child.kill('SIGTERM')
    assert.equal(await witness.ended, 0)
  })

  test('at any moment has cosigned one chain of trees only', async () => {
    let cosigned = 18
    for (let round = 0; round < 8; round++) {
      const witness = await start()
      const size = await rememberedSize()
      assert.ok(size >= cosigned, 'what was answered is remembered')
      const working = (async () => {
        for (let old = size; old < 60; old++) {
          const [status] = await ask(old, old + 1)
          if (status !== 200) return
          cosigned = old + 1
          assert.notEqual((await ask(old + 1, old + 1, fork))[0], 200)
        }
      })().catch((error: unknown) => {
        if (error instanceof assert.AssertionError) throw error
      })
      await pause(5 + round * 6)
      witness.child.kill('SIGKILL')
      await Promise.all([working, witness.ended])
    }
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}
