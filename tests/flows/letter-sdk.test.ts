// Goal: a program of a body sends letters with `peyman/sdk` as the README shows it, and seals nothing to a
// key that is not proven. Method: a running desk with its log; a desk that lies about a key; letters that wait.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { publicLog } from '../../src/ledger/index.ts'
import { openLetter } from '../../src/kernel/seal/index.ts'
import { exchange, directory } from '../../src/letters/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import {
  DeskRefusedError,
  DirectoryRefusedError,
  type OutgoingLetter,
  UnsealableError,
  connectSender
} from '../../src/letters/sdk/index.ts'
import { createApiKey, personById } from '../../src/people/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { MemoryPins } from '../support/directory.ts'
import { openTestMailbox } from '../support/letters.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const { context, clock } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
after(() => signer.close())
const unit = { authority: 'sko', unit: 'citizen-services' }
const { text: apiKey } = await createApiKey(context, {
  ...{ ...unit, role: 'officer', label: 'بایگانی', live: true }
})
const citizen = await demonstrated(server, 'maryam-rezaei')
const home = await openTestMailbox(context, { person: citizen.id }, [await known(citizen.id)])

async function known(id: string) {
  const person = await personById(context.db, id)
  return { kind: 'national-id', value: person?.nationalId ?? '' } as const
}

/** As much work as a head of the directory needs to come into the published log. */
async function work() {
  clock.advance('PT1M')
  await directory.integrateEntries(context)
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
}
await work()
const policy = await (await fetch(`${server.origin}/log/policy`)).text()

const connect = (how: Partial<Parameters<typeof connectSender>[0]> = {}) =>
  connectSender({
    site: server.origin,
    apiKey,
    unit,
    seed: demonstrationSeed(unit.authority, unit.unit),
    policy,
    pins: new MemoryPins(),
    now: () => clock.now(),
    ...how
  })
const letterTo = (
  to: OutgoingLetter['to'],
  more: Partial<OutgoingLetter> = {}
): OutgoingLetter => ({
  ...{ to, subject: 'نتیجه درخواست', body: 'درخواست شما **پذیرفته شد**.' },
  ...more
})

async function bodyOf(id: string): Promise<string> {
  const { content } = await exchange.readContent(context, citizen, id)
  const file = Buffer.concat(await Array.fromAsync(content))
  const opened = await openLetter(file, home.keys.identity)
  assert.ok(opened.ok)
  return opened.value.body
}

test('a letter is sealed, sent and read; the same again is the same letter', async () => {
  const sender = await connect()
  const prepared = await sender.prepare(letterTo({ identifier: await known(citizen.id) }))
  assert.equal(prepared.waits, false)
  const receipt = await sender.send(prepared)
  const again = await sender.send(prepared)
  assert.deepEqual([receipt.repeated, again.repeated], [false, true])
  assert.equal(again.fact, receipt.fact)
  await server.work()
  assert.equal(await bodyOf(receipt.letter), 'درخواست شما **پذیرفته شد**.')
})

test('a letter whose id came in capitals is read under it, as any other', async () => {
  const sender = await connect()
  const id = '0199F0AA-894E-71D0-BCCF-89A1B927EFC3'
  const receipt = await sender.send(
    await sender.prepare(letterTo({ identifier: await known(citizen.id) }, { id }))
  )
  assert.equal(receipt.letter, id.toLowerCase())
  await server.work()
  const { content } = await exchange.readContent(context, citizen, receipt.letter)
  const opened = await openLetter(Buffer.concat(await Array.fromAsync(content)), home.keys.identity)
  assert.equal(opened.ok && opened.value.header.letter, receipt.letter)
})

test('many letters are answered one by one, small and large', async () => {
  const sender = await connect()
  const big = { name: 'plan.pdf', type: 'application/pdf', content: new Uint8Array(3_000_000) }
  const letters = [
    await sender.prepare(letterTo({ mailbox: home.id })),
    await sender.prepare(letterTo({ mailbox: home.id }, { attachments: [big] })),
    await sender.prepare(letterTo({ person: citizen.id }, { lane: 'bulk' })),
    await sender.prepare(letterTo({ authority: 'ito', unit: 'service-desk' }))
  ]
  const wrong = letters[0]
  assert.ok(wrong)
  const forged = {
    ...wrong,
    envelope: { ...wrong.envelope, id: crypto.randomUUID(), sizeClass: 9 }
  }
  const answers = await sender.sendAll([...letters, forged])
  assert.deepEqual(
    answers.map(({ receipt, refused }) => receipt?.state ?? refused?.code),
    ['accepted', 'accepted', 'accepted', 'accepted', 'letter/size-class']
  )
})

