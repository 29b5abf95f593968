// Goal: the letter of a probe goes the whole way through a running desk, and each way in which a desk can
// fail it is told by its own reason (PI-4.1.4b); its text is looked for everywhere (PI-4.1.10a); it counts
// in no figure, and is gone after a day. Method: the agent's own look, through a desk that lies when told.
import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { mailboxKeys, mailboxName } from '../../src/kernel/seal/index.ts'
import { factsBetween, publicLog } from '../../src/ledger/index.ts'
import { canaries, directory } from '../../src/letters/index.ts'
import { countLetterFacts } from '../../src/letters/checks/letter-counts-store.ts'
import { laneReport } from '../../src/letters/exchange/lane-report.ts'
import { publishLane } from '../../src/letters/exchange/publish-letters.ts'
import { purgeCanaries } from '../../src/letters/exchange/purge-canaries.ts'
import { letterById } from '../../src/letters/exchange/letter-store.ts'
import { mailboxById, mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { type Canary, CanaryFileError, readCanary } from '../../src/outages/agent/index.ts'
import { look } from '../../src/outages/agent/look.ts'
import { canaryInUse } from '../../src/outages/agent/look-context.ts'
import { HostResolver } from '../../src/outages/agent/resolve-host.ts'
import { probing } from '../../src/outages/index.ts'
import { liveTargets } from '../../src/outages/probes/target-store.ts'
import { listAuthorities, revokeApiKey } from '../../src/people/index.ts'
import { withScope } from '../../src/platform/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { openTestMailbox, sealTestLetter } from '../support/letters.ts'
import { type Lie, lyingDesk } from '../support/lying-desk.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const { context, clock } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
const folder = await mkdtemp(join(tmpdir(), 'peyman-canary-'))
after(async () => {
  await signer.close()
  await rm(folder, { recursive: true, force: true })
})

/** As much work as a head of the directory needs to come into the published log. */
async function logWork() {
  clock.advance('PT1M')
  await directory.integrateEntries(context)
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
}
await logWork()
const desk = await lyingDesk(server.origin)
const opened = await canaries.openCanary(context, 'آزمون')
await logWork()
const { keyId: _keyId, ...rest } = opened
const canary: Canary = { v: 1, site: desk.origin, ...rest }

function lookWith(file: Canary, { timeoutMs = 10_000 } = {}) {
  return look(
    { check: { kind: 'letter', origin: desk.origin }, timeoutMs },
    {
      resolver: new HostResolver(),
      hosts: new Set(),
      inside: 'anywhere',
      canary: canaryInUse(file, null),
      epochMilliseconds: () => clock.now().epochMilliseconds
    }
  )
}

/** A look while the desk works, and what it came to where the desk lies. */
async function lookAt(lie: Lie | null = null, { publishes = true, timeoutMs = 10_000 } = {}) {
  desk.lie(lie)
  const over = new AbortController()
  const working = (async () => {
    while (!over.signal.aborted) {
      if (publishes) await publishLane(context, 'single')
      await pause(30)
    }
  })()
  try {
    return await lookWith(canary, { timeoutMs })
  } finally {
    over.abort()
    await working
  }
}

const lettersNow = () =>
  withScope('system', () => factsBetween(context.db, { authority: 'canary' }))

test('a letter goes the whole way, is opened, proven and disclosed', async () => {
  const from = clock.now()
  const outcome = await lookAt()
  assert.deepEqual([outcome.ok, outcome.reason, outcome.detail], [true, null, null])
  const facts = await lettersNow()
  const kinds = facts.map(({ kind }) => kind).filter((kind) => kind.startsWith('letter.'))
  assert.deepEqual([...new Set(kinds)].toSorted(), [
    'letter.accepted',
    'letter.fetched',
    'letter.opened',
    'letter.published'
  ])
  await server.work()
  const tested = await factsBetween(context.db, { kinds: ['confidentiality.tested'], from })
  assert.deepEqual([...new Set(tested.map(({ authority }) => authority))].toSorted(), [
    'ito',
    'sko'
  ])
  const { ok, found, fragments, places, letter } = tested[0]?.body ?? {}
  assert.deepEqual([ok, found, fragments], [true, 0, 4])
  assert.ok(Number(places) > 200, 'columns and files were looked through')
  assert.equal(letter, facts.find(({ kind }) => kind === 'letter.opened')?.subject)
})

test('each way to fail has its reason', async () => {
  const other = (body: Buffer) => {
    const text = body.toString()
    const at = text.indexOf('age1pq1')
    return Buffer.from(
      `${text.slice(0, at + 20)}${text[at + 20] === 'q' ? 'p' : 'q'}${text.slice(at + 21)}`
    )
  }
  const when =
    (path: RegExp, change: Lie): Lie =>
    (asked, answer) =>
      path.test(asked) ? change(asked, answer) : null
  const lies: Record<string, Lie> = {
    'letter-key': when(/key-directory/, (_asked, { status, body }) => ({
      status,
      body: other(body)
    })),
    'letter-accept': when(/^POST \/api\/v1\/letters$/, () => ({
      status: 503,
      body: Buffer.from('{"code":"server/overloaded"}')
    })),
    'letter-content': when(/content$/, (_asked, { status, body }) => {
      const altered = Buffer.from(body)
      altered[altered.length - 40] = (altered.at(-40) ?? 0) ^ 1
      return { status, body: altered }
    }),
    'letter-proof': when(/opening$/, () => ({ status: 500, body: Buffer.from('{}') }))
  }
  for (const [reason, lie] of Object.entries(lies)) {
    const outcome = await lookAt(lie)
    assert.deepEqual([outcome.ok, outcome.reason], [false, reason], outcome.detail ?? '')
  }
})

test('a desk that loses the letter after it took it is told by the step', async () => {
  // It says that it took the letter, and never had it.
  const swallowed = await lookAt((asked, answer) =>
    asked === 'POST /api/v1/letters'
      ? answer
      : /^GET \/api\/v1\/letters\/[^/]+$/.test(asked)
        ? { status: 404, body: Buffer.from('{"code":"letter/not-found"}') }
        : null
  )
  assert.equal(swallowed.reason, 'letter-publish')
  assert.match(swallowed.detail ?? '', /404 letter\/not-found/)
  const stuck = await lookAt(null, { publishes: false, timeoutMs: 1500 })
  assert.equal(stuck.reason, 'letter-publish')
  assert.match(stuck.detail ?? '', /still accepted|no answer|whole/)
  await publishLane(context, 'single')
})

test('a key that the directory proves and that is not of this canary is refused', async () => {
  const stranger = await canaries.openCanary(context, 'دیگری')
  await logWork()
  desk.lie(null)
  const wrong = { ...canary, to: { ...canary.to, seed: stranger.to.seed } }
  const outcome = await lookWith(wrong)
  assert.equal(outcome.reason, 'letter-key')
  assert.match(outcome.detail ?? '', /another key/)
})

test('another log policy, another desk, a key that was ended: refused', async () => {
  const policy = await lookAt((asked) =>
    asked.endsWith('/log/policy') ? { status: 200, body: Buffer.from('quorum none\n') } : null
  )
  assert.equal(policy.reason, 'letter-key')
  const elsewhere = await lookWith({ ...canary, site: 'https://desk.example' })
  assert.match(elsewhere.detail ?? '', /another desk/)
  const ended = await canaries.openCanary(context, 'پایان‌یافته')
  await logWork()
  await revokeApiKey(context, ended.keyId)
  desk.lie(null)
  const { keyId: _id, ...own } = ended
  const outcome = await lookWith({ v: 1, site: desk.origin, ...own })
  assert.equal(outcome.ok, false)
  assert.match(outcome.reason ?? '', /letter-/)
})

test('letters of probes count in no figure, and are gone after a day; their facts stay', async () => {
  const time = { from: clock.now().subtract({ hours: 1 }), to: clock.now().add({ hours: 1 }) }
  const counted = await countLetterFacts(context.db, time)
  assert.deepEqual([counted.accepted, counted.published, counted.opened], [0, 0, 0])
  const lanes = await laneReport(context)
  assert.deepEqual(
    lanes.figures.map(({ published, waiting }) => [published, waiting]),
    [
      [0, 0],
      [0, 0],
      [0, 0]
    ]
  )
  assert.ok(!(await listAuthorities(context.db)).some(({ id }) => id === 'canary'))
  const letter = (await lettersNow()).find(({ kind }) => kind === 'letter.opened')?.subject ?? ''
  const read = () => withScope('system', () => letterById(context.db, letter))
  assert.notEqual(await read(), null)
  assert.equal(await purgeCanaries(context), 0)
  clock.advance('PT25H')
  assert.ok((await purgeCanaries(context)) > 0)
  assert.equal(await read(), null)
  const kinds = (await lettersNow())
    .filter(({ subject }) => subject === letter)
    .map(({ kind }) => kind)
  assert.ok(kinds.includes('letter.purged') && kinds.includes('letter.accepted'))
})

test('the key of a canary writes to nobody else, and learns of nobody whether they are there', async () => {
  const citizen = await demonstrated(server, 'maryam-rezaei')
  const home = await openTestMailbox(context, { person: citizen.id })
  const unit = await mailboxOf(context.db, { authority: 'sko', unit: 'citizen-services' })
  await logWork()
  const ask = async (path: string, body: object | null) => {
    const answer = await fetch(`${server.origin}/api/v1${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${canary.key}`, 'content-type': 'application/json' },
      ...(body !== null && { body: JSON.stringify(body) })
    })
    const read = (await answer.json()) as { code?: string }
    return read.code ?? answer.status
  }
  const owner = { authority: 'canary', unit: canary.from.unit }
  const name = mailboxName(canary.host, owner)
  const keys = await mailboxKeys(Buffer.from(canary.from.seed, 'base64'), name)
  const { input, file } = await sealTestLetter(context, {
    ...{ from: { id: canary.from.mailbox, owner, keys }, to: home }
  })
  const { sizeBytes: _bytes, ...words } = input
  const sent = { ...words, content: Buffer.from(file).toString('base64') }
  const identifier = { kind: 'national-id', value: '9900000013' }
  const unknown = { kind: 'national-id', value: '0499370899' }
  for (const recipient of [
    ...[{ mailbox: home.id }, { person: citizen.id }, { identifier }, { identifier: unknown }],
    { mailbox: unit?.id }
  ]) {
    const code = await ask('/letters', { ...sent, recipient })
    assert.equal(code, 'letter/sender-no-body', JSON.stringify(recipient))
  }
  const asked = { owner: 'identifier:national-id:9900000013' }
  assert.equal(await ask('/key-directory/lookups', asked), 'not-found')
  assert.equal(await ask(`/letter-recipients/${citizen.id}`, null), 'letter/sender-not-yours')
})

test('who promises the exchange has the target, while a canary works', async () => {
  await probing.syncWatching(context)
  const targets = async (authority: string) =>
    (await liveTargets(context.db, authority)).filter(({ kind }) => kind === 'letter')
  const [target] = await targets('ito')
  assert.deepEqual([target?.component, target?.everySeconds], ['letters', 300])
  assert.deepEqual(await targets('sko'), [])
  assert.equal((await mailboxById(context.db, canary.to.mailbox))?.confidential, true)
})

test('a canary file that others may read, or that is none, is refused', async () => {
  const file = join(folder, 'canary')
  await writeFile(file, JSON.stringify(canary), { mode: 0o600 })
  assert.deepEqual(await readCanary(file), canary)
  await chmod(file, 0o640)
  await assert.rejects(readCanary(file), CanaryFileError)
  await chmod(file, 0o600)
  await writeFile(file, JSON.stringify({ ...canary, key: 'with space' }))
  await assert.rejects(readCanary(file), CanaryFileError)
  await assert.rejects(readCanary(join(folder, 'none')), CanaryFileError)
})
