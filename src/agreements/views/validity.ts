import { formatJalaliDate, plainDateToJalali } from '../../kernel/persian/index.ts'
import { type Validity, agreementZone } from '../../kernel/terms/index.ts'
import {
  type Html,
  type Period,
  type Speaks,
  alert,
  badge,
  formatNumber,
  html,
  inDigits,
  strip
} from '../../platform/html/index.ts'
import type { AgreementStanding, AgreementSummary } from '../agreement-version.ts'
import { messages } from '../messages.ts'

/** The state of one version as a badge. */
export function versionBadge(view: Speaks, version: AgreementSummary, now: Temporal.Instant): Html {
  const t = messages.in(view.lang)
  if (version.state === 'draft') return badge(view, 'draft', t.stateDraft)
  const isOver = Temporal.Instant.compare(version.validity.to, now) <= 0
  return isOver ? badge(view, 'expired', t.stateExpired) : badge(view, 'in-force')
}

/** The validity of a version in words, to the end of its last day in Tehran. */
export function validityText(view: Speaks, validity: Validity): string {
  const t = messages.in(view.lang)
  const lastDay = validity.to.subtract({ seconds: 1 })
  const until = t.until(formatJalaliDate(lastDay, view.lang, agreementZone))
  const from =
    validity.from === null
      ? t.fromUnknown
      : t.from(formatJalaliDate(validity.from, view.lang, agreementZone))
  return validity.from === null
    ? `${until}${view.lang === 'fa' ? '؛ ' : '; '}${from}`
    : `${from} ${until}`
}

/** Where the agreement stands, said plainly: days left, days without, that services go on. */
export function standingNotice(view: Speaks, standing: AgreementStanding): Html | null {
  const t = messages.in(view.lang)
  const { state } = standing
  const days = (count: number) => formatNumber(view.lang, count)
  if (standing.inForce === null && standing.gapDays > 0) {
    return alert(view, {
      kind: 'warning',
      title: t.noneInForce,
      body: t.gap(days(standing.gapDays)),
      still: true
    })
  }
  if (state.state === 'draft') {
    return alert(view, { kind: 'warning', title: t.noneInForce, body: t.draftText, still: true })
  }
  if (state.state === 'not-yet') {
    return alert(view, { kind: 'info', body: t.startsIn(days(state.daysToStart)), still: true })
  }
  if (state.state !== 'in-force') return null
  const body = t.inForceDays(days(state.daysLeft))
  return state.warning === null
    ? html`<p>${body}</p>`
    : alert(view, { kind: 'warning', title: t.endsSoon, body, still: true })
}

// Longer would say nothing new; the days without an agreement stand beside it as a number.
const yearsMax = 12

/** One tile a Jalali year: whether a version had force, a draft waits, or nothing was there. */
export function validityStrip(
  view: Speaks,
  versions: readonly AgreementSummary[],
  now: Temporal.Instant
): Html | null {
  const ends = versions.map(({ validity }) => yearOf(validity.to.subtract({ seconds: 1 })))
  if (ends.length === 0) return null
  const last = Math.max(yearOf(now), ...ends)
  const first = Math.max(Math.min(...ends), last - yearsMax + 1)
  const periods = Array.from({ length: last - first + 1 }, (_, i) =>
    yearPeriod(view, versions, first + i)
  )
  return strip(view, { label: messages.in(view.lang).validityYears, periods })
}

function yearPeriod(view: Speaks, versions: readonly AgreementSummary[], year: number): Period {
  const covering = versions.filter(({ validity }) => covers(validity, year))
  const forced = covering.find(({ state }) => state !== 'draft')
  const title = inDigits(view.lang, String(year))
  if (forced) return { title, state: 'in-force', value: forced.ref }
  const [draft] = covering
  return draft ? { title, state: 'draft', value: draft.ref } : { title, state: 'expired' }
}

/** Whether the text speaks of the year; an unknown start is taken for that year alone. */
function covers({ from, to }: Validity, year: number): boolean {
  const end = yearOf(to.subtract({ seconds: 1 }))
  const start = from === null ? end : yearOf(from)
  return start <= year && year <= end
}

function yearOf(at: Temporal.Instant): number {
  return plainDateToJalali(at.toZonedDateTimeISO(agreementZone).toPlainDate()).year
}
