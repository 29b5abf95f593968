import { formatJalaliDate, jalaliToPlainDate, parseJalaliDate } from '../../kernel/persian/index.ts'
import {
  type Agreement,
  type Clause,
  type Difference,
  type PartyCode,
  clauseKindTitles,
  indicatorTitles,
  measureTitleOf,
  measureWays,
  measures,
  parameterWords,
  unitTexts,
  validityOf
} from '../../kernel/terms/index.ts'
import {
  type Content,
  type Html,
  type Speaks,
  code,
  formatNumber,
  html,
  inDigits,
  join,
  tag
} from '../../platform/html/index.ts'
import { compareMessages } from '../messages-compare.ts'
import { messages } from '../messages.ts'
import { levelText } from './annex.ts'
import { validityText } from './validity.ts'
import { wordChanges } from './word-changes.ts'

/** The two documents that differ; names of parties and services are read from them. */
export interface ComparedDocuments {
  readonly from: Agreement
  readonly to: Agreement
}

/** What was and what is, as a reader is told it; words that went or came are marked. */
export function changeTexts(
  view: Speaks,
  one: Difference,
  documents: ComparedDocuments
): { before: Content; after: Content } {
  const t = compareMessages.in(view.lang)
  const told = (value: unknown, of: Agreement) => valueText(view, { one, value, of })
  const [before, after] = [told(one.before, documents.from), told(one.after, documents.to)]
  if (typeof before === 'string' && typeof after === 'string') {
    return inLanguage(one, wordChanges(before, after))
  }
  return inLanguage(one, { before: before ?? muted(t.nothing), after: after ?? muted(t.gone) })
}

function muted(text: string): Html {
  return html`<span class="muted">${text}</span>`
}

/** The text of one language of a clause says which language it is in. */
function inLanguage(
  { area, field }: Difference,
  texts: { before: Content; after: Content }
): { before: Content; after: Content } {
  if (area !== 'clause' || (field !== 'fa' && field !== 'en')) return texts
  const spoken = (text: Content) =>
    field === 'fa'
      ? html`<span lang="fa" dir="rtl">${text}</span>`
      : html`<span lang="en" dir="ltr">${text}</span>`
  return { before: spoken(texts.before), after: spoken(texts.after) }
}

interface Told {
  readonly one: Difference
  readonly value: unknown
  /** The document that the value stands in. */
  readonly of: Agreement
}

/** A value in words; `null` where there was nothing. */
function valueText(view: Speaks, { one, value, of }: Told): Content {
  if (value === null || value === undefined) return null
  const { area, field, key } = one
  if (area === 'document') return documentValue(view, key, of)
  if (area === 'level') return levelValue(view, { field, value })
  if (field === null) return wholeText(view, value)
  if (area === 'clause') return clauseValue(view, { field, value, of })
  return area === 'article' && field === 'table'
    ? compareMessages.in(view.lang).withTable
    : plainText(view, value)
}

/** An article, a sentence or a clause that came or went as a whole: its words. */
function wholeText(view: Speaks, fields: unknown): Content {
  if (isBilingual(fields)) return fields[view.lang]
  if (typeof fields !== 'object' || fields === null) return plainText(view, fields)
  const { fa, en, text, title, value } = fields as Record<string, unknown>
  if (typeof fa === 'string' && typeof en === 'string') return { fa, en }[view.lang]
  return plainText(view, text ?? title ?? value)
}

function plainText(view: Speaks, value: unknown): string | null {
  if (isBilingual(value)) return value[view.lang]
  if (typeof value === 'number') return formatNumber(view.lang, value)
  return typeof value === 'string' ? inDigits(view.lang, value) : null
}

type DocumentText = (view: Speaks, of: Agreement) => Content

const documentTexts: Readonly<Record<string, DocumentText>> = {
  status: ({ lang }, { status }) =>
    compareMessages.in(lang)[status === 'draft' ? 'draft' : 'expired'],
  validity: (view, of) => validityText(view, validityOf(of)),
  authority: ({ lang }, { authority }) =>
    join([authority.legalName[lang], ...authority.hosts.map(code)], html`<br />`),
  parties: ({ lang }, { parties }) => lines(parties.map(({ name }) => name[lang])),
  definitions: ({ lang }, { definitions }) => lines(definitions.map(({ term }) => term[lang])),
  channels: ({ lang }, { channels }) =>
    lines(channels.map((each) => `${each.title[lang]}: ${purposes(lang, each.for)}`)),
  signatory: signatureText,
  annexTitle: ({ lang }, { annex }) => annex?.title[lang]
}

function documentValue(view: Speaks, key: string, of: Agreement): Content {
  const text = documentTexts[key]
  return text ? text(view, of) : plainText(view, of[key as keyof Agreement])
}

function lines(texts: readonly string[]): Html {
  return join(texts, html`<br />`)
}

function listed(lang: Speaks['lang'], texts: readonly string[]): string {
  return texts.join(lang === 'fa' ? '، ' : ', ')
}

function purposes(lang: Speaks['lang'], of: Agreement['channels'][number]['for']): string {
  const t = compareMessages.in(lang)
  const names = {
    documents: t.documentsFor,
    complaints: t.complaintsFor,
    questions: t.questionsFor,
    notices: t.noticesFor
  }
  return listed(
    lang,
    of.map((each) => names[each])
  )
}

