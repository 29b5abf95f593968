import { canonicalJson } from '../terms/canonical.ts'
import { sha256, toBase64, utf8 } from '../tlog/index.ts'
import type { FormDefinition } from './definition.ts'

/** The fields of a form that the server reads: all, unless the form is sealed, then the `clear` ones. */
export function clearPart(form: FormDefinition): FormDefinition {
  const { sealed, fields } = form
  return sealed === true ? { fields: fields.filter(({ clear }) => clear === true) } : form
}

/** The fields of a form that only the receiving unit reads; none of a form that is not sealed. */
export function sealedPart(form: FormDefinition): FormDefinition {
  const { sealed, fields } = form
  return { fields: sealed === true ? fields.filter(({ clear }) => clear !== true) : [] }
}

/** Names of the fields that only the receiving unit reads. */
export function sealedNames(form: FormDefinition): ReadonlySet<string> {
  return new Set(sealedPart(form).fields.map(({ name }) => name))
}

/**
 * By what definition answers were checked: base64 of SHA-256 over the canonical JSON of the form as the
 * card holds it. It stands inside what is sealed, so the unit sees whether it was asked the same.
 * @see docs/specs/sealed-cases.md §2
 */
export function schemaHash(form: FormDefinition): string {
  return toBase64(sha256(utf8(canonicalJson(form))))
}
