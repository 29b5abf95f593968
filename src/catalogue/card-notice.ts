import { formatDigits, formatJalaliDateTime } from '../kernel/persian/index.ts'
import type { NoticeChange, NoticeText } from '../notices/index.ts'
import type { Bilingual, Lang } from '../platform/index.ts'
import { type CardChange, compareCards } from './card-changes.ts'
import type { CardVersion } from './card-store.ts'
import type { ServiceCard } from './card.ts'
import { changeText } from './change-text.ts'
import { changeTexts } from './messages-change.ts'

/** A later version of a card that is to be announced. */
export interface AnnouncedCard {
  readonly version: number
  readonly card: ServiceCard
  /** Not before this instant; `null`: as soon as the notice was seen. */
  readonly askedAt: Temporal.Instant | null
  /** Every version that may hold when this one takes effect: the one in force, and those that wait. */
  readonly bases: readonly [CardVersion, ...CardVersion[]]
}

/**
 * The notice of a later version: what it changes, from what to what, made from the difference itself and
 * from nothing that a person wrote about it. Where others wait, it is compared with each of them too, so
 * that whichever holds when it takes effect, all that changes then was told.
 */
export function cardNotice(announced: AnnouncedCard): NoticeText {
  const { card, version, askedAt } = announced
  const changes = announced.bases.flatMap((base) => compareCards(base.card, card))
  return {
    authority: card.authority,
    kind: changes.every(isFee) ? 'fee' : 'change',
    changes: changeWords(changes),
    services: [card.code],
    title: inBoth((lang) => titleIn(lang, announced, changes.every(isFee))),
    body: inBoth((lang) => bodyIn(lang, announced).join('\n\n')),
    about: { kind: 'card', id: `${card.code}@${String(version)}` },
    effectiveAt: askedAt,
    bannerUntil: null
  }
}

/** What changes for people, in the words of notices. */
export function changeWords(changes: readonly CardChange[]): NoticeChange[] {
  const found = new Set(changes.map(wordOf))
  return order.filter((word) => found.has(word))
}

const order: readonly NoticeChange[] = ['card', 'process', 'form', 'documents', 'rules', 'system']

function wordOf({ field, kind }: CardChange): NoticeChange {
  const [part = ''] = field.split('.')
  if (part === 'form') return 'form'
  // What the service is called and what is told of it is the card; what people are held to are rules.
  if (kind === 'rule' && !ruleParts.has(part)) return 'card'
  return ({ rule: 'rules', process: 'process', document: 'documents', system: 'system' } as const)[
    kind
  ]
}

const ruleParts = new Set(
  'promisedTime visitsMax feeRial feeDecree payment approver responsibility legalBases'.split(' ')
)

/** Whether a difference is of the fee, its decree or how it is paid (SK-5.2). */
function isFee({ field }: CardChange): boolean {
  return field === 'feeRial' || /^(feeDecree|payment)(\.|$)/.test(field)
}

function inBoth(write: (lang: Lang) => string): Bilingual {
  return { fa: write('fa'), en: write('en') }
}

function titleIn(lang: Lang, { bases }: AnnouncedCard, isFeeAlone: boolean): string {
  const t = changeTexts.in(lang)
  const title = bases[0].card.title[lang]
  return isFeeAlone ? t.titleFee(title) : t.titleChange(title)
}

function bodyIn(lang: Lang, announced: AnnouncedCard): string[] {
  const t = changeTexts.in(lang)
  const { card, bases } = announced
  const [held, ...waiting] = bases
  const code = formatDigits(card.code, lang)
  const first = [t.about(held.card.title[lang], code), whenText(lang, announced)]
  if (waiting.length > 0) first.push(t.replaces(numbers(lang, waiting)))
  return [
    first.join(' '),
    ...bases.flatMap((base) => differences(lang, base, announced)),
    t.earlierCases
  ]
}

function whenText(lang: Lang, { version, askedAt, bases }: AnnouncedCard): string {
  const t = changeTexts.in(lang)
  const [number, held] = [formatDigits(version, lang), formatDigits(bases[0].version, lang)]
  return askedAt === null
    ? t.whenSeen(number, held)
    : t.whenAsked(number, formatJalaliDateTime(askedAt, lang), held)
}

function numbers(lang: Lang, versions: readonly CardVersion[]): string {
  const t = changeTexts.in(lang)
  return versions.map(({ version }) => formatDigits(version, lang)).join(t.and)
}

function differences(lang: Lang, base: CardVersion, { card, bases }: AnnouncedCard): string[] {
  const t = changeTexts.in(lang)
  const number = formatDigits(base.version, lang)
  const changes = compareCards(base.card, card)
  if (changes.length === 0) return [t.noChanges(number)]
  return [
    bases.length === 1 ? t.changes : t.changesFrom(number),
    ...changes.map((change) => changeText(change, { before: base.card, after: card }, lang))
  ]
}
