// Goal: a letter that is accepted is there, whole and once, and what is no right letter is refused by its
// code. Method: letters sealed by the kernel between mailboxes of a desk, right ones and each wrong in
// one thing.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import {
  openTestMailbox,
  sealTestLetter,
  sha256,
  streamed
} from '../../../tests/support/letters.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { generateMailboxIdentity, recipientOf, sealLetter } from '../../kernel/seal/index.ts'
import type { Actor } from '../../people/index.ts'
import { acceptLetter, acceptLetters } from './accept-letter.ts'
import type { LetterInput } from './letter.ts'
import { letterById } from './letter-store.ts'
import { publishLane } from './publish-letters.ts'
import { readContent } from './read-content.ts'

const desk = await testDesk()
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('reza-farzaneh')
const unitOf = (actor: Actor) => {
  const grant = actor.grants.find(({ role }) => role === 'officer')
  assert.ok(grant?.unit, 'an officer of a unit')
  return { authority: grant.authority, unit: grant.unit }
}
const unit = await openTestMailbox(context, unitOf(officer))
const home = await openTestMailbox(context, { person: citizen.id })

const hand = (letter: LetterInput, file: Uint8Array, actor = officer) =>
  acceptLetter(context, actor, { letter, content: streamed(file) })
const refused = (code: string) => ({ code })

test('a letter is accepted, published, and read by its recipient byte for byte', async () => {
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  const receipt = await hand(input, file)
  assert.deepEqual(
    [receipt.state, receipt.repeated, receipt.sha256],
    ['accepted', false, input.sha256]
  )
  await assert.rejects(readContent(context, citizen, input.id), refused('letter/not-found'))
  assert.equal(await publishLane(context, 'single'), 1)
  const { content } = await readContent(context, citizen, input.id)
  assert.deepEqual(Buffer.concat(await Array.fromAsync(content)), Buffer.from(file))
  assert.equal((await letterById(context.db, input.id))?.state, 'fetched')
})

test('the same letter again is the same receipt; other bytes under its id are refused', async () => {
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  const first = await hand(input, file)
  const again = await hand(input, file)
  assert.deepEqual(again, { ...first, repeated: true })
  const other = await sealTestLetter(context, { from: unit, to: home, more: { id: input.id } })
  await assert.rejects(hand(other.input, other.file), refused('letter/differs'))
  const many = await Promise.allSettled([1, 2, 3].map(() => hand(input, file)))
  assert.ok(many.every(({ status }) => status === 'fulfilled'))
})

test('of many who hand in one letter at once, one is first and all have its receipt', async () => {
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => hand(input, file)))
  const facts = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value.fact] : []))
  assert.equal(facts.length, 4, JSON.stringify(all))
  assert.equal(new Set(facts).size, 1)
})

test('a large letter comes in pieces, and is whole or not there', async () => {
  const body = randomUUID().repeat(60_000)
  const { input, file } = await sealTestLetter(context, { from: unit, to: home, body })
  assert.ok(file.length > 2_000_000)
  await hand(input, file)
  await publishLane(context, 'single')
  const { content } = await readContent(context, citizen, input.id)
  assert.equal(sha256(Buffer.concat(await Array.fromAsync(content))), input.sha256)
  const broken = await sealTestLetter(context, { from: unit, to: home, body })
  const half = broken.file.subarray(0, 1_500_000)
  await assert.rejects(hand(broken.input, half), refused('letter/hash'))
  assert.equal(await letterById(context.db, broken.input.id), null)
})

