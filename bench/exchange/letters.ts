import { hash, randomUUID } from 'node:crypto'
import { directoryOwner } from '../../src/kernel/mailbox/index.ts'
import {
  mailboxKeys,
  mailboxName,
  newMailboxSeed,
  readSealedHead,
  sealLetter,
  sizeClassOf,
  tokenHashOf
} from '../../src/kernel/seal/index.ts'
import { insertContents, newContent } from '../../src/letters/exchange/content-store.ts'
import { recordLetterFacts } from '../../src/letters/exchange/letter-facts.ts'
import { insertLetters } from '../../src/letters/exchange/letter-store.ts'
import type { StoredLetter } from '../../src/letters/exchange/letter.ts'
import { insertMailbox } from '../../src/letters/mailboxes/mailbox-store.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { nativePrimitives } from '../../src/letters/native/index.ts'
import { type Context, bucketOf, inTransaction, newId } from '../../src/platform/index.ts'

/** A letter as it is handed in again and again under new ids. */
export interface BenchLetter {
  readonly mailbox: string
  readonly person: string
  readonly file: Uint8Array
  readonly envelope: Readonly<Record<string, unknown>> & { readonly sender: string }
}

const unit = { authority: 'sko', unit: 'citizen-services' }

/** Mailboxes of invented people, and a letter from a unit to each, sealed before anything is measured. */
export async function benchLetters(
  context: Context,
  of: { readonly count: number; readonly bodyBytes: number }
): Promise<BenchLetter[]> {
  const sender = await mailboxOf(context.db, unit)
  if (sender === null) throw new Error('the unit has no mailbox')
  return Promise.all(
    Array.from({ length: of.count }, async () => {
      const at = context.clock.now()
      const [mailbox, person] = [newId(at), newId(at)]
      const keys = await mailboxKeys(newMailboxSeed(), mailboxName('desk.example', { mailbox }))
      const row = { id: mailbox, kind: 'person', person, authority: null, unit: null } as const
      await inTransaction(context.db, (tx) =>
        insertMailbox(tx, {
          ...row,
          ...{ recipient: keys.recipient, sequence: 0, openedAt: at, demonstration: true }
        })
      )
      return sealBenchLetter(context, {
        to: { id: mailbox, person, recipient: keys.recipient },
        ...{ sender, bodyBytes: of.bodyBytes }
      })
    })
  )
}

/** A letter of the unit to a mailbox. */
export async function sealBenchLetter(
  context: Context,
  of: {
    readonly to: { readonly id: string; readonly person: string | null; readonly recipient: string }
    readonly bodyBytes: number
    readonly sender?: { readonly id: string }
  }
): Promise<BenchLetter> {
  const at = context.clock.now()
  const sender = of.sender ?? (await mailboxOf(context.db, unit))
  if (sender === null) throw new Error('the unit has no mailbox')
  const { id: mailbox, person, recipient } = of.to
  const { file, token } = await seal(recipient, of.bodyBytes, at)
  const envelope = {
    sender: sender.id,
    recipient: { mailbox },
    recipientKey: hash('sha256', recipient, 'base64'),
    sizeClass: sizeClassOf(file.length, readSealedHead(file)?.headBytes ?? 0),
    sha256: Buffer.from(nativePrimitives.sha256(file)).toString('base64'),
    tokenHash: tokenHashOf(token),
    sentAt: at.toString()
  }
  return { mailbox, person: person ?? '', file, envelope }
}

async function seal(recipient: string, bodyBytes: number, at: Temporal.Instant) {
  const draft = {
    letter: randomUUID(),
    sender: unit,
    subject: directoryOwner(unit),
    sentAt: at.toString({ smallestUnit: 'second' }),
    case: null,
    body: 'x'.repeat(bodyBytes),
    attachments: []
  }
  const sealed = await sealLetter(draft, { recipient, signers: [] }, nativePrimitives)
  if (!sealed.ok) throw new Error(sealed.reason)
  return sealed.value
}

/**
 * The writing of accepted letters and nothing else, so many in a transaction: the exchange's own statements
 * and rows.
 */
export function letterWriter(
  context: Context,
  letters: readonly BenchLetter[],
  together: number
): (i: number) => Promise<void> {
  return async (i) => {
    const at = context.clock.now()
    const written = Array.from({ length: together }, (_, n) => {
      const of = letters[(i * together + n) % letters.length]
      if (of === undefined) throw new Error('no letters')
      return { letter: rowOf(of, at), of }
    })
    await inTransaction(context.db, async (tx) => {
      const facts = await recordLetterFacts(
        tx,
        written.map(({ letter }) => ({ letter, kind: 'letter.accepted', at, actor: 'bench' }))
      )
      const rows = written.map(({ letter }, n) => ({ ...letter, fact: facts[n]?.id ?? '' }))
      await insertLetters(tx, rows)
      await insertContents(
        tx,
        written.map(({ letter, of }) => ({
          at: { bucket: bucketOf(of.mailbox), content: letter.content ?? '' },
          ...{ fromByte: 0, pieces: [of.file] }
        }))
      )
    })
  }
}

function rowOf(
  { mailbox, person, file, envelope }: BenchLetter,
  at: Temporal.Instant
): StoredLetter {
  const text = (name: string) => String(envelope[name])
  return {
    id: randomUUID(),
    heldBy: mailbox,
    sender: { mailbox: envelope.sender, ...unit, person: null },
    recipient: { mailbox, authority: null, unit: null, person },
    authority: unit.authority,
    lane: 'single',
    sizeClass: Number(envelope['sizeClass']),
    sizeBytes: file.length,
    sha256: text('sha256'),
    recipientKey: text('recipientKey'),
    tokenHash: text('tokenHash'),
    content: newContent(at),
    ...{ case: null, inReplyTo: null, copyOf: null, effectiveAt: null, expiresAt: null },
    ...{ sentAt: at, acceptedAt: at, publishAt: at, dueAt: at, arrivedAt: null },
    state: 'accepted',
    stateAt: at
  }
}
