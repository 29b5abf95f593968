import { formatJalaliDate, formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  formatNumber,
  type Html,
  type Speaks,
  tag,
  type Tone
} from '../../../platform/html/index.ts'
import type { Lane, LetterState } from '../../exchange/index.ts'
import { openingMessages, stateMessages } from '../messages-states.ts'
import { messages } from '../messages.ts'

/** An instant as readers of letters see it. */
export function moment(view: Speaks, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang, 'Asia/Tehran')
}

/** From when a letter has effect: a day, where that is its beginning in Tehran. */
export function effectiveMoment(view: Speaks, at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO('Asia/Tehran')
  return hour + minute === 0 ? formatJalaliDate(at, view.lang, 'Asia/Tehran') : moment(view, at)
}

const tones: Partial<Record<LetterState, Tone>> = {
  published: 'info',
  fetched: 'info',
  opened: 'kept',
  acknowledged: 'kept',
  replied: 'kept',
  'awaiting-recipient': 'risk',
  refused: 'broken',
  failed: 'broken',
  expired: 'broken'
}

/** The state of a letter as a word in a coloured box. */
export function stateTag(view: Speaks, state: LetterState): Html {
  return tag({ text: stateMessages.in(view.lang)[state], tone: tones[state] ?? 'neutral' })
}

/** What is known of an opening, by the code of an event; `null` for other codes. */
export function openingWord(view: Speaks, known: string | null): string | null {
  const words: Readonly<Record<string, string>> = openingMessages.in(view.lang)
  return known === null ? null : (words[known] ?? null)
}

/** The lane of a letter in words. */
export function laneText(view: Speaks, lane: Lane): string {
  const t = messages.in(view.lang)
  return { crisis: t.lanesCrisis, single: t.lanesSingle, bulk: t.lanesBulk }[lane]
}

/** A size class in the unit that reads best. */
export function sizeText(view: Speaks, bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024)
  const units = view.lang === 'fa' ? ['کیلوبایت', 'مگابایت'] : ['kB', 'MB']
  return kilobytes < 1024
    ? `${formatNumber(view.lang, kilobytes)} ${units[0] ?? ''}`
    : `${formatNumber(view.lang, kilobytes / 1024, { maximumFractionDigits: 1 })} ${units[1] ?? ''}`
}
