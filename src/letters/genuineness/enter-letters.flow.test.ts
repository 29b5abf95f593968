// Goal: whoever holds a letter learns from the public log who sent it, when and how it stands, and nobody
// else learns anything: not that there is a letter, not to whom it went. Method: letters through a running
// desk with its log; codes with one part wrong; proofs with a changed statement; pages and the API.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  letterCheckCode,
  letterCheckPath,
  letterMark,
  verifyStatement
} from '../../kernel/genuineness/index.ts'
import { parsePolicy } from '../../kernel/tlog/index.ts'
import { factsBetween, publicLog } from '../../ledger/index.ts'
import { claimHandle, claimRecipient, newClaimSecret } from '../../kernel/mailbox/index.ts'
import type { Actor, Session } from '../../people/index.ts'
import { demonstrated } from '../../../tests/isolation/world.ts'
import {
  type TestLetter,
  openTestMailbox,
  sealTestLetter,
  streamed
} from '../../../tests/support/letters.ts'
import { startTestServer } from '../../../tests/support/server.ts'
import { acceptLetter, withdrawLetter } from '../exchange/index.ts'
import { mailboxOf } from '../mailboxes/index.ts'
import { demonstrationSeed } from '../mailboxes/demonstration-key.ts'
import { mailboxKeys, mailboxName, wrapForMailbox } from '../../kernel/seal/index.ts'
import { keepClaim, makeClaim, proveClaim } from '../claims/paper/claim-letter.ts'
import { askLetter } from './ask-letter.ts'
import { enterLetters } from './enter-letters.ts'

const server = await startTestServer()
const { context, clock } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
after(() => signer.close())
const place = { authority: 'sko', unit: 'citizen-services' }
const citizen = await demonstrated(server, 'maryam-rezaei')
const home = await openTestMailbox(context, { person: citizen.id })
const unitBox = await mailboxOf(context.db, place)
const host = new URL(context.config.origin).host
const from = {
  id: unitBox?.id ?? '',
  owner: place,
  keys: await mailboxKeys(demonstrationSeed(place.authority, place.unit), mailboxName(host, place))
}
const sending: Actor = {
  kind: 'api-key',
  id: 'test-key',
  name: { fa: 'برنامه', en: 'Program' },
  grants: [{ ...place, role: 'officer', post: null }],
  person: null
}

async function sent(): Promise<TestLetter> {
  const letter = await sealTestLetter(context, { from, to: home })
  await acceptLetter(context, sending, { letter: letter.input, content: streamed(letter.file) })
  return letter
}

async function logWork() {
  clock.advance('PT1M')
  await enterLetters(context)
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
}

