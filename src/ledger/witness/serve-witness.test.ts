import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { growLog, logKey, nodePrimitives, policyOf, vectors } from '../../../tests/support/tlog.ts'
import {
  formatAddCheckpoint,
  formatVerifierKey,
  proveConsistency,
  signCheckpoint,
  verifyCheckpoint
} from '../../kernel/tlog/index.ts'
import { manualClock } from '../../platform/index.ts'
import { KeyFileError } from '../signing-keys.ts'
import { type RunningWitness, makeWitnessKey, serveWitness } from './index.ts'

const log = growLog(40)
const fork = growLog(40, 'fork')
const origin = logKey.key.name
const second = 1_795_327_200

describe('a witness over HTTP', () => {
  let folder: string
  let witness: RunningWitness
  let policy: ReturnType<typeof policyOf>
  const complaints: string[] = []

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peyman-witness-'))
    const [vkey = '', postQuantum = ''] = await makeWitnessKey(join(folder, 'key'), {
      name: 'witness.example/w1',
      postQuantum: true
    })
    await writeFile(join(folder, 'logs'), `# the desk\nlog ${vectors.vkey}\n`)
    witness = await start()
    policy = policyOf(
      `log ${vectors.vkey}\nwitness w ${vkey}\nwitness q ${postQuantum}\ngroup g all w q\nquorum g\n`
    )
  })
  after(async () => {
    await witness.close()
    await rm(folder, { recursive: true })
  })

  function start() {
    return serveWitness({
      folder,
      port: 0,
      host: '127.0.0.1',
      clock: manualClock('2026-11-22T06:00:00Z'),
      say: (line) => complaints.push(line)
    })
  }

  async function ask(oldSize: number, size: number, from = log): Promise<[number, string, string]> {
    const proof =
      oldSize <= size
        ? await proveConsistency({ oldSize, newSize: size }, from.reader(size), nodePrimitives)
        : []
    const checkpoint = checkpointOf(size, from)
    return post(formatAddCheckpoint({ oldSize, proof, checkpoint }))
  }

  function checkpointOf(size: number, from = log): string {
    return signCheckpoint({ origin, size, root: from.roots[size] as Uint8Array }, [logKey], 0)
  }

  async function post(body: string | Buffer): Promise<[number, string, string]> {
    const answer = await fetch(`http://127.0.0.1:${String(witness.port)}/add-checkpoint`, {
      method: 'POST',
      body
    })
    return [answer.status, await answer.text(), answer.headers.get('content-type') ?? '']
  }

  test('cosigns what grows, also after a new start, and states its time', async () => {
    const [status, lines] = await ask(0, 7)
    assert.equal(status, 200)
    const trusted = verifyCheckpoint(checkpointOf(7) + lines, policy, nodePrimitives)
    assert.ok(trusted.ok)
    assert.deepEqual(
      trusted.value.trust.witnesses.map(({ at }) => at),
      [second, second]
    )
    await witness.close()
    witness = await start()
    assert.equal((await ask(7, 20))[0], 200)
    assert.equal((await ask(20, 20))[0], 200)
  })

  test('refuses as the standard says', async () => {
    assert.deepEqual((await ask(7, 30)).slice(0, 3), [409, '20\n', 'text/x.tlog.size'])
    assert.deepEqual((await ask(0, 7)).slice(0, 2), [409, '20\n'])
    assert.equal((await ask(20, 20, fork))[0], 409)
    assert.equal((await ask(20, 40, fork))[0], 422)
    assert.equal((await ask(30, 20))[0], 400)
    const other = signCheckpoint(
      { origin: 'elsewhere.example/log', size: 20, root: log.roots[20] as Uint8Array },
      [{ ...logKey, key: { ...logKey.key, name: 'elsewhere.example/log' } }],
      0
    )
    assert.equal(
      (await post(formatAddCheckpoint({ oldSize: 20, proof: [], checkpoint: other })))[0],
      404
    )
    const unsigned = checkpointOf(20).replace(/— .*\n$/, '— x AAAAAAAA\n')
    assert.equal(
      (await post(formatAddCheckpoint({ oldSize: 20, proof: [], checkpoint: unsigned })))[0],
      403
    )
    assert.equal((await post('old 20'))[0], 400)
    assert.equal((await post(Buffer.from([255, 0, 255])))[0], 400)
    assert.equal((await post('x'.repeat(400_000)))[0], 413)
    assert.deepEqual(complaints, [])
  })

  test('of requests at once one after the other is cosigned, and never two trees', async () => {
    const answers = await Promise.all(
      [21, 22, 23, 24, 25].flatMap((size) => [ask(20, size), ask(20, size, fork)])
    )
    assert.ok(answers.some(([status]) => status === 200))
    for (const [i, [status]] of answers.entries()) if (i % 2 === 1) assert.notEqual(status, 200)
  })

  test('says who it is, and takes up a log that is added', async () => {
    const about = await (await fetch(`http://127.0.0.1:${String(witness.port)}/`)).text()
    assert.match(about, /^key witness\.example\/w1\+/m)
    assert.match(about, /^log peyman\.example\/log\/1 2[1-5]$/m)
    await writeFile(join(folder, 'logs'), 'log x\n')
    assert.notEqual((await ask(0, 1))[0], 404)
    assert.match(complaints.splice(0).join('\n'), /logs, line 1: The key in this line/)
    await writeFile(join(folder, 'logs'), '# none\n')
    assert.equal((await ask(0, 1))[0], 404)
  })

  test('does not start with a key that others may read, and never writes over one', async () => {
    await assert.rejects(
      makeWitnessKey(join(folder, 'key'), { name: 'w', postQuantum: false }),
      KeyFileError
    )
    await chmod(join(folder, 'key'), 0o644)
    await assert.rejects(start(), /others may read/)
    await chmod(join(folder, 'key'), 0o600)
    assert.equal(formatVerifierKey(witness.keys[0]?.key ?? logKey.key).startsWith('witness.'), true)
  })
})
