import type { Agreement } from './agreement.ts'
import { parseFile } from './parse-file.ts'
import type { Problem } from './problem.ts'
import { brokenRules } from './rules.ts'
import { agreementSchema } from './schema.ts'

/** A valid agreement, or the problems of its file in the order of the text. */
export type ParsedAgreement =
  { ok: true; agreement: Agreement } | { ok: false; problems: Problem[] }

/**
 * Reads an agreement file (`docs/specs/agreement-file.md`). Never throws: whatever the bytes hold,
 * the answer is an agreement or problems with line and column (from 1) and what would be right.
 * @param source - Text, or the bytes of the file (UTF-8, at most 512 KiB).
 */
export function parseAgreement(source: string | Uint8Array): ParsedAgreement {
  const parsed = parseFile(source, agreementSchema, brokenRules)
  return parsed.ok ? { ok: true, agreement: parsed.value } : parsed
}
