import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { readLetter } from '../../../src/kernel/reading/index.ts'
import { type MailboxKeys, openLetter, signOpening } from '../../../src/kernel/seal/index.ts'
import { fromBase64 } from '../../../src/kernel/tlog/index.ts'
import { nativePrimitives } from '../../../src/letters/native/index.ts'
import {
  DeskAwayError,
  DirectoryRefusedError,
  type Sender
} from '../../../src/letters/sdk/index.ts'
import type { ServiceCard } from '../../../src/catalogue/index.ts'
import type { ApiClient } from '../api-client.ts'
import type { TestMailbox } from '../letters.ts'
import type { Fragments } from './marks.ts'
import { fullLetter, handIn, seal } from './written-letter.ts'

/** Who takes part in the exchange, each with what only their own device has. */
export interface Exchange {
  readonly origin: string
  readonly sender: Sender
  readonly unit: TestMailbox
  readonly home: TestMailbox
  /** Scripts of an officer of the unit, of its approver, and of the person at home. */
  readonly officer: ApiClient
  readonly approver: ApiClient
  readonly citizen: ApiClient
  /** The unit that alone reads applications for a service, and the card of that. */
  readonly sealing: { readonly keys: MailboxKeys; readonly card: ServiceCard }
  readonly fragments: Fragments
}

interface Listed {
  readonly id: string
  readonly state: string
  readonly sentAt: string
  readonly sender: { readonly mailbox: string | null }
}

/** Sends until the desk answers: its database is taken from it now and then. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DeskAwayError) || tries === 20) throw error
    }
  }
}

/**
 * As a program of a body: one by one, many at once, and large ones.
 * @param disturb - Done while they are on their way.
 */
export async function sendByProgram(
  exchange: Exchange,
  count: number,
  disturb: () => Promise<void> = () => Promise.resolve()
): Promise<void> {
  const { sender, home, fragments } = exchange
  const to = { mailbox: home.id }
  const one = await sender.prepare({ to, ...fullLetter(fragments) })
  await insist(() => sender.send(one))
  const many = await Promise.all(
    Array.from({ length: count }, () => sender.prepare({ to, ...fullLetter(fragments) }))
  )
  const large = await sender.prepare({ to, ...fullLetter(fragments, 700_000) })
  let left = [...many, large]
  while (left.length > 0) {
    const [answers] = await Promise.all([insist(() => sender.sendAll(left)), disturb()])
    for (const { refused } of answers) assert.equal(refused, null)
    const answered = new Set(answers.map(({ letter }) => letter))
    left = left.filter(({ envelope }) => !answered.has(envelope.id))
  }
}

/** A letter of a person to the unit, as the browser sends it. */
export async function sendByPerson({ home, unit, citizen, fragments }: Exchange): Promise<string> {
  const { body } = await handIn(citizen, {
    ...{ from: home, sealedTo: unit, text: fullLetter(fragments) },
    more: { recipient: { mailbox: unit.id } }
  })
  assert.equal(body.state, 'accepted')
  return body.letter
}

/** A letter that waits for a second person, who opens it and seals it anew. */
export async function sendApproved(exchange: Exchange): Promise<void> {
  const { unit, home, officer, approver, fragments } = exchange
  const handedIn = await handIn(officer, {
    ...{ from: unit, sealedTo: unit, text: fullLetter(fragments) },
    more: { recipient: { mailbox: home.id }, approval: true }
  })
  const id = handedIn.body.letter
  const opened = await openLetter(
    await contentOf(exchange.origin, approver, id),
    unit.keys.identity,
    nativePrimitives
  )
  assert.ok(opened.ok)
  const { subject, sentAt } = opened.value.header
  const { body, attachments } = opened.value
  const again = await seal(unit, home, { id, sentAt, subject, body, attachments })
  const { recipientKey, sizeClass, sha256: hash, tokenHash, content } = again
  const resealing = { recipientKey, sizeClass, sha256: hash, tokenHash, content }
  const answer = await approver.post(`/letters/${id}/approval`, { outcome: 'approved', resealing })
  assert.equal(answer.status, 200)
}

