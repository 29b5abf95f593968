import {
  type CardDocument,
  type Channel,
  type PromisedTime,
  promisedTimeText
} from '../../catalogue/index.ts'
import { formatDigits, formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import { badge, html, type Html, type Speaks, type State } from '../../platform/html/index.ts'
import type { Registered, Stage } from '../case.ts'
import { channelMessages, messages, stageMessages } from '../messages.ts'

/** Zone in which every office of this desk keeps its hours. */
export const zone = 'Asia/Tehran'

/** An instant as people of the desk read it, in Jalali (and in English with the Gregorian day). */
export function moment(view: Speaks, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang, zone)
}

/** When something was there: both times, where it was registered later than it had arrived. */
export function arrival(view: Speaks, at: Pick<Registered, 'arrivedAt' | 'registeredAt'>): string {
  const registered = moment(view, at.registeredAt)
  const arrived = at.arrivedAt === null ? registered : moment(view, at.arrivedAt)
  if (arrived === registered) return registered
  return messages.in(view.lang).arrivedAndRegistered(arrived, registered)
}

/** The same instant in the other calendar: Gregorian, for who needs it abroad. */
export function gregorianMoment(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return local.replace('T', ' ')
}

/** A time as the card promises it: «۵ روز کاری». */
export function promised(view: Speaks, time: PromisedTime): string {
  return promisedTimeText(time, view.lang)
}

/** A size of a file in the unit that reads best. */
export function size(view: Speaks, bytes: number): string {
  const t = messages.in(view.lang)
  if (bytes < 1000) return t.pieceBytes(formatNumber(bytes, view.lang))
  const kilobytes = bytes / 1024
  if (kilobytes < 1000) return t.pieceKilobytes(formatNumber(Math.ceil(kilobytes), view.lang))
  return t.pieceMegabytes(formatNumber(Math.round((kilobytes / 1024) * 10) / 10, view.lang))
}

/** The formats of a document, as people call them. */
export function formats(view: Speaks, document: CardDocument): string {
  return commas(
    view,
    document.formats.map((format) => format.toUpperCase())
  )
}

const extensions: Record<CardDocument['formats'][number], string> = {
  pdf: '.pdf',
  jpeg: '.jpg,.jpeg',
  png: '.png',
  docx: '.docx',
  xlsx: '.xlsx'
}

/** What a file field accepts; a phone then offers its camera for pictures. */
export function accepted(document: CardDocument): string {
  return document.formats.map((format) => extensions[format]).join(',')
}

const stageStates: Record<Stage, State> = {
  'awaiting-documents': 'missing',
  received: 'new',
  'in-progress': 'running',
  returned: 'returned',
  decided: 'complete',
  withdrawn: 'withdrawn'
}

/** Where a case stands, as a badge; a case past its due time says so first. */
export function stageBadge(view: Speaks, stage: Stage): Html {
  return badge(view, stageStates[stage], stageMessages.in(view.lang)[stage])
}

/** The name of a channel, or the code of one that the agreement does not know. */
export function channelName(view: Speaks, channel: string): string {
  const names: Readonly<Record<string, string>> = channelMessages.in(view.lang)
  return names[channel] ?? channel
}

/** A count with the digits of the language. */
export function count(view: Speaks, n: number): string {
  return formatNumber(n, view.lang)
}

/** A sent text as one of the known choices, or nothing. */
export function choiceIn<T extends string>(
  text: string | undefined,
  choices: readonly T[]
): T | undefined {
  return choices.find((known) => known === text)
}

/** A sent text as a channel, or nothing. */
export function channelIn(text: string | undefined): Channel | undefined {
  return choiceIn(text, ['site', 'post', 'pishkhan', 'in-person'])
}

/** Short parts one after the other, with the comma of the language. */
export function commas(view: Speaks, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(view.lang === 'fa' ? '، ' : ', ')
}

/** A telephone number that can be dialled by a touch, read left to right and never broken. */
export function phoneNumber(view: Speaks, phone: string): Html {
  const dialled = phone.replaceAll(/[^0-9+]/g, '')
  return html`<a class="link whitespace-nowrap" href="tel:${dialled}"
    ><bdi dir="ltr">${formatDigits(phone, view.lang)}</bdi></a
  >`
}
