import { formatDigits, formatNumber, formatRial } from '../../kernel/persian/index.ts'
import {
  type Content,
  type Html,
  type KeyValue,
  type View,
  formHref,
  html,
  keyValues
} from '../../platform/html/index.ts'
import type { ServiceCard } from '../card.ts'
import {
  audiences,
  exchangeModes,
  levels,
  lifeEvents,
  natures,
  recurrencePeriods,
  startTriggers
} from '../card-options.ts'
import { cardFields } from '../card-fields.ts'
import { messages } from '../messages.ts'
import { promisedTimeText } from '../promised-time.ts'
import { codeText, dateInWords, namesOf } from './words.ts'

/** Every field of the card that the page did not show above, as the national form lists them. */
export function wholeCard(view: View, card: ServiceCard, origin: string): Html {
  const body = bodyRows(view, card, origin)
  const rows = [...identityRows(view, card), ...deliveryRows(view, card), ...body]
  return keyValues(rows, { dense: true })
}

function nameOf(view: View, path: string): string {
  return cardFields.find((field) => field.path === path)?.name[view.lang] ?? path
}

function identityRows(view: View, card: ServiceCard): KeyValue[] {
  const { lang } = view
  const row = (path: string, value: Content): KeyValue => ({ key: nameOf(view, path), value })
  return [
    { key: messages.in(lang).serviceCode, value: codeText(card.code) },
    row('processTitle', card.processTitle[lang]),
    row('subject', card.subject[lang]),
    row('audience', namesOf(audiences, card.audience, lang)),
    row('recipients', card.recipients[lang]),
    row('nature', natures[card.nature][lang]),
    row('level', levels[card.level][lang]),
    row('lifeEvents', namesOf(lifeEvents, card.lifeEvents, lang)),
    row('startTriggers', namesOf(startTriggers, card.startTriggers, lang)),
    { key: lang === 'fa' ? 'تواتر' : 'Recurrence', value: recurrenceText(view, card) },
    row('statistics.recipients', statisticsText(view, card))
  ]
}

function recurrenceText(view: View, card: ServiceCard): string {
  const { times, per } = card.recurrence
  const period = recurrencePeriods[per][view.lang]
  if (per === 'once') return period
  return view.lang === 'fa'
    ? `${formatNumber(times, 'fa')} بار ${period}`
    : `${formatNumber(times, 'en')} times ${period.toLowerCase()}`
}

function statisticsText(view: View, card: ServiceCard): string {
  const { statistics } = card
  if (!statistics) return messages.in(view.lang).notSaid
  return `${formatNumber(statistics.recipients, view.lang)} (${formatDigits(statistics.year, view.lang)})`
}

function deliveryRows(view: View, card: ServiceCard): KeyValue[] {
  const t = messages.in(view.lang)
  const { lang } = view
  const { possible, reason } = card.canBeElectronic
  const row = (path: string, value: Content): KeyValue => ({ key: nameOf(view, path), value })
  return [
    row('promisedTime.amount', promisedTimeText(card.promisedTime, lang)),
    row('meanTime.amount', card.meanTime ? promisedTimeText(card.meanTime, lang) : t.notSaid),
    ...feeRows(view, card),
    row(
      'canBeElectronic.possible',
      html`${possible ? t.yes : t.no}${reason && html` <small>${reason[lang]}</small>`}`
    ),
    {
      key: t.systems,
      value: listed(
        card.otherSystems.map(({ title, mode }) => `${title[lang]} (${exchangeModes[mode][lang]})`),
        t.none
      )
    },
    {
      key: t.inquiries,
      value: listed(
        card.inquiries.map(
          ({ body, subject, mode }) =>
            `${body[lang]}: ${subject[lang]} (${exchangeModes[mode][lang]})`
        ),
        t.none
      )
    }
  ]
}

function feeRows(view: View, card: ServiceCard): KeyValue[] {
  const t = messages.in(view.lang)
  const { lang } = view
  const { feeDecree: decree, payment } = card
  if (!decree) return []
  return [
    {
      key: t.feeDecree,
      value: html`${formatRial(card.feeRial, lang)}: ${decree.issuer[lang]} (${t.number}
        <bdi>${formatDigits(decree.number, lang)}</bdi
        >${lang === 'fa' ? '، ' : ', '}${dateInWords(decree.date, lang)})`
    },
    {
      key: nameOf(view, 'payment.electronic'),
      value: payment?.electronic ? t.yes : t.no
    }
  ]
}

/** The address of an invented card would lead to a body that never published it: it leads here. */
function bodyRows(view: View, card: ServiceCard, origin: string): KeyValue[] {
  const { lang } = view
  const row = (path: string, value: Content): KeyValue => ({ key: nameOf(view, path), value })
  return [
    row('ownerBody', card.ownerBody[lang]),
    row('parentBody', card.parentBody[lang]),
    row(
      'url',
      card.demonstration
        ? html`<a class="link" href="${formHref(view, `/services/${card.code}`)}"
            ><bdi dir="ltr">${origin}/services/${card.code}</bdi></a
          >`
        : html`<a class="link" href="${card.url}" rel="external"
            ><bdi dir="ltr">${card.url}</bdi></a
          >`
    ),
    row('filledBy.title', `${card.filledBy.title[lang]} (${dateInWords(card.filledBy.date, lang)})`)
  ]
}

function listed(items: readonly string[], none: string): Content {
  if (items.length === 0) return none
  return html`<ul class="list-disc ps-5">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}