test('each wrong thing is refused by its code, and nothing is kept of it', async () => {
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  const far = clock.now().add({ hours: 24 * 400 })
  const wrong: readonly [string, Partial<LetterInput>][] = [
    ['letter/hash', { sha256: sha256('other') }],
    ['letter/hash', { sizeBytes: file.length - 1, sizeClass: 4096 }],
    ['letter/size-class', { sizeClass: 8192 }],
    ['letter/too-large', { sizeBytes: 90_000_000 }],
    ['letter/sent-at', { sentAt: clock.now().add({ minutes: 11 }) }],
    ['letter/sent-at', { sentAt: clock.now().subtract({ hours: 24 * 8 }) }],
    ['letter/recipient-key', { recipientKey: sha256('another key') }],
    ['letter/recipient-unknown', { recipient: { mailbox: randomUUID() } }],
    ['letter/recipient-unknown', { recipient: { person: randomUUID() } }],
    ['letter/sender-unregistered', { sender: randomUUID() }],
    ['letter/times', { publishAt: far }],
    ['letter/times', { expiresAt: clock.now() }],
    ['letter/times', { effectiveAt: clock.now().subtract({ hours: 48 }) }],
    ['letter/reference', { case: randomUUID() }],
    ['letter/reference', { inReplyTo: randomUUID() }],
    ['letter/reference', { copyOf: randomUUID() }]
  ]
  for (const [code, more] of wrong) {
    const id = randomUUID()
    const outcome = await hand({ ...input, id, ...more }, file).then(
      () => 'accepted',
      (error: unknown) => (error as { code?: string }).code
    )
    assert.ok(
      outcome === code || (code === 'letter/hash' && outcome === 'letter/size-class'),
      `${code}: ${String(outcome)}`
    )
    assert.equal(await letterById(context.db, id), null, code)
  }
})

test('a mailbox takes no classic recipients, no armour, and nothing that is no letter', async () => {
  const { input } = await sealTestLetter(context, { from: unit, to: home })
  const classic = (await recipientOf(await generateMailboxIdentity('classic'))) ?? ''
  const draft = { letter: input.id, sender: null, subject: 's', sentAt: '2026-11-21T06:00:00Z' }
  const sealed = await sealLetter(
    { ...draft, case: null, body: 'x', attachments: [] },
    { recipient: classic, signers: [] }
  )
  assert.ok(sealed.ok)
  for (const [code, file] of [
    ['letter/classic-recipient', sealed.value.file],
    ['letter/form', Buffer.from('no letter at all')],
    ['letter/form', new Uint8Array()]
  ] as const) {
    const letter = { ...input, id: randomUUID(), sizeBytes: file.length, sha256: sha256(file) }
    await assert.rejects(hand(letter, file), refused(code))
  }
})

test('only staff of the unit send in its name, and no person writes to another', async () => {
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  await assert.rejects(hand(input, file, citizen), refused('letter/sender-not-yours'))
  const operator: Actor = {
    ...officer,
    grants: [{ authority: '*', unit: null, role: 'operator', post: null }]
  }
  await assert.rejects(hand(input, file, operator), refused('letter/sender-not-yours'))
  const other = await openTestMailbox(context, { person: (await desk.as('hossein-barati')).id })
  const among = await sealTestLetter(context, { from: home, to: other })
  await assert.rejects(hand(among.input, among.file, citizen), refused('letter/sender-no-body'))
  const answer = await sealTestLetter(context, { from: home, to: unit })
  assert.equal((await hand(answer.input, answer.file, citizen)).state, 'accepted')
})

test('each item of a batch has its own answer, and the wrong ones keep none back', async () => {
  const right = await Promise.all(
    [1, 2, 3].map(() => sealTestLetter(context, { from: unit, to: home }))
  )
  const [first] = right
  assert.ok(first)
  const wrong = { ...first.input, id: randomUUID(), sizeClass: 8192 }
  const items = [
    ...right.map(({ input, file }) => ({ letter: input, content: streamed(file) })),
    { letter: wrong, content: streamed(first.file) },
    { letter: first.input, content: streamed(first.file) }
  ]
  const answers = await acceptLetters(context, officer, items)
  assert.deepEqual(
    answers.map(({ receipt, refusal }) => receipt?.letter ?? refusal?.code),
    [...right.map(({ input }) => input.id), 'letter/size-class', first.input.id]
  )
  const again = await acceptLetters(
    context,
    officer,
    items
      .slice(0, 3)
      .map(({ letter }, i) => ({ letter, content: streamed(right[i]?.file ?? new Uint8Array()) }))
  )
  assert.ok(again.every(({ receipt }) => receipt?.repeated === true))
})

test('a letter that is accepted has one fact for the log and commits to its sealed bytes', async () => {
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  const { fact } = await hand(input, file)
  const found = await sql<{ kind: string; sha256: string; waits: number }>`
    select kind, body ->> 'sha256' as sha256,
      (select count(*) from ledger_outbox o where o.id = f.id) as waits
    from facts f where id = ${fact}`.execute(context.db)
  assert.deepEqual(found.rows, [{ kind: 'letter.accepted', sha256: input.sha256, waits: 1 }])
})
