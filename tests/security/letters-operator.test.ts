// Goal: what a malicious operator changes is found by the ends, and what they cannot find is known and said
// (docs/specs/letter.md §12, row by row). Method: a running desk with its log; between it and the programs
// that send, receive and check (the page's reader, the SDK, the agent) stands somebody who changes its
// answers. That another key is served, in every way, is in tests/flows/key-directory.test.ts.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Decrypter, Encrypter } from 'age-encryption'
import {
  mailboxKeys,
  mailboxName,
  newMailboxSeed,
  signOpening
} from '../../src/kernel/seal/index.ts'
import { parsePolicy, verifyReceipt } from '../../src/kernel/tlog/index.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { openTestMailbox, sha256 } from '../support/letters.ts'
import { type Lie, changed, connected } from '../support/lied-letters.ts'
import {
  inLists,
  onEnvelope,
  otherBytes,
  startOperatorDesk,
  subject
} from '../support/operator-desk.ts'
import { Visitor } from '../support/visitor.ts'

const { server, from, to, operator, work, sent, told, invented } = await startOperatorDesk()
const { context, clock, origin } = server
const host = new URL(origin).host

test('a true letter is shown by every end', async () => {
  assert.equal(await told(null, (await sent()).id), 'verified')
})

test('altered, exchanged, spliced and invented letters are shown by none', async () => {
  const [one, other] = [await sent(), await sent()]
  const flipped = Uint8Array.from(one.file)
  flipped[flipped.length - 100] = (flipped[flipped.length - 100] ?? 0) ^ 1
  const head = one.file.length - 3000
  const spliced = Buffer.concat([one.file.subarray(0, head), other.file.subarray(head)])
  assert.equal(await told(otherBytes(one.id, flipped), one.id), 'altered')
  assert.equal(await told(otherBytes(one.id, spliced), one.id), 'altered')
  assert.equal(await told(otherBytes(one.id, one.file.subarray(0, head)), one.id), 'altered')
  assert.equal(await told(otherBytes(one.id, other.file), one.id), 'replayed')
  const named = await mailboxKeys(newMailboxSeed(), mailboxName(host, from.mailbox.owner))
  assert.equal(await told(otherBytes(one.id, await invented(one.id, named)), one.id), 'forged')
  assert.equal(
    await told(otherBytes(one.id, await invented(one.id, { signers: [] })), one.id),
    'unsigned'
  )
  const own = await invented(one.id, operator.keys)
  assert.equal(await told(otherBytes(one.id, own), one.id), 'unknown-sender')
})

test('a letter to somebody else is not shown, also where its recipient seals it again', async () => {
  const { id } = await sent()
  const { sender } = await connected(server, from, null)
  const letter = { to: { mailbox: operator.id }, subject, body: 'برای دیگری', id }
  const elsewhere = await sender.prepare(letter)
  assert.equal(await told(otherBytes(id, elsewhere.file), id), 'not-for-you')
  const decrypter = new Decrypter()
  decrypter.addIdentity(operator.keys.identity)
  const encrypter = new Encrypter()
  encrypter.addRecipient(to.mailbox.keys.recipient)
  const again = await encrypter.encrypt(await decrypter.decrypt(elsewhere.file))
  assert.equal(await told(otherBytes(id, again), id), 'sealed-again')
})

test('another sender on the envelope shows nothing; another time and case are told', async () => {
  const { id } = await sent()
  const it = await mailboxOf(context.db, { authority: 'sko', unit: 'it' })
  const sender = { mailbox: it?.id, authority: 'sko', unit: 'it', person: null }
  assert.equal(await told(onEnvelope(id, { sender }), id), 'unknown-sender')
  const sentAt = clock.now().add({ hours: 5 }).toString()
  assert.equal(await told(onEnvelope(id, { sentAt }), id), 'verified sent-at-differs')
  assert.equal(await told(onEnvelope(id, { case: randomUUID() }), id), 'verified case-differs')
})

test('an old letter that is brought again as new is the old one, or its time is told', async () => {
  const { id } = await sent()
  clock.advance('PT48H')
  await work()
  const now = clock.now().toString()
  assert.equal(
    await told(onEnvelope(id, { sentAt: now, arrivedAt: now }), id),
    'verified sent-at-differs'
  )
  const twice = inLists((letters) => letters.flatMap((each) => [each, each]))
  assert.equal(await told(twice, id), 'verified')
  const renamed = randomUUID()
  const asNew: Lie = (path, answer) =>
    path === `/api/v1/letters/${renamed}/content`
      ? fetch(`${origin}/api/v1/letters/${id}/content`, {
          headers: { authorization: `Bearer ${to.apiKey}` }
        })
      : inLists((letters) =>
          letters.map((each) => (each.id === id ? { ...each, id: renamed } : each))
        )(path, answer)
  assert.equal(await told(asNew, renamed), 'replayed')
})