test('a swapped key, a changed answer and a stale head seal nothing', async () => {
  const evil = await openTestMailbox(context, {
    person: (await demonstrated(server, 'hossein-barati')).id
  })
  await work()
  const lying: typeof fetch = async (address, init) => {
    assert.ok(typeof address === 'string')
    const asked = address.replace(`mailbox%3A${home.id}`, `mailbox%3A${evil.id}`)
    const answer = await fetch(asked, init)
    if (asked === address) return answer
    const text = (await answer.text()).replaceAll(evil.id, home.id)
    return new Response(text, {
      status: answer.status,
      headers: { 'content-type': 'application/json' }
    })
  }
  const sender = await connect({ fetch: lying })
  await assert.rejects(sender.prepare(letterTo({ mailbox: home.id })), DirectoryRefusedError)
  const late = await connect({ now: () => clock.now().add({ hours: 30 }) })
  await assert.rejects(late.prepare(letterTo({ mailbox: home.id })), { fault: 'head-stale' })
})

test('what is no letter is not sealed, and a seed of another connects to nothing', async () => {
  const sender = await connect()
  const hidden = letterTo({ mailbox: home.id }, { subject: 'a\u202eb' })
  await assert.rejects(sender.prepare(hidden), UnsealableError)
  const ofNoCase = await sender.prepare(letterTo({ mailbox: home.id }, { case: 'هیچ' }))
  await assert.rejects(sender.send(ofNoCase), { code: 'input/invalid', message: /\/case: / })
  await assert.rejects(connect({ seed: new Uint8Array(32) }), DeskRefusedError)
  await assert.rejects(connect({ apiKey: 'peyman_live_nothing' }), DeskRefusedError)
})

test('an identifier is the same in any digits, with whatever was copied between them', async () => {
  const { kind, value } = await known(citizen.id)
  const sender = await connect()
  const persian = value.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))
  const arabic = value.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
  for (const typed of [persian, arabic, ` ${persian.slice(0, 3)}\u200c${persian.slice(3)}\u200f`]) {
    const prepared = await sender.prepare(letterTo({ identifier: { kind, value: typed } }))
    assert.equal(prepared.waits, false)
    const { letter: id } = await sender.send(prepared)
    const { tokenHash } = prepared.envelope
    const to = { identifier: { kind, value: typed } }
    assert.deepEqual((await sender.checkOpenings({ id, tokenHash, to })).proven, [])
  }
  const nobody = { kind: 'foreigner-code', value: '۱۲۳' } as const
  const { envelope } = await sender.prepare(letterTo({ identifier: nobody }))
  assert.deepEqual(envelope.recipient, { identifier: { kind: 'foreigner-code', value: '123' } })
})

test('a wrong subject, too many attachments, too large ones and a wrong name are told by name', async () => {
  const sender = await connect()
  const attachment = { name: 'a.txt', type: 'text/plain', content: new Uint8Array(1) }
  const prepare = (attachments: OutgoingLetter['attachments']) =>
    sender.prepare(letterTo({ mailbox: home.id }, { attachments }))
  for (const subject of ['ا'.repeat(501), 'یک\nدو', 'a\u202eb']) {
    const letter = letterTo({ mailbox: home.id }, { subject })
    await assert.rejects(sender.prepare(letter), { code: 'sdk/subject' })
  }
  await assert.rejects(prepare(Array.from({ length: 1000 }, () => attachment)), {
    code: 'sdk/too-many-attachments',
    most: 100
  })
  const large = { ...attachment, content: new Uint8Array(70_000_000) }
  await assert.rejects(prepare([large]), { code: 'sdk/letter-too-large', bytesMax: 67_108_864 })
  const read = () => streamedOf(large.content)
  await assert.rejects(prepare([{ name: 'b.bin', type: 'text/plain', read }]), {
    code: 'sdk/letter-too-large'
  })
  const path = { ...attachment, name: '../a.txt' }
  await assert.rejects(prepare([path]), { code: 'sdk/attachment-name', attachment: '../a.txt' })
})

async function* streamedOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1_000_000) {
    yield await Promise.resolve(bytes.subarray(at, at + 1_000_000))
  }
}

test('a letter waits for a mailbox, and is sealed to whom it was for when there is one', async () => {
  const sender = await connect()
  const other = await demonstrated(server, 'gholam-haidari')
  const person = await personById(context.db, other.id)
  const kind = person?.nationalId ? ('national-id' as const) : ('foreigner-code' as const)
  const value = person?.nationalId ?? person?.foreignerCode ?? ''
  const to = { identifier: { kind, value } }
  const prepared = await sender.prepare(letterTo(to))
  assert.equal(prepared.waits, true)
  assert.equal((await sender.send(prepared)).state, 'awaiting-recipient')
  const [before] = await Array.fromAsync(sender.waiting())
  assert.ok(before)
  assert.equal(await sender.reseal(before, to), false)
  const theirs = await openTestMailbox(context, { person: other.id }, [to.identifier])
  await work()
  const [now] = await Array.fromAsync(sender.waiting())
  assert.equal(now?.mailbox, theirs.id)
  assert.equal(await sender.reseal(now, to), true)
  assert.deepEqual(await Array.fromAsync(sender.waiting()), [])
  await server.work()
  const { content } = await exchange.readContent(context, other, prepared.envelope.id)
  const opened = await openLetter(
    Buffer.concat(await Array.fromAsync(content)),
    theirs.keys.identity
  )
  assert.ok(opened.ok)
  assert.equal(opened.value.header.subject, 'نتیجه درخواست')
  assert.ok((await mailboxOf(context.db, unit)) !== null)
})
