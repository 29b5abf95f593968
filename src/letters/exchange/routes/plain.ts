import type { z } from 'zod'
import type { LetterEvidence } from '../letter-evidence.ts'
import type { LetterInput, LetterReceipt, StoredLetter } from '../letter.ts'
import { erdsEvents } from '../letter-state.ts'
import type { ListPlace } from '../list-store.ts'
import type { evidenceSchema, letterBody, letterSchema, receiptSchema } from './schemas.ts'

/** A receipt in JSON. */
export function plainReceipt(receipt: LetterReceipt): z.input<typeof receiptSchema> {
  const { fact, acceptedAt } = receipt
  return {
    ...receipt,
    acceptedAt: acceptedAt.toString(),
    receipt: fact && `/api/v1/receipts/${fact}`
  }
}

/** The envelope of a letter in JSON. */
export function plainLetter(letter: StoredLetter): z.input<typeof letterSchema> {
  const { content, heldBy: _heldBy, dueAt: _dueAt, ...shown } = letter
  return {
    ...shown,
    event: erdsEvents[letter.state],
    stateAt: letter.stateAt.toString(),
    sentAt: letter.sentAt.toString(),
    acceptedAt: letter.acceptedAt.toString(),
    publishAt: letter.publishAt.toString(),
    arrivedAt: letter.arrivedAt?.toString() ?? null,
    effectiveAt: letter.effectiveAt?.toString() ?? null,
    expiresAt: letter.expiresAt?.toString() ?? null,
    hasContent: content !== null
  }
}

/** The evidence of a letter in JSON. */
export function plainEvidence(evidence: LetterEvidence): z.input<typeof evidenceSchema> {
  const { letter, side, items, proofs, remarks } = evidence
  return {
    letter: letter.id,
    side,
    events: items.map((item) => ({
      ...item,
      at: item.at.toString(),
      receipt: `/api/v1/receipts/${item.fact}`
    })),
    proofs: proofs.map(({ provenAt, ...proof }) => ({ ...proof, at: provenAt.toString() })),
    remarks: remarks.map(({ kind, code, words, at }) => ({
      ...{ kind, code, words },
      at: at.toString()
    }))
  }
}

/** A letter of JSON as the use case takes it, with its bytes. */
export function handedInOf(
  body: z.output<typeof letterBody>,
  decode: (text: string) => Buffer = (text) => Buffer.from(text, 'base64')
): { letter: LetterInput; content: Uint8Array } {
  const { content, ...letter } = body
  const bytes = decode(content)
  return { letter: { ...letter, sizeBytes: bytes.length }, content: bytes }
}

/**
 * Decodes many texts of base64 into one piece of memory: a buffer each would cost more than the decoding.
 * @param charactersMax - Of all of them together.
 */
export function base64Slab(charactersMax: number): (text: string) => Buffer {
  const slab = Buffer.allocUnsafeSlow(Math.ceil(charactersMax / 4) * 3)
  let used = 0
  return (text) => {
    const length = slab.write(text, used, 'base64')
    used += length
    return slab.subarray(used - length, used)
  }
}

/**
 * Bytes in memory as a stream.
 * @yields Them.
 */
export async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}

/** Where a list goes on, as an address holds it. */
export function placeText({ at, id }: ListPlace): string {
  return Buffer.from(`${at.toString()} ${id}`).toString('base64url')
}

/** The place of such a text; `null` for a text that is none. */
export function placeOfText(text: string): ListPlace | null {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  try {
    return { at: Temporal.Instant.from(at), id }
  } catch {
    return null
  }
}