test('no end sees another order, another date of effect, or a letter that never comes', async () => {
  const effectiveAt = clock.now().add({ hours: 72 })
  const [{ id, fact }, other] = [await sent({ effectiveAt }), await sent()]
  const later = { effectiveAt: effectiveAt.add({ hours: 24 }).toString() }
  assert.equal(await told(onEnvelope(id, later), id), 'verified')
  const turned = inLists((letters) => letters.toReversed())
  assert.equal(await told(turned, other.id), 'verified')
  const dropped = inLists((letters) => letters.filter((each) => each.id !== id))
  assert.equal(await told(dropped, id), 'not-there')
  // The sender has it in the log that the desk took this letter, with this date, and no proof of an opening.
  const fields = await provenFields(fact)
  assert.match(fields, new RegExp(effectiveAt.toString().slice(0, 19)))
  assert.match(fields, new RegExp(id))
})

/** What the public log proves of a fact, shown to the sender. */
async function provenFields(fact: string): Promise<string> {
  const headers = { authorization: `Bearer ${from.apiKey}` }
  const receipt = await (await fetch(`${origin}/api/v1/receipts/${fact}`, { headers })).text()
  const policy = parsePolicy(await (await fetch(`${origin}/log/policy`)).text())
  assert.ok(policy.ok)
  const judged = verifyReceipt(receipt, policy.value)
  assert.equal(judged.verdict, 'proven')
  return JSON.stringify(judged)
}

interface Evidence {
  events: { state: string | null }[]
  proofs: { state: string; token: string; note: string }[]
}

test('that a letter was opened is believed of its recipient alone', async () => {
  const [letter, other] = [await sent(), await sent()]
  const { receiver } = await connected(server, to, null)
  const check = async (change: (evidence: Evidence) => Evidence) => {
    const lie: Lie = (path, answer) =>
      path.endsWith(`${letter.id}/evidence`) ? changed(answer, change) : undefined
    const { sender } = await connected(server, from, lie)
    return sender.checkOpenings(letter.kept)
  }
  const nothing = { proven: [], unproven: [] }
  const lied = { proven: [], unproven: ['opened'] }
  assert.deepEqual(await check((evidence) => evidence), nothing)
  const events = [{ state: 'opened' }]
  assert.deepEqual(await check((evidence) => ({ ...evidence, events })), lied)
  const token = Buffer.alloc(32, 7)
  const state = 'opened' as const
  const byOperator = signOpening({
    letter: letter.id,
    state,
    token,
    signers: operator.keys.signers
  })
  const invention = [{ state, token: token.toString('base64'), note: byOperator }]
  assert.deepEqual(await check((evidence) => ({ ...evidence, proofs: invention })), lied)
  for (const { id } of [letter, other]) await acknowledge(receiver, id)
  const proven = { proven: ['acknowledged'], unproven: [] }
  assert.deepEqual(await check((evidence) => evidence), proven)
  const { proofs } = await evidenceOf(other.id)
  assert.deepEqual(await check((evidence) => ({ ...evidence, proofs })), {
    ...{ proven: [], unproven: ['acknowledged'] }
  })
  const more = (evidence: Evidence) =>
    evidence.proofs.flatMap((proof) => [proof, { ...proof, state: 'replied' }])
  assert.deepEqual(await check((evidence) => ({ ...evidence, proofs: more(evidence) })), {
    ...{ proven: ['acknowledged'], unproven: ['replied'] }
  })
})

async function acknowledge(
  receiver: Awaited<ReturnType<typeof connected>>['receiver'],
  id: string
) {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-open-'))
  after(() => rm(folder, { recursive: true, force: true }))
  for await (const arrived of receiver.arrived()) {
    if (arrived.id !== id) continue
    const read = await receiver.receive(arrived, join(folder, 'sealed'))
    assert.ok(read.verdict === 'verified')
    await receiver.acknowledge({ id, token: read.opened.letter.header.token })
  }
}

async function evidenceOf(id: string): Promise<Evidence> {
  const headers = { authorization: `Bearer ${from.apiKey}` }
  const answer = await fetch(`${origin}/api/v1/letters/${id}/evidence`, { headers })
  return (await answer.json()) as Evidence
}