/** The sealed bytes, as a script of this reader fetches them. */
async function contentOf(origin: string, client: ApiClient, id: string): Promise<Uint8Array> {
  const answer = await client.raw('GET', `/letters/${id}/content`)
  assert.equal(answer.status, 200, `${origin} ${id}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Opens all that came to a mailbox, as its page does, and tells what its reader decided to tell. */
export async function readAll(
  exchange: Exchange,
  reader: { readonly client: ApiClient; readonly mailbox: TestMailbox; readonly from: TestMailbox }
): Promise<number> {
  const { client, mailbox, from } = reader
  const path = `/letters?mailbox=${mailbox.id}&limit=100`
  const { body } = await client.get<{ letters: Listed[] }>(path)
  const told = { opened: 'opening', acknowledged: 'acknowledgement', replied: 'reply' } as const
  let read = 0
  for (const [i, { id, sentAt, state, sender }] of body.letters.entries()) {
    if (state !== 'published' || sender.mailbox !== from.id) continue
    const reading = await readLetter(
      await contentOf(exchange.origin, client, id),
      {
        identity: mailbox.keys.identity,
        senders: [{ sequence: 0, at: sentAt, keys: from.keys.keys }]
      },
      { letter: id, sender: nameOf(from), sentAt, case: null, seenContent: null }
    )
    assert.ok(reading.shown)
    const { header } = reading.letter
    const token = fromBase64(header.token) ?? new Uint8Array()
    const states = (['opened', 'acknowledged', 'replied'] as const).slice(0, 1 + (i % 3))
    for (const proven of states) {
      const note = signOpening({ letter: id, state: proven, token, signers: mailbox.keys.signers })
      const answer = await client.post(`/letters/${id}/${told[proven]}`, {
        token: header.token,
        note
      })
      assert.equal(answer.status, 200)
    }
    read += 1
  }
  return read
}

function nameOf({ keys }: TestMailbox): string {
  return /^(.*?)\+/.exec(keys.keys[0] ?? '')?.[1] ?? ''
}

/** A letter to somebody without a mailbox, who opens one, so that it is sealed anew. */
export async function sendWaiting(
  { sender, fragments }: Exchange,
  desk: { readonly newcomer: string; openNewcomer(): Promise<void> }
): Promise<void> {
  const letter = { to: { person: desk.newcomer }, ...fullLetter(fragments) }
  const prepared = await insist(() => sender.prepare(letter))
  assert.ok(prepared.waits)
  await insist(() => sender.send(prepared))
  await desk.openNewcomer()
  for (let tries = 0; ; tries += 1) {
    const waiting = await insist(() => Array.fromAsync(sender.waiting()))
    if (waiting.length === 0) return
    assert.ok(tries < 300, 'the directory knows the new mailbox')
    for (const each of waiting) await insist(() => sender.reseal(each)).catch(notYet)
    await pause(200)
  }
}

/** A new mailbox is in the directory some seconds after its first entry. */
function notYet(error: unknown): void {
  if (!(error instanceof DirectoryRefusedError)) throw error
}

/** One letter is reported, another is taken back. @returns The one that stays. */
export async function actOnLetters(exchange: Exchange): Promise<string> {
  const { officer, citizen, home } = exchange
  const { body } = await citizen.get<{ letters: Listed[] }>(`/letters?mailbox=${home.id}&limit=3`)
  const [first, second] = body.letters
  assert.ok(first && second)
  await citizen.post(`/letters/${first.id}/reports`, { kind: 'fraud', words: 'گزارش' })
  await officer.post(`/letters/${second.id}/withdrawal`, { reason: 'اشتباه در نشانی' })
  await citizen.get(`/letters/${first.id}/evidence`)
  return first.id
}
