import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { growLog, nodePrimitives } from '../../../tests/support/tlog.ts'
import { parsePolicy, proveConsistency, verifyCheckpoint } from '../../kernel/tlog/index.ts'
import { SignerAwayError, SignerClient } from '../signer-client.ts'
import { SignerRunningError, openSigner } from './open-signer.ts'

const origin = 'desk.example/peyman/log/1405'
const log = growLog(30)
const fork = growLog(30, 'fork')
const folder = await mkdtemp(join(tmpdir(), 'peyman-signer-'))
let signer = await openSigner(folder)
after(async () => {
  await signer.close()
  await rm(folder, { recursive: true })
})
const client = new SignerClient(folder)
const keys = await client.open(origin)

async function sign(from: number, size: number, tree = log): Promise<string> {
  const proof =
    from < size
      ? await proveConsistency({ oldSize: from, newSize: size }, tree.reader(size), nodePrimitives)
      : []
  const root = tree.roots[size] ?? new Uint8Array()
  return client.sign({ origin, size, root }, proof)
}

test('the signer signs what goes on from what it signed, with both keys', async () => {
  const note = await sign(0, 7)
  const policy = parsePolicy(`${keys.map(({ vkey }) => `log ${vkey}`).join('\n')}\nquorum none\n`)
  assert.ok(policy.ok)
  const checked = verifyCheckpoint(note, policy.value)
  assert.equal(checked.ok && checked.value.trust.logSignatures.length, 2)
  await sign(7, 7)
  await sign(7, 20)
  assert.equal((await client.state(origin)).signed.size, 20)
})

test('the signer refuses what goes back, forks, or does not continue', async () => {
  await assert.rejects(sign(7, 10), { code: 'signer/behind' })
  await assert.rejects(sign(20, 20, fork), { code: 'signer/fork' })
  await assert.rejects(sign(20, 25, fork), { code: 'signer/not-consistent' })
  await assert.rejects(sign(7, 25), { code: 'signer/not-consistent' })
  assert.equal((await client.state(origin)).signed.size, 20)
})

test('the signer knows only its own logs, and reads only what it understands', async () => {
  const other = { origin: 'other.example/peyman/log/1405', size: 0, root: new Uint8Array(32) }
  await assert.rejects(client.sign(other, []), { code: 'signer/unknown-log' })
  await assert.rejects(client.open(other.origin), { code: 'signer/unknown-log' })
  await assert.rejects(client.open('desk.example/../../keys'), { code: 'signer/request' })
  await assert.rejects(client.sign({ ...other, root: new Uint8Array(5) }, []), {
    code: 'signer/request'
  })
})

test('a signer that was started again remembers, and no second one starts beside it', async () => {
  await assert.rejects(openSigner(folder), SignerRunningError)
  await signer.close()
  await assert.rejects(client.state(origin), SignerAwayError)
  signer = await openSigner(folder)
  await assert.rejects(sign(20, 20, fork), { code: 'signer/fork' })
  await sign(20, 30)
})

test('a folder too deep for a socket has one signer, too', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  const first = await openSigner(deep)
  assert.ok(Buffer.byteLength(first.socket) <= 100)
  await assert.rejects(openSigner(deep), SignerRunningError)
  await first.close()
  await (await openSigner(deep)).close()
})

test('keys are for their owner alone, and sign nothing without their state', async () => {
  const mode = (await stat(join(folder, 'signer/1405.keys'))).mode & 0o777
  assert.equal(mode, 0o600)
  assert.equal((await stat(join(folder, 'signer'))).mode & 0o777, 0o700)
  const file = join(folder, 'signer/1405.state')
  const state = await readFile(file, 'utf8')
  await writeFile(file, 'something else')
  await assert.rejects(sign(30, 30), { code: 'signer/away' })
  await rm(file)
  await assert.rejects(sign(0, 30, fork), { code: 'signer/away' })
  await writeFile(file, state)
  await sign(30, 30)
})
