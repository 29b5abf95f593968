import type {
  EntryVerdict,
  LogPromise,
  LogProof,
  ReceiptVerdict,
  Trust,
  VerifierKey
} from '../tlog/index.ts'
import { promiseOutcome, toBase64 } from '../tlog/index.ts'
import { formatNumber } from '../persian/index.ts'
import { factWord } from './fact-words.ts'
import type { Evidence } from './evidence.ts'
import { messages, type VerdictText } from './messages-verdict.ts'
import { secondOf } from './second-of.ts'
import { shownText } from './shown-text.ts'
import {
  apart,
  bare,
  doubtText,
  keyText,
  listed,
  refused,
  row,
  sayIn,
  type Telling,
  type TellingOptions,
  type TellingRow,
  witnessedText
} from './telling.ts'

/** What is proven to stand in a log: the statement of a receipt, or an entry for everyone. */
interface Proven {
  readonly is: 'statement' | 'entry'
  readonly fields: Readonly<Record<string, unknown>>
  readonly text: string
  /** POSIX seconds of the entry. */
  readonly at: number
  readonly proof: LogProof
  readonly trust: Trust
}

/** Tells in plain words what evidence proves, and what it does not. */
export function tellEvidence(evidence: Evidence, options: TellingOptions): Telling {
  const { lang } = options
  const say = sayIn(lang)
  if (evidence.kind === 'receipt' || evidence.kind === 'entry') return tellProof(evidence, options)
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

function tellProof(
  evidence: Extract<Evidence, { kind: 'receipt' | 'entry' }>,
  options: TellingOptions
): Telling {
  const { verdict } = evidence
  if (verdict.verdict === 'proven') {
    return tellProven('receipt' in verdict ? ofReceipt(verdict) : ofEntry(verdict), options)
  }
  const title = verdict.verdict === 'unreadable' ? 'unreadable' : 'notProven'
  return refused(options, title, doubtText(verdict.reason, options.lang))
}

function ofReceipt({ receipt, trust }: Extract<ReceiptVerdict, { verdict: 'proven' }>): Proven {
  const { fields, statementText: text, at, proof } = receipt
  return { is: 'statement', fields, text, at, proof, trust }
}

function ofEntry({ proof, trust }: Extract<EntryVerdict, { verdict: 'proven' }>): Proven {
  const { fields, text, entry } = proof
  return { is: 'entry', fields, text, at: entry.at, proof: proof.proof, trust }
}

function tellProven(proven: Proven, options: TellingOptions): Telling {
  const { lang, time } = options
  const say = sayIn(lang)
  const { trust, fields, at } = proven
  const log = shownText(proven.proof.checkpoint.origin)
  const names = trust.witnesses.map(({ witness }) => apart(shownText(witness.name), lang))
  const isWitnessed = names.length > 0
  return {
    ...bare('proven', 'kept', say('proven')),
    summary: say('provenSummary', whatOf(fields, lang), time(at)),
    proves: [
      say('provesWhole'),
      say('provesBy', apart(log, lang)),
      say('provesWhen', time(at)),
      ...(isWitnessed ? [witnessedText(names, lang)] : [])
    ],
    provesNot: [
      say('doubtsTruth'),
      ...(proven.is === 'entry' ? [] : [say('doubtsPerson'), say('doubtsAfter')]),
      say('doubtsClock'),
      ...(isWitnessed ? [] : [say('doubtsUnwitnessed')])
    ],
    rows: provenRows(proven, options),
    statement: shownText(proven.text)
  }
}

function provenRows(
  { fields, at: loggedAt, proof, trust }: Proven,
  { lang, time }: TellingOptions
): TellingRow[] {
  const say = sayIn(lang)
  const { checkpoint, index } = proof
  const number = (count: number) => formatNumber(count, lang)
  const when = (at: number | null) => (at === null ? say('noTime') : time(at))
  return [
    ...statementRows(fields, { lang, time }),
    row(say('loggedAt'), time(loggedAt)),
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
  return known(`type-${type}`, lang) ?? factWord(type, lang) ?? shownText(type)
}

/** `A.1-SubmissionAcceptance` in words, with its name in ETSI EN 319 522 beside it. */
function eventText(event: string, lang: 'fa' | 'en'): string {
  const words = known(`event-${event.replace(/^[A-Z]\.[0-9]+-/, '')}`, lang)
  return words === null ? event : `${words} (${apart(event, lang)})`
}

function known(name: string, lang: 'fa' | 'en'): string | null {
  return Object.hasOwn(messages.entries, name) ? sayIn(lang)(name as VerdictText) : null
}

const promiseLooks = {
  open: { tone: 'info', title: 'promised', summary: 'promiseOpenSummary' },
  overdue: { tone: 'risk', title: 'promiseOverdue', summary: 'promiseOverdueSummary' },
  kept: { tone: 'kept', title: 'promiseKept', summary: 'promiseKeptSummary' },
  'kept-late': { tone: 'risk', title: 'promiseLate', summary: 'promiseLateSummary' },
  'other-statement': { tone: 'risk', title: 'promised', summary: 'promiseOtherSummary' },
  'other-log': { tone: 'risk', title: 'promised', summary: 'promiseOtherLogSummary' }
} as const

function tellPromise(
  { promise, key }: { promise: LogPromise; key: VerifierKey },
  options: TellingOptions
): Telling {
  const { lang, now, time } = options
  const say = sayIn(lang)
  const { receipt = null, closings = [] } = options
  const outcome = promiseOutcome(promise, { receipt, closings, now })
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