test('a withdrawal that is kept from the recipient is in the log for its sender', async () => {
  const { id, file } = await sent()
  const headers = { authorization: `Bearer ${from.apiKey}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ reason: 'نشانی اشتباه بود' })
  const path = `${origin}/api/v1/letters/${id}/withdrawal`
  assert.equal((await fetch(path, { method: 'POST', headers, body })).status, 200)
  await work()
  // Honestly, it is gone; with the bytes that the operator kept it is as it was.
  assert.notEqual(await told(null, id), 'verified')
  const kept: Lie = (asked, answer) =>
    asked.endsWith('/content')
      ? otherBytes(id, file)(asked, answer)
      : onEnvelope(id, { state: 'published', hasContent: true, sha256: sha256(file) })(
          asked,
          answer
        )
  assert.equal(await told(kept, id), 'verified')
  const { events } = (await evidenceOf(id)) as unknown as {
    events: { state: string; fact: string }[]
  }
  const withdrawn = events.find(({ state }) => state === 'withdrawn')
  assert.match(await provenFields(withdrawn?.fact ?? ''), /letter\.withdrawn/)
})

test('what waits for an identifier is sealed to nobody else, whatever mailbox the desk names', async () => {
  const citizen = await demonstrated(server, 'gholam-haidari')
  const identifier = { kind: 'foreigner-code', value: '990300120045' } as const
  const { sender } = await connected(server, from, null)
  const prepared = await sender.prepare({ to: { identifier }, subject, body: 'متن' })
  assert.ok(prepared.waits)
  await sender.send(prepared)
  const { id } = prepared.envelope
  const asked: string[] = []
  const ready: Lie = (path, answer) => {
    asked.push(path)
    if (!path.startsWith('/api/v1/waiting-letters?')) return undefined
    return changed(answer, (body: { letters: object[] }) => ({
      letters: body.letters.map((each) => ({ ...each, ready: { mailbox: operator.id, key: '' } }))
    }))
  }
  const lied = (await connected(server, from, ready)).sender
  const [waiting] = await Array.fromAsync(lied.waiting())
  assert.equal(waiting?.mailbox, operator.id)
  assert.equal(await lied.reseal(waiting, { identifier }), false)
  assert.ok(!asked.some((path) => path.includes(`${id}/content`)), 'nothing was opened')
  // Written to the desk's own id of a person, the mailbox is the desk's word: nobody can hold it against anything.
  await lied.reseal(waiting).catch(() => {})
  const key = sha256(operator.keys.recipient)
  assert.ok(asked.some((path) => path.includes(`${id}/content?`) && path.includes(key)))
  // Nor is somebody who has a mailbox made to wait: the directory proves it.
  await openTestMailbox(context, { person: citizen.id }, [identifier])
  await work()
  const absent: Lie = (path, answer) =>
    path.includes('/key-directory/lookups')
      ? changed(answer, (body: object) => ({
          ...body,
          alias: null,
          entries: [],
          proof: null,
          earlier: null
        }))
      : undefined
  const cheated = (await connected(server, from, absent)).sender
  await assert.rejects(cheated.prepare({ to: { identifier }, subject, body: 'متن' }), {
    code: 'sdk/directory-refused'
  })
})

test('another letter in the place of one that waits is sealed to nobody', async () => {
  const [waiting] = await Array.fromAsync((await connected(server, from, null)).sender.waiting())
  assert.ok(waiting)
  const named = await mailboxKeys(newMailboxSeed(), mailboxName(host, from.mailbox.owner))
  for (const signers of [named.signers, operator.keys.signers, []]) {
    const file = await invented(waiting.id, { signers, to: from.mailbox })
    const lie: Lie = (path) =>
      path === `/api/v1/letters/${waiting.id}/content`
        ? Promise.resolve(new Response(Buffer.from(file)))
        : undefined
    const { sender } = await connected(server, from, lie)
    const given = { ...waiting, sha256: sha256(file), sizeBytes: file.length }
    await assert.rejects(sender.reseal(given, { mailbox: operator.id }), {
      name: 'WaitingLetterError'
    })
  }
})

test('the reader of the page is the published one, byte by byte, or the browser runs nothing', async () => {
  const reader = await Visitor.as(server, 'maryam-rezaei')
  const { text, headers } = await reader.get('/letters')
  const [, path = '', integrity = ''] =
    /<script[^>]*src="([^"]+)"[^>]*integrity="sha384-([^"]+)"/.exec(text) ?? []
  const script = Buffer.from(await (await fetch(new URL(path, origin))).arrayBuffer())
  const digest = (bytes: Buffer, name: string) => createHash(name).update(bytes)
  assert.equal(digest(script, 'sha384').digest('base64'), integrity)
  assert.ok(headers.get('content-security-policy')?.includes(path))
  const published = (await reader.get('/letters/reader.sha256')).text
  assert.ok(published.includes(digest(script, 'sha256').digest('hex')))
  const other = Buffer.concat([script, Buffer.from('\n')])
  assert.notEqual(digest(other, 'sha384').digest('base64'), integrity)
  assert.ok(!published.includes(digest(other, 'sha256').digest('hex')))
})
