import type { ServiceCard } from '../catalogue/index.ts'
import { type FormValues, clearPart } from '../kernel/forms/index.ts'
import type { Bilingual } from '../platform/index.ts'
import type { DefectItem } from './case-rules.ts'
import type { DefectCode } from './case.ts'
import { refusalMessages } from './messages-refusals.ts'

/** A text about a named thing, in both languages. */
interface Said {
  readonly name: Bilingual
  readonly reason: { fa(name: string): string; en(name: string): string }
}

const { notDemanded, notMissing, notAttached } = refusalMessages.entries

/**
 * Why what an officer calls a defect is none; `null` where it may be one. A document or an answer that
 * is optional may be absent, whatever the word for it; one that is there is not missing, and one that is
 * not there cannot be unreadable. A document with a condition is demanded of those whom it concerns.
 */
export function noDefect(
  of: {
    readonly card: ServiceCard
    readonly answers: FormValues
    /** Codes of the documents that have come. */
    readonly there: ReadonlySet<string>
  },
  item: DefectItem,
  code: DefectCode | undefined
): Said | null {
  if (item.kind === 'field') {
    // Whether a sealed field is answered, the unit that opens it knows.
    const field = clearPart(of.card.form).fields.find(({ name }) => name === item.name)
    if (field === undefined || field.required || isAnswered(of.answers[item.name])) return null
    return { name: field.label, reason: notDemanded }
  }
  const document = of.card.documents.find((each) => each.code === item.code)
  if (document === undefined) return null
  const name = document.title
  const isThere = of.there.has(item.code)
  const saidMissing = code === 'document-missing'
  if (!isThere && !document.mandatory) return { name, reason: notDemanded }
  if (isThere && saidMissing) return { name, reason: notMissing }
  return !isThere && !saidMissing ? { name, reason: notAttached } : null
}

function isAnswered(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}
