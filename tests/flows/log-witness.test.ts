// Goal: nothing is published before the quorum has cosigned, and everything after. Method: a log with a
// signer, and two real witnesses that are stopped and started.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parsePolicy, verifyCheckpoint, verifyReceipt } from '../../src/kernel/tlog/index.ts'
import { publicLog, witnessing } from '../../src/ledger/index.ts'
import { headOf, recordCases, testLog } from '../support/log.ts'

const log = await testLog()
const { context, clock, folder } = log
const { db } = context
await recordCases(db, 5, clock.now())
await log.keep()
const vkeys = (await publicLog.policyOf(context))
  .split('\n')
  .filter((line) => line !== 'quorum none')

/** A witness that watches the log, with the line that names it in a policy. */
async function makeWitness(name: string) {
  const own = await mkdtemp(join(tmpdir(), 'peyman-witness-'))
  const [vkey = ''] = await witnessing.makeWitnessKey(join(own, 'key'), {
    name: `${name}.example`,
    postQuantum: false
  })
  const logs = vkeys.map((line) => line.split(' ').slice(0, 2).join(' '))
  await writeFile(join(own, 'logs'), `${logs.filter((line) => line !== '').join('\n')}\n`)
  const start = (port: number) =>
    witnessing.serveWitness({ folder: own, port, host: '127.0.0.1', say: () => {} })
  let running = await start(0)
  const { port } = running
  const stop = () => running.close()
  after(async () => {
    await stop().catch(() => {})
    await rm(own, { recursive: true })
  })
  return {
    line: `witness ${name} ${vkey} http://127.0.0.1:${String(port)}`,
    stop,
    start: async () => {
      running = await start(port)
    }
  }
}

const witnesses = [await makeWitness('one'), await makeWitness('two')]
await writeFile(
  join(folder, 'witnesses'),
  [...witnesses.map(({ line }) => line), 'group both all one two', 'quorum both', ''].join('\n')
)

async function seen(): Promise<number> {
  return headOf(await readFile(join(folder, 'log/1405/checkpoint'))).size
}

test('a checkpoint carries its quorum, and receipts are proven by the published policy', async () => {
  const [id] = await recordCases(db, 3, clock.now())
  await log.keep()
  const policy = parsePolicy(await publicLog.policyOf(context))
  assert.ok(policy.ok)
  const note = await readFile(join(folder, 'log/1405/checkpoint'))
  const checked = verifyCheckpoint(note, policy.value)
  assert.equal(checked.ok && checked.value.trust.witnesses.length, 2)
  const { text } = await publicLog.receiptOf(context, id ?? '')
  assert.equal(verifyReceipt(text, policy.value).verdict, 'proven')
})

test('without the quorum the checkpoint of before stays, and evidence is delayed', async () => {
  const before = await seen()
  await witnesses[1]?.stop()
  const [id] = await recordCases(db, 3, clock.now())
  await log.keep()
  await log.keep()
  assert.equal(await seen(), before)
  const state = await publicLog.evidenceState(context)
  assert.deepEqual([state.delayed, state.reason], [true, 'quorum-missing'])
  await assert.rejects(publicLog.receiptOf(context, id ?? ''), { code: 'receipt/pending' })
  await witnesses[1]?.start()
  await log.keep()
  assert.ok((await seen()) > before)
  assert.equal((await publicLog.evidenceState(context)).delayed, false)
  await publicLog.receiptOf(context, id ?? '')
  const { differences } = await publicLog.checkLog(context)
  assert.deepEqual(differences, [])
})
