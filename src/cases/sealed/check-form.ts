import { createHash } from 'node:crypto'
import type { ServiceCard } from '../../catalogue/index.ts'
import { schemaHash, sealedNames } from '../../kernel/forms/index.ts'
import {
  caseFormBytesMax,
  hybridStanza,
  paddedLength,
  readSealedHead,
  sealedFileBytes,
  sizeClassOf
} from '../../kernel/seal/index.ts'
import { fromBase64 } from '../../kernel/tlog/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { problem } from '../refusals.ts'
import { sealedMessages } from './messages.ts'
import type { GivenForm } from './sealed-form.ts'
import { type OpenUnitKey, hashOfKey } from './unit-key.ts'

const texts = sealedMessages.entries

/** What can be wrong with a sealed file, as it is seen from outside. */
export type SealedFault = 'form' | 'size-class'

// Mark and length before the JSON fit into the next step of the padding.
const fileBytesMax = sealedFileBytes('hybrid', paddedLength(caseFormBytesMax + 4096))

/**
 * Whether bytes can be something sealed to a mailbox: an age file for one hybrid recipient, of a length that
 * padding gives. Whose key it is cannot be seen.
 * @param first - The first 4 KiB, or all.
 */
export function sealedFault(first: Uint8Array, sizeBytes: number): SealedFault | null {
  const head = readSealedHead(first)
  if (head === null || head.stanzas.length !== 1 || head.stanzas[0] !== hybridStanza) return 'form'
  return sizeClassOf(sizeBytes, head.headBytes) === null ? 'size-class' : null
}

/** A sealed form that was checked from outside. */
export interface CheckedForm {
  readonly bytes: Uint8Array
  readonly sha256: string
}

/**
 * Checks a sealed form against the card and the unit's key of now.
 * @returns The bytes, or every problem at `/sealed`.
 */
export function checkForm(
  card: ServiceCard,
  key: OpenUnitKey,
  given: GivenForm | undefined
): { form: CheckedForm | null; problems: FieldProblem[] } {
  if (given === undefined) {
    return { form: null, problems: [problem('/sealed', 'sealed/missing', texts.missing)] }
  }
  const problems: FieldProblem[] = []
  if (given.recipientKey !== hashOfKey(key.recipient)) {
    problems.push(problem('/sealed/recipientKey', 'sealed/other-key', texts.otherKey))
  }
  if (given.schema !== schemaHash(card.form)) {
    problems.push(problem('/sealed/schema', 'sealed/schema', texts.schema))
  }
  const bytes = fromBase64(given.content)
  const fault = bytes === null ? 'form' : sealedFault(bytes, bytes.length)
  if (fault === 'size-class' || (bytes !== null && bytes.length > fileBytesMax)) {
    problems.push(problem('/sealed/content', 'sealed/size-class', texts.sizeClass))
  } else if (fault === 'form') {
    problems.push(problem('/sealed/content', 'sealed/form', texts.form))
  }
  if (bytes === null || problems.length > 0) return { form: null, problems }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { form: { bytes, sha256 }, problems }
}

/** Answers in the clear for fields that are sealed: each is told, and none is kept. */
export function clearAnswers(card: Pick<ServiceCard, 'form'>, raw: unknown): FieldProblem[] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return []
  const sealed = sealedNames(card.form)
  return Object.keys(raw)
    .filter((name) => sealed.has(name))
    .map((name) => problem(`/answers/${name}`, 'sealed/clear-answer', texts.clearAnswer))
}
