import * as z from 'zod/mini'
import { type Result, concat, failed, fromUtf8, toHex, u32, utf8, value } from '../tlog/index.ts'
import { canonicalJson } from '../terms/canonical.ts'
import { encryptTo, openAgeFile, recipientKindOf, sealedFileBytes } from './age-file.ts'
import { paddedLength } from './padding.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import type { SealPrimitives } from './seal-primitives.ts'

const code = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/))
const reference = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,80}$/))
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const documentFacts = z.strictObject({
  code,
  name: z.string().check(z.minLength(1), z.maxLength(150)),
  type: z.string().check(z.minLength(3), z.maxLength(120)),
  bytes: z.int().check(z.minimum(1)),
  sha256: digest
})

const answer = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).check(z.maxLength(100))
])

/** What a sealed application says: one JSON object, every member present, no other. */
export const caseFormSchema = z.strictObject({
  v: z.literal(1),
  /** A whole application, or new values of the fields that a return named. */
  kind: z.enum(['application', 'correction']),
  /** To what it belongs: the key of the submission, or the id of the case that it corrects. */
  of: reference,
  service: code,
  /** Version of the card whose form was filled in: `18051002@1`. */
  card: z.string().check(z.regex(/^[0-9]{6,13}@[0-9]{1,9}$/)),
  /** `schemaHash` of that form. */
  schema: z.string().check(z.length(44)),
  /** Answers of the sealed fields by name, in canonical form. */
  answers: z.record(z.string().check(z.maxLength(40)), answer),
  /** The documents that come with it, each an age file of its own; hash and length of what is inside. */
  documents: z.array(documentFacts).check(z.maxLength(40))
})

/** What a sealed document says of itself. */
export const caseDocumentSchema = z.extend(documentFacts, {
  v: z.literal(1),
  of: reference,
  service: code
})

/** A sealed application or correction, opened. */
export type CaseForm = z.infer<typeof caseFormSchema>
/** The head of a sealed document, opened. */
export type CaseDocumentHead = z.infer<typeof caseDocumentSchema>
/** A document as the form that it came with tells of it. */
export type CaseDocumentFacts = z.infer<typeof documentFacts>

const marks = { form: utf8('peyman-case-form/1\n'), document: utf8('peyman-case-document/1\n') }
/** Most bytes of a form as JSON. */
export const caseFormBytesMax = 256 * 1024
const headBytesMax = 4096

/** Why a sealed file of a case says nothing that a unit would believe. */
export type CaseFileFault =
  'case-file-other-key' | 'case-file-damaged' | 'case-file-form' | 'case-file-hash'

/** Why something of a case cannot be sealed. */
export type CaseSealFault = 'case-file-form' | 'recipient-invalid'

/**
 * Seals the answers of an application to the unit that receives it (PI-5.R1).
 * @param recipient - Hybrid key of the unit, as the key directory proves it.
 * @returns An age file.
 * @see docs/specs/sealed-cases.md §2
 */
