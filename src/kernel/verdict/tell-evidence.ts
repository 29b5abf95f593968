import type { DoubtCode, LogPromise, ReceiptVerdict, VerifierKey } from '../tlog/index.ts'
import { doubtMessages, promiseOutcome, toBase64, toHex } from '../tlog/index.ts'
import { formatNumber } from '../persian/index.ts'
import type { Evidence } from './evidence.ts'
import { messages, type VerdictText } from './messages-verdict.ts'
import { secondOf } from './second-of.ts'
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
}

type Proven = Extract<ReceiptVerdict, { verdict: 'proven' }>

/** Tells in plain words what evidence proves, and what it does not. */
export function tellEvidence(evidence: Evidence, options: TellingOptions): Telling {
  const { lang } = options
  const say = sayIn(lang)
  if (evidence.kind === 'receipt') return tellReceipt(evidence.verdict, options)
  if (evidence.kind === 'promise') return tellPromise(evidence, options)
  if (evidence.kind === 'checkpoint') return refused(options, 'notProven', say('checkpointAlone'))
  if (evidence.kind === 'promise-refused') {
    return refused(options, 'notProven', doubtText(evidence.reason, lang))
  }
  if (evidence.kind === 'parts-refused') {
    return refused(options, 'unreadable', say(evidence.reason))
  }
  const numbers = evidence.missing.map((number) => formatNumber(number, lang))
  const summary = say('partsText', listed(numbers, lang))
  return { ...bare('waiting', 'info', say('partsMissing')), summary }
}

function tellReceipt(verdict: ReceiptVerdict, options: TellingOptions): Telling {
  if (verdict.verdict === 'proven') return tellProven(verdict, options)
  const title = verdict.verdict === 'unreadable' ? 'unreadable' : 'notProven'
  return refused(options, title, doubtText(verdict.reason, options.lang))
}

function listed(items: readonly string[], lang: 'fa' | 'en'): string {
  return items.join(lang === 'fa' ? '، ' : ', ')
}

function sayIn(lang: 'fa' | 'en') {
  return (name: VerdictText, ...values: string[]): string => {
    const text: unknown = messages.entries[name][lang]
    return typeof text === 'function'
      ? (text as (...v: string[]) => string)(...values)
      : String(text)
  }
}

function bare(outcome: Telling['outcome'], tone: Telling['tone'], title: string) {
  return { outcome, tone, title, proves: [], provesNot: [], rows: [], statement: null } as const
}

function refused(
  { lang }: TellingOptions,
  title: 'notProven' | 'unreadable',
  reason: string
): Telling {
  const say = sayIn(lang)
  const summary = `${reason} ${say('notProvenAdvice')}`
  return { ...bare('refused', 'broken', say(title)), summary }
}

function doubtText(reason: DoubtCode, lang: 'fa' | 'en'): string {
  // The kernel's own words speak of the command line, which is not where the reader is.
  return reason === 'no-policy' ? sayIn(lang)('no-policy') : doubtMessages.entries[reason][lang]
}

function tellProven(proven: Proven, options: TellingOptions): Telling {
  const { lang, time } = options
  const say = sayIn(lang)
  const { receipt, trust } = proven
  const log = shownText(receipt.proof.checkpoint.origin)
  const names = trust.witnesses.map(({ witness }) => apart(shownText(witness.name), lang))
  const isWitnessed = names.length > 0
  return {
    ...bare('proven', 'kept', say('proven')),
    summary: say('provenSummary', whatOf(receipt.fields, lang), time(receipt.at)),
    proves: [
      say('provesWhole'),
      say('provesBy', apart(log, lang)),
      say('provesWhen', time(receipt.at)),
      ...(isWitnessed ? [witnessedText(names, lang)] : [])
    ],
    provesNot: [
      say('doubtsTruth'),
      say('doubtsPerson'),
      say('doubtsAfter'),
      say('doubtsClock'),
      ...(isWitnessed ? [] : [say('doubtsUnwitnessed')])
    ],
    rows: provenRows(proven, options),
    statement: shownText(receipt.statementText)
  }
}

function witnessedText(names: readonly string[], lang: 'fa' | 'en'): string {
  const [first = ''] = names
  const count = formatNumber(names.length, lang)
  return names.length === 1
    ? sayIn(lang)('provesWitnessedOne', first)
    : sayIn(lang)('provesWitnessed', count, listed(names, lang))
}

