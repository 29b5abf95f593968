import { plainLine, visibleText } from '../kernel/notices/index.ts'
import { quoteChange } from '../kernel/notices/quote-change.ts'
import { formatDigits } from '../kernel/persian/index.ts'
import { type Agreement, type Difference, compareAgreements } from '../kernel/terms/index.ts'
import type { Bilingual, Db, JsonObject, Lang } from '../platform/index.ts'
import { type Content, html } from '../platform/html/index.ts'
import { listVersions, revisionOf, withDocuments } from './agreement-store.ts'
import { type AgreementVersion, standingOf } from './agreement-version.ts'
import { noticeTexts } from './messages-notice.ts'
import { revisionName } from './take-effect.ts'
import { changeTexts, placeText } from './views/difference-text.ts'

/** The notice of an announced text, as notices publish it; `id` is the one that its pages name already. */
export interface AgreementNotice {
  readonly id: string
  readonly authority: string
  readonly kind: 'change'
  readonly changes: readonly ['rules']
  readonly services: readonly string[]
  readonly title: Bilingual
  /** Paragraphs parted by an empty line: what it is about, then each difference. */
  readonly body: Bilingual
  readonly about: { readonly kind: 'agreement'; readonly id: string }
  readonly effectiveAt: null
  readonly bannerUntil: null
}

/**
 * The notice that an outbox entry `agreement.announced` asks for: what the text changes, from what to
 * what, made from the two texts themselves.
 * @param payload - Of the entry: `{ agreement, version, revision, notice }`.
 * @param at - Now; of another version, the one that is shown now is compared with.
 */
export async function agreementNotice(
  db: Db,
  payload: JsonObject,
  at: Temporal.Instant
): Promise<AgreementNotice> {
  const { agreement, version, revision, notice } = payload as unknown as Announced
  const announced = await revisionOf(db, { agreement, version, revision })
  if (announced === null) throw new Error(`${agreement}@${version} is announced and not there`)
  const before =
    revision > 1
      ? await revisionOf(db, { agreement, version, revision: revision - 1 })
      : await shownVersion(db, agreement, at)
  const services = announced.document.annex?.services.map(({ service }) => service) ?? []
  return {
    id: notice,
    authority: announced.authority,
    kind: 'change',
    changes: ['rules'],
    services: [...new Set(services)],
    title: inBoth((lang) => titleIn(lang, announced)),
    body: inBoth((lang) => bodyIn(lang, before, announced).join('\n\n')),
    about: { kind: 'agreement', id: revisionName(announced) },
    effectiveAt: null,
    bannerUntil: null
  }
}

interface Announced {
  readonly agreement: string
  readonly version: string
  readonly revision: number
  readonly notice: string
}

async function shownVersion(
  db: Db,
  agreement: string,
  at: Temporal.Instant
): Promise<AgreementVersion | null> {
  const { shown } = standingOf(await listVersions(db, agreement), at)
  return shown === null ? null : ((await withDocuments(db, [shown]))[0] ?? null)
}

function inBoth(write: (lang: Lang) => string): Bilingual {
  return { fa: write('fa'), en: write('en') }
}

function titleIn(lang: Lang, { document, version, revision }: AgreementVersion): string {
  const t = noticeTexts.in(lang)
  const number = formatDigits(version, lang)
  return revision > 1
    ? t.titleRevision(document.title[lang], number)
    : t.titleVersion(document.title[lang], number)
}

function bodyIn(lang: Lang, before: AgreementVersion | null, after: AgreementVersion): string[] {
  const t = noticeTexts.in(lang)
  const number = formatDigits(after.version, lang)
  const about =
    after.revision > 1
      ? t.aboutRevision(number, formatDigits(after.revision, lang))
      : t.aboutVersion(number)
  if (before === null) return [about]
  const documents = { from: before.document, to: after.document }
  const differences = compareAgreements(documents.from, documents.to)
  return differences.length === 0
    ? [about, t.onlyNotes]
    : [about, ...differences.map((one) => paragraphOf(lang, one, documents))]
}

function paragraphOf(
  lang: Lang,
  one: Difference,
  documents: { readonly from: Agreement; readonly to: Agreement }
): string {
  const t = noticeTexts.in(lang)
  const place = textOf(placeText({ lang }, one, documents))
  const told = changeTexts({ lang }, one, documents)
  const [whole, quoted] = [
    { before: textOf(told.before), after: textOf(told.after) },
    quoteChange(textOf(told.before), textOf(told.after))
  ]
  if (one.change === 'added') return t.added(place, quoteChange('', whole.after).after)
  if (one.change === 'removed') return t.removed(place, quoteChange(whole.before, '').before)
  return t.changed(place, quoted.before, quoted.after)
}

/** What a piece of a page says, as one line. */
function textOf(content: Content): string {
  return plainLine(visibleText(html`${content}`.toString()))
}