export function sealCaseForm(
  form: CaseForm,
  recipient: string,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<Uint8Array, CaseSealFault>> {
  const parsed = caseFormSchema.safeParse(form)
  const head = parsed.success ? utf8(canonicalJson(parsed.data)) : null
  if (head === null || head.length > caseFormBytesMax) {
    return Promise.resolve(failed('case-file-form'))
  }
  return seal({ mark: marks.form, head, content: new Uint8Array() }, recipient, primitives)
}

/** Seals a document of a case as an age file of its own; its head names what it belongs to. */
export function sealCaseDocument(
  document: {
    readonly head: Omit<CaseDocumentHead, 'v' | 'bytes' | 'sha256'>
    readonly content: Uint8Array
  },
  recipient: string,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<Uint8Array, CaseSealFault>> {
  const { content } = document
  const sha256 = toHex(primitives.sha256(content))
  const parsed = caseDocumentSchema.safeParse({
    ...document.head,
    v: 1,
    bytes: content.length,
    sha256
  })
  if (!parsed.success) return Promise.resolve(failed('case-file-form'))
  const head = utf8(canonicalJson(parsed.data))
  return seal({ mark: marks.document, head, content }, recipient, primitives)
}

/**
 * Opens a sealed form.
 * @param identities - Of the unit's mailbox: the key of now, then those of before.
 */
export async function openCaseForm(
  file: Uint8Array,
  identities: readonly string[],
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<CaseForm, CaseFileFault>> {
  const plain = await decrypt(file, identities, primitives)
  if (!plain.ok) return plain
  const parts = partsOf(plain.value, marks.form)
  const form = parts && caseFormSchema.safeParse(parts.head)
  if (parts === null || !form?.success) return failed('case-file-form')
  return isZero(parts.rest) ? value(form.data) : failed('case-file-form')
}

/** Opens a sealed document: its head, and its bytes once their hash is that of the head. */
export async function openCaseDocument(
  file: Uint8Array,
  identities: readonly string[],
  primitives: SealPrimitives = portableSealPrimitives
): Promise<
  Result<{ readonly head: CaseDocumentHead; readonly content: Uint8Array }, CaseFileFault>
> {
  const plain = await decrypt(file, identities, primitives)
  if (!plain.ok) return plain
  const parts = partsOf(plain.value, marks.document)
  const head = parts && caseDocumentSchema.safeParse(parts.head)
  if (parts === null || !head?.success || parts.rest.length < head.data.bytes) {
    return failed('case-file-form')
  }
  const content = parts.rest.slice(0, head.data.bytes)
  if (!isZero(parts.rest.subarray(head.data.bytes))) return failed('case-file-form')
  return toHex(primitives.sha256(content)) === head.data.sha256
    ? value({ head: head.data, content })
    : failed('case-file-hash')
}

/** Most bytes of a sealed document whose content has so many: what a server lets in. */
export function sealedDocumentBytesMax(contentBytes: number): number {
  const head = marks.document.length + 4 + headBytesMax
  return sealedFileBytes('hybrid', paddedLength(head + contentBytes))
}

async function seal(
  plain: { readonly mark: Uint8Array; readonly head: Uint8Array; readonly content: Uint8Array },
  recipient: string,
  primitives: SealPrimitives
): Promise<Result<Uint8Array, CaseSealFault>> {
  // A mailbox of a unit is hybrid: a classic key would be another's, or one that later machines open.
  if (recipientKindOf(recipient) !== 'hybrid') return failed('recipient-invalid')
  const { mark, head, content } = plain
  const before = concat(mark, u32(head.length), head)
  const bytes = before.length + content.length
  const zeroes = new Uint8Array(paddedLength(bytes) - bytes)
  return encryptTo(recipient, [before, content, zeroes], primitives)
}

async function decrypt(
  file: Uint8Array,
  identities: readonly string[],
  primitives: SealPrimitives
): Promise<Result<Uint8Array, CaseFileFault>> {
  for (const identity of identities) {
    const opened = await openAgeFile(file, identity, primitives)
    if (opened.ok) return opened
    if (opened.reason !== 'age-other-recipient') return failed('case-file-damaged')
  }
  return failed('case-file-other-key')
}

function partsOf(
  plain: Uint8Array,
  mark: Uint8Array
): { readonly head: unknown; readonly rest: Uint8Array } | null {
  if (paddedLength(plain.length) !== plain.length) return null
  const start = mark.length + 4
  if (plain.length < start || !mark.every((byte, i) => plain[i] === byte)) return null
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(mark.length)
  if (length > caseFormBytesMax || start + length > plain.length) return null
  const text = fromUtf8(plain.subarray(start, start + length))
  const head = text === null ? null : parsedJson(text)
  return head === null ? null : { head, rest: plain.subarray(start + length) }
}

/** JSON in the one spelling that sealing writes; any other is not ours. */
function parsedJson(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text)
    return canonicalJson(read) === text ? read : null
  } catch {
    return null
  }
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}