function provenRows({ receipt, trust }: Proven, { lang, time }: TellingOptions): TellingRow[] {
  const say = sayIn(lang)
  const { checkpoint, index } = receipt.proof
  const number = (count: number) => formatNumber(count, lang)
  const when = (at: number | null) => (at === null ? say('noTime') : time(at))
  return [
    ...statementRows(receipt.fields, { lang, time }),
    row(say('loggedAt'), time(receipt.at)),
    row(say('log'), shownText(checkpoint.origin), true),
    ...trust.logSignatures.map(({ key }) => row(say('signedBy'), keyText(key, lang))),
    ...trust.witnesses.map(({ witness, at }) =>
      row(
        say('witness'),
        say(
          'witnessText',
          apart(shownText(witness.name), lang),
          keyText(witness.key, lang),
          when(at)
        )
      )
    ),
    ...(trust.witnesses.length === 0 ? [row(say('witness'), say('nobody'))] : []),
    row(say('place'), say('placeText', number(index + 1), number(checkpoint.size)))
  ]
}

function statementRows(
  fields: Readonly<Record<string, unknown>>,
  { lang, time }: Pick<TellingOptions, 'lang' | 'time'>
): TellingRow[] {
  const say = sayIn(lang)
  const text = (name: string) => {
    const field = fields[name]
    return typeof field === 'string' ? shownText(field) : null
  }
  const names = [
    ['authority', 'authority'],
    ['card', 'card'],
    ['subject', 'subject'],
    ['id', 'id'],
    ['digest', 'digest']
  ] as const
  const event = text('erds')
  const stated = text('at')
  const second = secondOf(stated ?? '')
  return [
    row(say('what'), whatOf(fields, lang)),
    ...(event === null ? [] : [row(say('event'), eventText(event, lang))]),
    ...(stated === null
      ? []
      : [row(say('statedAt'), second === null ? stated : time(second), second === null)]),
    ...names.flatMap(([member, name]) => {
      const field = text(member)
      return field === null ? [] : [row(say(name), field, true)]
    })
  ]
}

/** The kind of thing that a statement speaks of; a kind that is not known, in its own word. */
function whatOf(fields: Readonly<Record<string, unknown>>, lang: 'fa' | 'en'): string {
  const { type } = fields
  if (typeof type !== 'string') return sayIn(lang)('someStatement')
  return known(`type-${type}`, lang) ?? shownText(type)
}

/** `A.1-SubmissionAcceptance` in words, with its name in ETSI EN 319 522 beside it. */
function eventText(event: string, lang: 'fa' | 'en'): string {
  const words = known(`event-${event.replace(/^[A-Z]\.[0-9]+-/, '')}`, lang)
  return words === null ? event : `${words} (${apart(event, lang)})`
}

function known(name: string, lang: 'fa' | 'en'): string | null {
  return Object.hasOwn(messages.entries, name) ? sayIn(lang)(name as VerdictText) : null
}

function row(name: string, text: string, isCode = false): TellingRow {
  return { name, text, isCode }
}

const keyKinds = { 1: 'Ed25519', 4: 'Ed25519', 6: 'ML-DSA-44' } as const

/** Keeps a name or code together in a line that runs from right to left. */
function apart(text: string, lang: 'fa' | 'en'): string {
  return lang === 'fa' ? `\u2068${text}\u2069` : text
}

function keyText(key: VerifierKey, lang: 'fa' | 'en'): string {
  const [name, id] = [apart(shownText(key.name), lang), apart(toHex(key.id), lang)]
  return sayIn(lang)('keyText', name, id, apart(keyKinds[key.type], lang))
}

const promiseLooks = {
  open: { tone: 'info', title: 'promised', summary: 'promiseOpenSummary' },
  overdue: { tone: 'risk', title: 'promiseOverdue', summary: 'promiseOverdueSummary' },
  kept: { tone: 'kept', title: 'promiseKept', summary: 'promiseKeptSummary' },
  'kept-late': { tone: 'risk', title: 'promiseLate', summary: 'promiseLateSummary' },
  'other-statement': { tone: 'risk', title: 'promised', summary: 'promiseOtherSummary' }
} as const

function tellPromise(
  { promise, key }: { promise: LogPromise; key: VerifierKey },
  options: TellingOptions
): Telling {
  const { lang, now, time } = options
  const say = sayIn(lang)
  const outcome = promiseOutcome(promise, { receipt: options.receipt ?? null, now })
  const look = promiseLooks[outcome]
  const last = promise.at + promise.delaySecondsMax
  const isAnswered = outcome === 'kept' || outcome === 'kept-late'
  return {
    ...bare('promise', look.tone, say(look.title)),
    summary: say(look.summary, time(last)),
    proves: [say('provesPromise', apart(shownText(promise.origin), lang))],
    provesNot: [...(isAnswered ? [] : [say('doubtsEntered')]), say('doubtsContent')],
    rows: [
      row(say('log'), shownText(promise.origin), true),
      row(say('signedBy'), keyText(key, lang)),
      row(say('promisedAt'), time(promise.at)),
      row(say('promisedBy'), time(last)),
      row(say('commitment'), toBase64(promise.commitment), true)
    ]
  }
}