/** Who signs, whether they did, and when: one fact a line. */
function signatureText(view: Speaks, { signatory }: Agreement): Html {
  const t = compareMessages.in(view.lang)
  const { post, name, signedOn, note } = signatory
  return lines([
    post?.[view.lang] ?? t.postMissing,
    name ?? t.nameMissing,
    signedOn === null ? t.unsigned : t.signedOn(dateText(view, signedOn)),
    ...(note ? [note[view.lang]] : [])
  ])
}

function dateText(view: Speaks, jalali: string): string {
  const read = parseJalaliDate(jalali)
  return read.ok ? formatJalaliDate(jalaliToPlainDate(read.value), view.lang) : jalali
}

function clauseValue(
  view: Speaks,
  { field, value, of }: { field: string; value: unknown; of: Agreement }
): Content {
  const { lang } = view
  if (field === 'bearer' || field === 'beneficiary') {
    const codes = value as PartyCode[]
    const names = codes.map(
      (each) => of.parties.find((party) => party.code === each)?.name[lang] ?? each
    )
    return codes.length === 0 ? messages.in(lang).nobody : listed(lang, names)
  }
  if (field === 'kind') return clauseKindTitles[value as Clause['kind']][lang]
  if (field === 'measure') return measureText(view, value as Clause['measure'])
  if (field === 'remedy') return join((value as string[]).map(code), ' ')
  // Texts of a clause stand as they are written; only what is no text takes other digits.
  return typeof value === 'string' ? value : plainText(view, value)
}

/** The name of the measure, its parameters in words, and the explanation of the clause. */
function measureText(view: Speaks, measure: Clause['measure']): Html {
  const { lang } = view
  const isNamed = 'name' in measure
  const how = measure.how ?? (isNamed ? measures[measure.name] : measureWays[measure.by]).how
  const parameters = isNamed ? parameterWords(measure.name, measure.parameters ?? {}, lang) : []
  return lines([
    measureTitleOf(measure)[lang],
    ...parameters.map(({ name, value }) => `${name}: ${value}`),
    how[lang]
  ])
}

type Level = NonNullable<Agreement['annex']>['services'][number]['levels'][number]

function levelValue(
  view: Speaks,
  { field, value }: { field: string | null; value: unknown }
): Content {
  if (field === null) return levelText(view, value as Level)
  const t = compareMessages.in(view.lang)
  const common = messages.in(view.lang)
  const words: Record<string, string> = {
    always: common.clockAlways,
    card: common.clockCard,
    case: common.perCase,
    'month-30': common.perMonth,
    percent: unitTexts.percent[view.lang],
    visit: unitTexts.visit[view.lang]
  }
  if (field === 'clauses') return join((value as string[]).map(code), ' ')
  if (field === 'proposal') return value === true ? tag({ text: t.isProposal, tone: 'risk' }) : null
  return typeof value === 'string' ? (words[value] ?? value) : plainText(view, value)
}

function isBilingual(value: unknown): value is { fa: string; en: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fa' in value &&
    'en' in value &&
    Object.keys(value).length === 2
  )
}

/** Which part of the agreement changed, as a reader would point at it. */
export function placeText(view: Speaks, one: Difference, documents: ComparedDocuments): Html {
  const t = compareMessages.in(view.lang)
  const { area, key, field } = one
  const part = partName(view, one)
  if (area === 'document') return html`${part ?? key}`
  if (area === 'level') return levelPlace(view, key, documents)
  if (area === 'cell') return html`${t.cell}: ${cellPlace(view, key, documents)}`
  const number =
    area === 'clause' ? code(key) : html`<bdi>${inDigits(view.lang, ordinal(key))}</bdi>`
  return html`${t[area]}
  ${number}${field !== null && part !== null && `${view.lang === 'fa' ? '، ' : ', '}${part}`}`
}

/** `8#2` is the second sentence of article 8, which has no number of its own. */
function ordinal(key: string): string {
  return key.replace('#', '.')
}

function partName(view: Speaks, { area, key, field }: Difference): string | null {
  const t = compareMessages.in(view.lang)
  const name = area === 'document' ? key : field
  if (name === 'title') return area === 'document' ? t.documentTitle : t.heading
  const renamed = { fa: t.persianText, en: t.englishText }
  const told = { ...t, ...renamed } as unknown as Readonly<Record<string, unknown>>
  const text = name === null ? null : told[name]
  return typeof text === 'string' ? text : null
}

function levelPlace(view: Speaks, key: string, { from, to }: ComparedDocuments): Html {
  const [service = '', indicator = ''] = key.split('/')
  const services = [...(to.annex?.services ?? []), ...(from.annex?.services ?? [])]
  const title = services.find((each) => each.service === service)?.title[view.lang]
  const name = indicatorTitles[indicator as keyof typeof indicatorTitles][view.lang]
  return html`${title ?? code(service)} <small class="muted">${name}</small>`
}

function cellPlace(view: Speaks, key: string, { from, to }: ComparedDocuments): string {
  const [row, attribute] = key.split('/')
  const policy = to.dataPolicy ?? from.dataPolicy
  const line = policy?.rows.find((each) => each.row === row)?.title[view.lang]
  const column = policy?.columns.find((each) => each.attribute === attribute)?.title[view.lang]
  return [line, column].filter((text) => text !== undefined).join(view.lang === 'fa' ? '، ' : ', ')
}
