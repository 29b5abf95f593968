// Goal: who follows a log from outside follows its keys through real changes, and a witness that is named
// late still cosigns what stands. Method: a log with its signer, looked at as an outsider does.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parsePolicy, verifyCheckpoint } from '../../src/kernel/tlog/index.ts'
import { logVerification, publicLog, witnessing } from '../../src/ledger/index.ts'
import { headOf, recordCases, testLog } from '../support/log.ts'

const log = await testLog()
const { context, clock, folder } = log
const published = join(folder, 'log/1405')
const states = await mkdtemp(join(tmpdir(), 'peyman-follow-'))
after(() => rm(states, { recursive: true }))

/** What somebody finds who remembers in `name` and was given `policy` once. */
async function look(name: string, policy: string): Promise<string> {
  const found = await logVerification.verifyLog(published, { policy, folder: join(states, name) })
  return found.verdict === 'verified' ? 'verified' : found.code
}

async function grow(): Promise<void> {
  await recordCases(context.db, 3, clock.now())
  await log.keep()
}

test('an outsider with the first keys alone follows two changes of keys', async () => {
  await grow()
  const first = await publicLog.policyOf(context)
  assert.equal(await look('follower', first), 'verified')
  await publicLog.rotateLogKey(context, { withdraw: false })
  assert.equal(await look('follower', first), 'verified')
  await grow()
  await publicLog.rotateLogKey(context, { withdraw: false })
  await grow()
  // The first keys sign no more; only who looked in between has heard of the others.
  assert.equal(await look('follower', first), 'verified')
  assert.equal(await look('newcomer', first), 'wrong-key')
  assert.equal(await look('newcomer', await publicLog.policyOf(context)), 'verified')
})

test('after a withdrawal nobody is led on by the old keys: a new policy is asked for', async () => {
  const before = await publicLog.policyOf(context)
  assert.equal(await look('later', before), 'verified')
  await publicLog.rotateLogKey(context, { withdraw: true })
  assert.equal(await look('later', before), 'wrong-key')
  assert.equal(await look('later', await publicLog.policyOf(context)), 'verified')
})

test('a signer without its memory signs nothing until it is given back from the checkpoint', async () => {
  const state = join(folder, 'signer/1405.state')
  await log.stopSigner()
  await rm(state)
  await log.startSigner()
  await grow()
  assert.equal((await publicLog.evidenceState(context)).reason, 'signer-away')
  await log.stopSigner()
  // docs/operating.md: the second and third line of the newest checkpoint.
  const lines = (await readFile(join(published, 'checkpoint'), 'utf8')).split('\n')
  await writeFile(state, `${lines.slice(1, 3).join(' ')}\n`)
  await log.startSigner()
  await grow()
  assert.equal((await publicLog.evidenceState(context)).delayed, false)
  assert.equal(await look('later', await publicLog.policyOf(context)), 'verified')
})

test('a witness that is named after a checkpoint cosigns it, though nothing is new', async () => {
  const watcher = await mkdtemp(join(tmpdir(), 'peyman-watcher-'))
  after(() => rm(watcher, { recursive: true }))
  const [vkey = ''] = await witnessing.makeWitnessKey(join(watcher, 'key'), {
    name: 'neighbour.example/witness',
    postQuantum: false
  })
  const lines = (await publicLog.policyOf(context)).split('\n')
  const logs = lines.filter((line) => line.startsWith('log '))
  await writeFile(
    join(watcher, 'logs'),
    `${logs.map((line) => line.split(' ').slice(0, 2).join(' ')).join('\n')}\n`
  )
  const serve = (port: number) =>
    witnessing.serveWitness({ folder: watcher, port, host: '127.0.0.1', say: () => {} })
  const witness = await serve(0)
  const address = `http://127.0.0.1:${String(witness.port)}`
  const publisher = await publicLog.publisherOf(context)
  const keep = async () => {
    const { witnessLines } = await publicLog.publisherOf(context)
    await publicLog.keepLog(context, { ...publisher, witnessLines })
  }
  const note = () => readFile(join(published, 'checkpoint'), 'utf8')
  const witnessed = async () => {
    const policy = parsePolicy(await publicLog.policyOf(context))
    assert.ok(policy.ok)
    const checked = verifyCheckpoint(await note(), policy.value)
    return checked.ok
      ? checked.value.trust.witnesses.map((each) => each.witness.name)
      : checked.reason
  }
  await keep()
  const before = headOf(await note())
  const name = (quorum: string) =>
    writeFile(join(folder, 'witnesses'), `witness neighbour ${vkey} ${address}\nquorum ${quorum}\n`)
  // It does not answer: what is published stands, and it is asked again a minute later.
  await witness.close()
  await name('none')
  await keep()
  assert.deepEqual(await witnessed(), [])
  const again = await serve(witness.port)
  await keep()
  assert.deepEqual(await witnessed(), [])
  clock.advance('PT1M')
  await keep()
  assert.deepEqual(await witnessed(), ['neighbour'])
  const cosigned = await note()
  await name('neighbour')
  await keep()
  assert.equal(await note(), cosigned)
  assert.deepEqual(headOf(cosigned), { ...headOf(cosigned), size: before.size, root: before.root })
  assert.equal((await publicLog.evidenceState(context)).delayed, false)
  // A quorum that nobody can reach: said at once, and what was published stays.
  const [stranger = ''] = await witnessing.makeWitnessKey(join(states, 'stranger'), {
    name: 'stranger.example',
    postQuantum: false
  })
  await writeFile(join(folder, 'witnesses'), `witness stranger ${stranger}\nquorum stranger\n`)
  await keep()
  assert.equal((await publicLog.evidenceState(context)).reason, 'quorum-missing')
  assert.equal(await note(), cosigned)
  await again.close()
})