const codeOf = ({ input }: TestLetter) => ({ letter: input.id, sha256: input.sha256 })
const policyNow = async () => {
  const read = parsePolicy(await publicLog.policyOf(context))
  return read.ok ? read.value : null
}
const pageOf = async (path: string) => {
  const answer = await fetch(`${server.origin}${path}`)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

test('a letter is genuine by the log, and by another hash or id there is none', async () => {
  const letter = await sent()
  await logWork()
  const found = await askLetter(context, codeOf(letter))
  assert.match(found?.sender?.en ?? '', /^Citizen Services.*South Khorasan/)
  const [statement] = found?.statements ?? []
  assert.deepEqual([statement?.sender, statement?.state], ['unit:sko/citizen-services', 'accepted'])
  assert.ok(statement)
  assert.equal(verifyStatement(statement, statement.proof ?? '', await policyNow()).ok, true)
  for (const change of [
    { sender: 'unit:ito/messaging' },
    { state: 'withdrawn' as const },
    { at: '2026-11-22T06:00:01Z' },
    { sha256: codeOf(await sent()).sha256 }
  ]) {
    const verdict = verifyStatement(
      { ...statement, ...change },
      statement.proof ?? '',
      await policyNow()
    )
    assert.deepEqual(verdict, { ok: false, reason: 'not-in-entry' })
  }
  const other = await sent()
  await logWork()
  const { letter: id, sha256 } = codeOf(letter)
  assert.equal(await askLetter(context, { letter: id, sha256: codeOf(other).sha256 }), null)
  assert.equal(await askLetter(context, { letter: codeOf(other).letter, sha256 }), null)
})

test('the log shows marks alone: neither ids, nor senders, nor recipients, nor their order', async () => {
  const letters = [await sent(), await sent(), await sent()]
  await logWork()
  const facts = await factsBetween(context.db, { kinds: ['letters.entered'] })
  const text = JSON.stringify(facts)
  for (const letter of letters) {
    assert.ok(!text.includes(letter.input.id) && !text.includes(letter.input.sha256))
    const found = await askLetter(context, codeOf(letter))
    const mark = found && letterMark(found.statements[0])
    assert.ok(mark !== null && text.includes(JSON.stringify(mark).slice(1, -1)))
  }
  assert.ok(!text.includes(home.id) && !text.includes(from.id))
  const marks = facts.at(-1)?.body.marks as string[]
  assert.deepEqual(marks, marks.toSorted())
  assert.equal(await enterLetters(context), 0, 'nothing is entered twice')
})

test('a letter that was withdrawn is said to be', async () => {
  const letter = await sent()
  await logWork()
  await withdrawLetter(context, sending, { letter: letter.input.id, reason: 'اشتباه در نشانی' })
  await logWork()
  const found = await askLetter(context, codeOf(letter))
  assert.deepEqual(
    found?.statements.map(({ state }) => state),
    ['accepted', 'withdrawn']
  )
  const { text, status } = await pageOf(`/en${letterCheckPath(codeOf(letter))}`)
  assert.equal(status, 200)
  assert.match(text, /This letter was withdrawn/)
  assert.doesNotMatch(text, /اشتباه در نشانی/)
})

test('a letter that was kept from a page by post is genuine with the bytes of the page', async () => {
  const late = await demonstrated(server, 'hossein-barati')
  const post = await sealTestLetter(context, { from, to: null, person: late.id })
  await acceptLetter(context, sending, { letter: post.input, content: streamed(post.file) })
  const secret = newClaimSecret()
  const recipient = await claimRecipient(secret)
  const paper = { id: '', owner: place, keys: { ...home.keys, recipient } }
  const { input, file, token } = await sealTestLetter(context, {
    ...{ from, to: paper, more: { id: post.input.id } }
  })
  const { recipientKey, sizeClass, sha256, tokenHash } = input
  const [letter, handle] = [post.input.id, claimHandle(secret)]
  const made = { letter, handle, recipientKey, sizeClass, sha256, tokenHash, content: file }
  await makeClaim(context, sending, made)
  await proveClaim(context, { handle, token: Buffer.from(token).toString('base64') })
  await logWork()
  assert.equal(await askLetter(context, { letter, sha256 }), null, 'it is in no mailbox yet')
  const { id: mailbox, keys } = await openTestMailbox(context, { person: late.id })
  const wrapped = { mailbox, recipient: keys.recipient, seed: secret }
  const slot = await wrapForMailbox(wrapped)
  assert.ok(slot.ok)
  const session = { actor: late, person: { id: late.id } } as unknown as Session
  await keepClaim(context, session, { handle, recipient, slot: JSON.stringify(slot.value) })
  await logWork()
  const [statement] = (await askLetter(context, { letter, sha256 }))?.statements ?? []
  assert.ok(statement)
  assert.deepEqual([statement.sender, statement.state], ['unit:sko/citizen-services', 'accepted'])
  assert.equal(verifyStatement(statement, statement.proof ?? '', await policyNow()).ok, true)
})

test('page and API tell nothing of content or recipient, and the page can send nothing', async () => {
  const letter = await sent()
  await logWork()
  const { text, headers } = await pageOf(`/en${letterCheckPath(codeOf(letter))}`)
  assert.match(text, /This letter is genuine/)
  assert.match(headers.get('content-security-policy') ?? '', /connect-src 'none'/)
  assert.equal(headers.get('referrer-policy'), 'no-referrer')
  assert.ok(![home.id, citizen.id, 'موضوع'].some((secret) => text.includes(secret)))
  const asked = await fetch(`${server.origin}/api/v1/letter-checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(codeOf(letter))
  })
  assert.equal(asked.status, 200)
  const answer = (await asked.json()) as { statements: object[]; name: { en: string } }
  assert.equal(answer.statements.length, 1)
  assert.ok(!JSON.stringify(answer).includes(home.id))
  // The address that stands in a QR code of before leads there too.
  const led = await fetch(`${server.origin}/verify?letter=${letterCheckCode(codeOf(letter))}`)
  assert.match(await led.text(), /اصیل است/)
})

test('what is no code, is unknown or altered is said as such', async () => {
  const letter = await sent()
  await logWork()
  const wrong = await pageOf('/en/verify/letter?code=hello')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /no code of a letter/)
  const { letter: id } = codeOf(letter)
  const altered = await pageOf(`/en/verify/letter?letter=${id}&sha256=${'ab'.repeat(32)}`)
  const unknown = await pageOf(`/en/verify/letter?letter=${home.id}&sha256=${'ab'.repeat(32)}`)
  for (const { text } of [altered, unknown]) assert.match(text, /No such letter was handed in/)
  // Whoever has the id alone is told no more than whoever has nothing.
  const plain = (text: string) => text.replaceAll(id, 'ID').replaceAll(home.id, 'ID')
  assert.equal(outcomeOf(plain(altered.text)), outcomeOf(plain(unknown.text)))
  assert.equal((await pageOf('/en/verify/letter')).status, 200)
})

function outcomeOf(text: string): string {
  return /data-outcome[\s\S]*?<\/section>/.exec(text)?.[0] ?? 'none'
}
