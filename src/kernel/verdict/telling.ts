import type { DoubtCode, EntryVerdict, ReceiptVerdict, VerifierKey } from '../tlog/index.ts'
import { doubtMessages, toHex } from '../tlog/index.ts'
import { formatNumber } from '../persian/index.ts'
import { messages, type VerdictText } from './messages-verdict.ts'
import { shownText } from './shown-text.ts'

/** One line of what is told. */
export interface TellingRow {
  readonly name: string
  readonly text: string
  /** A code, an address or a hash: read from left to right in every language. */
  readonly isCode: boolean
}

/** What is told to the one who brought a file. */
export interface Telling {
  /** `proven` alone means that the file proves something that was entered. */
  readonly outcome: 'proven' | 'promise' | 'waiting' | 'refused'
  readonly tone: 'kept' | 'info' | 'risk' | 'broken'
  readonly title: string
  readonly summary: string
  readonly proves: readonly string[]
  readonly provesNot: readonly string[]
  readonly rows: readonly TellingRow[]
  /** The exact statement, safe to look at; `null` where none is proven. */
  readonly statement: string | null
}

/** How it is told. */
export interface TellingOptions {
  readonly lang: 'fa' | 'en'
  /** POSIX seconds of the one who asks. */
  readonly now: number
  /** Day and minute of POSIX seconds, in the reader's language. */
  readonly time: (second: number) => string
  /** A receipt that was checked together with a promise. */
  readonly receipt?: ReceiptVerdict | null
  /** Proofs of entries that were checked together with a promise: one may close the log of it. */
  readonly closings?: readonly EntryVerdict[]
}

/** Items in one line. */
export function listed(items: readonly string[], lang: 'fa' | 'en'): string {
  return items.join(lang === 'fa' ? '، ' : ', ')
}

/** Texts in a language, by name. */
export function sayIn(lang: 'fa' | 'en') {
  return (name: VerdictText, ...values: string[]): string => {
    const text: unknown = messages.entries[name][lang]
    return typeof text === 'function'
      ? (text as (...v: string[]) => string)(...values)
      : String(text)
  }
}

/** A telling of nothing but its outcome. */
export function bare(outcome: Telling['outcome'], tone: Telling['tone'], title: string) {
  return { outcome, tone, title, proves: [], provesNot: [], rows: [], statement: null } as const
}

/** Tells that nothing is proven, and why. */
export function refused(
  { lang }: TellingOptions,
  title: 'notProven' | 'unreadable',
  reason: string
): Telling {
  const say = sayIn(lang)
  const summary = `${reason} ${say('notProvenAdvice')}`
  return { ...bare('refused', 'broken', say(title)), summary }
}

/** A reason in words. */
export function doubtText(reason: DoubtCode, lang: 'fa' | 'en'): string {
  // The kernel's own words speak of the command line, which is not where the reader is.
  return reason === 'no-policy' ? sayIn(lang)('no-policy') : doubtMessages.entries[reason][lang]
}

/** Who saw the log besides itself. */
export function witnessedText(names: readonly string[], lang: 'fa' | 'en'): string {
  const [first = ''] = names
  const count = formatNumber(names.length, lang)
  return names.length === 1
    ? sayIn(lang)('provesWitnessedOne', first)
    : sayIn(lang)('provesWitnessed', count, listed(names, lang))
}

/** One line. */
export function row(name: string, text: string, isCode = false): TellingRow {
  return { name, text, isCode }
}

const keyKinds = { 1: 'Ed25519', 4: 'Ed25519', 6: 'ML-DSA-44' } as const

/** Keeps a name or code together in a line that runs from right to left. */
export function apart(text: string, lang: 'fa' | 'en'): string {
  return lang === 'fa' ? `\u2068${text}\u2069` : text
}

/** A key by its name and id. */
export function keyText(key: VerifierKey, lang: 'fa' | 'en'): string {
  const [name, id] = [apart(shownText(key.name), lang), apart(toHex(key.id), lang)]
  return sayIn(lang)('keyText', name, id, apart(keyKinds[key.type], lang))
}
