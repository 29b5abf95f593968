import { type Lang, formatDuration, formatNumber, formatRial } from '../../kernel/persian/index.ts'
import { type Clause, measureParametersOf, measureTitleOf } from '../../kernel/terms/index.ts'
import {
  type Html,
  type IconName,
  type Speaks,
  badge,
  html,
  strip,
  tag
} from '../../platform/html/index.ts'
import { type Accounting, type ClauseStanding, shareFrom } from '../clause-standing.ts'
import type { ClauseState } from '../clause-state.ts'
import type { PromiseState } from '../measure.ts'
import { detailMessages } from '../messages-detail.ts'
import { messages } from '../messages.ts'
import { periodTitle } from '../period.ts'
import { computingMeasureOf } from '../score.ts'
import { percentText } from './detail-lines.ts'

/** A measured state with its colour; every other way of accounting without one. */
export function standingMark(view: Speaks, { accounting, state }: ClauseStanding): Html {
  if (accounting === 'facts') return stateMark(view, state)
  const t = messages.in(view.lang)
  const ways: Record<Exclude<Accounting, 'facts'>, { text: string; icon: IconName }> = {
    'no-facts-yet': { text: t.noFactsYet, icon: 'minus' },
    definition: { text: t.definition, icon: 'info' },
    construction: { text: t.construction, icon: 'lock' },
    survey: { text: t.survey, icon: 'people' },
    attestation: { text: t.attestation, icon: 'stamp' },
    'not-measured': { text: t.notMeasured, icon: 'dots' }
  }
  return tag({ tone: 'quiet', ...ways[accounting] })
}

/** A state as the design system draws it; what is not known, and what has no level, has no colour. */
export function stateMark(view: Speaks, state: PromiseState): Html {
  if (state !== 'not-measurable') return badge(view, state)
  return tag({ tone: 'quiet', text: detailMessages.in(view.lang).noLevel, icon: 'info' })
}

/** What is measured for a clause, or why it is not: «پایبندی به زمان اعلام‌شده», "Definition". */
export function measureTitle(view: Speaks, { measure }: Clause): string {
  return measureTitleOf(measure)[view.lang]
}

/** What the counts of a clause count, in its language: «درخواست», "cases". */
function nounOf(clause: Clause, count: number, lang: Lang): string {
  const measure = computingMeasureOf(clause)
  const noun = measure?.counted(measureParametersOf(clause.measure)) ?? { fa: '', en: '' }
  return lang === 'fa' ? noun.fa : `${noun.en}${count === 1 ? '' : 's'}`
}

/** «۳۹ از ۴۰ درخواست», "39 of 40 cases"; of time what is missing: «۲ ساعت قطعی», "2 hours of downtime". */
export function countsText(view: Speaks, clause: Clause, state: ClauseState): string {
  const { lang } = view
  if (computingMeasureOf(clause)?.countsTime) return lostText(view, state)
  return messages
    .in(lang)
    .ofCounted(
      formatNumber(state.numerator, lang),
      formatNumber(state.denominator, lang),
      nounOf(clause, state.denominator, lang)
    )
}

function lostText({ lang }: Speaks, { numerator, denominator }: ClauseState): string {
  const t = detailMessages.in(lang)
  const lost = denominator - numerator
  return lost === 0 ? t.noDown : t.down(formatDuration(lost, lang))
}

/** The value alone: «۹۷٫۵٪»; below {@link shareFrom} the counts, with nothing counted a dash. */
export function valueText(view: Speaks, state: Pick<ClauseState, 'value' | 'unit'>): string {
  const { lang } = view
  const t = messages.in(lang)
  if (state.value === null) return '—'
  const number = formatNumber(state.value, lang)
  if (state.unit === 'days') return t.daysWithout(number)
  if (state.unit === 'articles') return t.articles(number)
  if (state.unit === 'rial') return formatRial(state.value, lang)
  return percentText(view, state.value)
}

/** Whether a share says enough to be shown as a percentage. */
export function showsShare(state: ClauseState): boolean {
  return state.unit !== 'percent' || state.denominator >= shareFrom
}

/** The number of a state: the share if it says enough, and always the counts. */
export function numberLine(view: Speaks, clause: Clause, state: ClauseState): Html {
  const counts = countsText(view, clause, state)
  if (state.denominator === 0)
    return html`<span class="muted">${messages.in(view.lang).nothingEnded}</span>`
  const promised = promisedText(view, state)
  if (state.unit === 'days' || state.unit === 'rial')
    return html`<strong>${valueText(view, state)}</strong>${beside([promised])}`
  if (!showsShare(state) || state.unit !== 'percent')
    return html`<strong>${counts}</strong>${beside([promised])}`
  return html`<strong>${valueText(view, state)}</strong>${beside([counts, promised])}`
}

function beside(texts: readonly (string | null)[]): Html | false {
  const told = texts.filter((text) => text !== null)
  return (
    told.length > 0 &&
    html`<span class="muted">
      ${told.map((text) => html` · <span class="inline-block">${text}</span>`)}</span
    >`
  )
}

/**
 * What was promised for a number, to stand beside it: «وعده: ۹۵٪». The annex's floor where there is
 * one, else all of what was counted; `null` where the text sets no target.
 */
export function promisedText(
  view: Speaks,
  { unit, denominator, detail }: Pick<ClauseState, 'unit' | 'denominator' | 'detail'>
): string | null {
  const t = messages.in(view.lang)
  if (detail.remark === 'share-only' || detail.remark === 'estimate') return null
  if (unit === 'days') return t.promised(t.noDaysWithout)
  if (unit === 'articles') return t.promised(t.articles(formatNumber(denominator, view.lang)))
  const least = percentText(view, detail.minimum ?? 100)
  const { minimumTo } = detail
  const value = minimumTo === undefined ? least : t.span(least, percentText(view, minimumTo))
  return detail.proposal ? t.promisedProposal(value) : t.promised(value)
}

/** The twelve months of a clause; nothing where it is not computed. */
export function standingStrip(
  view: Speaks,
  standing: ClauseStanding,
  options: { compact?: boolean } = {}
): Html | false {
  if (standing.strip.length === 0) return false
  const t = messages.in(view.lang)
  return strip(view, {
    label: `${t.lastTwelve}, ${t.clause} ${standing.clause.id}`,
    ...(options.compact && { compact: true }),
    periods: standing.strip.map(({ period, state }) => ({
      title: shortMonth(view, period.key),
      state: state === null ? 'no-data' : state.state,
      ...(state !== null &&
        state.denominator > 0 && { value: countsText(view, standing.clause, state) })
    }))
  })
}

/** The Persian month alone in both languages: the Gregorian ones would not fit a tile. */
export function shortMonth(view: Speaks, key: string): string {
  return periodTitle(key, view.lang).replace(/ \(.*$/, '')
}
