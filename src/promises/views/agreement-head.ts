import { type AgreementVersion } from '../../agreements/index.ts'
import { formatJalaliDate, formatNumber, plainDateToJalali } from '../../kernel/persian/index.ts'
import { agreementZone, expiryState, gapDays, isInForce } from '../../kernel/terms/index.ts'
import {
  type Html,
  type State,
  type Speaks,
  alert,
  html,
  inDigits,
  stat,
  stats,
  strip,
  tabs,
  tag
} from '../../platform/html/index.ts'
import { agreementMessages } from '../messages-agreement.ts'
import type { LivingVersion } from '../read-states.ts'

/** What a reader must know before the text: whether it has force at all, and since when it has not. */
export function validityHead(view: Speaks, living: LivingVersion, now: Temporal.Instant): Html {
  return html`${warning(view, living, now)}${versionTabs(view, living)}
  ${validityFigures(view, living, now)}`
}

function termOf({ state, validity }: AgreementVersion) {
  return { validity, draft: state === 'draft' }
}

function warning(view: Speaks, living: LivingVersion, now: Temporal.Instant): Html | false {
  const t = agreementMessages.in(view.lang)
  const { version } = living
  const gap = gapNow(living, now)
  const since = gap > 0 && html`<p><strong>${t.gap(formatNumber(gap, view.lang))}</strong></p>`
  if (version.state === 'draft') {
    const body = html`<p>${t.draftBody}</p>
      ${since}`
    return alert(view, { kind: 'warning', still: true, title: t.draftTitle, body })
  }
  if (isInForce(termOf(version), now)) return false
  const body = html`<p>${t.expiredBody}</p>
    ${since}`
  return alert(view, {
    kind: 'warning',
    still: true,
    title: t.expiredTitle(lastDay(view, version)),
    body
  })
}

/** Days without any version of the agreement in force, today counted. */
export function gapNow(
  { versions }: Pick<LivingVersion, 'versions'>,
  now: Temporal.Instant
): number {
  if (versions.some((version) => isInForce(termOf(version), now))) return 0
  const ended = versions
    .filter(({ state, validity }) => state !== 'draft' && !isAfter(validity.to, now))
    .at(-1)
  return ended === undefined ? 0 : gapDays(ended.validity, { now })
}

/** The validity ends with this day; the instant itself is the first of the next one. */
export function lastDay(view: Speaks, { validity }: AgreementVersion): string {
  return formatJalaliDate(validity.to.subtract({ seconds: 1 }), view.lang, agreementZone)
}

function versionTabs(view: Speaks, { version, versions }: LivingVersion): Html {
  const t = agreementMessages.in(view.lang)
  return tabs(view, {
    label: t.versions,
    items: versions.map((each) => ({
      href: `/agreements/${each.agreement}/${each.version}`,
      text: `${t.version(formatVersion(view, each.version))} · ${stateWord(view, each)}`,
      current: each.version === version.version
    }))
  })
}

function formatVersion(view: Speaks, version: string): string {
  return inDigits(view.lang, version)
}

function stateWord(view: Speaks, version: AgreementVersion): string {
  const t = agreementMessages.in(view.lang)
  return version.state === 'draft' ? t.draft : t.expired
}

/** The mark of a version beside its title. */
export function versionMark(view: Speaks, version: AgreementVersion, now: Temporal.Instant): Html {
  const t = agreementMessages.in(view.lang)
  if (version.state === 'draft') return tag({ text: t.draft, tone: 'neutral', icon: 'pencil' })
  const standing = expiryState(termOf(version), now)
  if (standing.state === 'in-force') return tag({ text: t.inForce, tone: 'kept', icon: 'shield' })
  return tag({ text: t.expired, tone: 'risk', icon: 'calendar' })
}

function validityFigures(view: Speaks, living: LivingVersion, now: Temporal.Instant): Html {
  const t = agreementMessages.in(view.lang)
  const { version, standings } = living
  const from = version.validity.from
  const gap = gapNow(living, now)
  return stats([
    stat(view, {
      label: t.validFrom,
      value: small(from === null ? t.notStated : formatJalaliDate(from, view.lang, agreementZone))
    }),
    stat(view, {
      label: t.validTo,
      value: small(lastDay(view, version)),
      note: validityStrip(view, living, now)
    }),
    stat(view, { label: t.gapDays, value: formatNumber(gap, view.lang) }),
    stat(view, { label: t.clauseCount, value: formatNumber(standings.length, view.lang) })
  ])
}

// Longer says nothing new: the days without an agreement stand beside it as a number.
const stripYears = 12

/** One tile a Jalali year: an agreement in force at its end, a draft that waits, or nothing. */
function validityStrip(view: Speaks, living: LivingVersion, now: Temporal.Instant): Html {
  const thisYear = yearOf(now)
  const first = Math.max(
    thisYear - stripYears + 1,
    Math.min(...living.versions.map(({ validity }) => lastYear(validity)), thisYear)
  )
  const years = Array.from({ length: thisYear - first + 1 }, (_, i) => first + i)
  return strip(view, {
    label: agreementMessages.in(view.lang).validityByYear,
    compact: true,
    periods: years.map((year) => ({
      title: inDigits(view.lang, String(year)),
      ...yearTile(living, year)
    }))
  })
}

function yearTile({ versions }: LivingVersion, year: number): { state: State; value?: string } {
  const covering = versions.filter(
    ({ validity }) =>
      year <= lastYear(validity) &&
      year >= (validity.from === null ? lastYear(validity) : yearOf(validity.from))
  )
  const forced = covering.find(({ state }) => state !== 'draft')
  if (forced) return { state: 'in-force', value: forced.ref }
  const draft = covering[0]
  return draft ? { state: 'draft', value: draft.ref } : { state: 'expired' }
}

function lastYear(validity: AgreementVersion['validity']): number {
  return yearOf(validity.to.subtract({ seconds: 1 }))
}

function yearOf(at: Temporal.Instant): number {
  return plainDateToJalali(at.toZonedDateTimeISO(agreementZone).toPlainDate()).year
}

function small(text: string): Html {
  return html`<span class="text-lg">${text}</span>`
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0
}
