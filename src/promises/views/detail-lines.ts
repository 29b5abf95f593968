import { formatDuration, formatNumber } from '../../kernel/persian/index.ts'
import type { Speaks } from '../../platform/html/index.ts'
import type { ClauseState } from '../clause-state.ts'
import type { Delays, EvaluationDetail, Remark, Suspected, TimeShares } from '../measure.ts'
import { detailMessages } from '../messages-detail.ts'
import { messages } from '../messages.ts'

/** «۹۷٫۵٪», "97.5%"; the value is in percent. */
export function percentText(view: Speaks, value: number): string {
  return `${formatNumber(value, view.lang)}${view.lang === 'fa' ? '٪' : '%'}`
}

/** What else is known: the annex's floor, percentiles, what runs, what was refused, remarks. */
export function detailLines(view: Speaks, { detail }: ClauseState): string[] {
  const { lang } = view
  const t = messages.in(lang)
  const lasting = (seconds: number | undefined, say: (text: string) => string) =>
    seconds === undefined ? [] : [say(lengthText(view, seconds, detail))]
  const some = counted(view)
  return [
    ...(detail.proposal ? [t.proposal] : []),
    ...(detail.time === undefined ? [] : timeLines(view, detail.time)),
    ...lasting(detail.p50Seconds, t.median),
    ...lasting(detail.p90Seconds, t.ninetieth),
    ...noticeLines(view, detail),
    ...protectionLines(view, detail),
    ...(detail.suspected === undefined ? [] : suspectedLines(view, detail.suspected)),
    ...some(detail.lateOpen, t.lateOpen),
    ...some(detail.atRisk, t.atRiskNow),
    ...some(detail.running, t.runningNow),
    ...some(detail.prevented, t.prevented),
    ...(detail.remark === undefined ? [] : [remarkText(view, detail.remark)])
  ]
}

/** Tells a count, where there is one and it is not zero. */
function counted({ lang }: Speaks) {
  return (n: number | undefined, say: (text: string) => string): string[] =>
    n === undefined || n === 0 ? [] : [say(formatNumber(n, lang))]
}

/** What left the count of a time, what the level allows, and the figure of the real month. */
function timeLines(view: Speaks, time: TimeShares): string[] {
  const t = detailMessages.in(view.lang)
  const lasting = (seconds: number | undefined, say: (text: string) => string) =>
    seconds === undefined || seconds === 0 ? [] : [say(formatDuration(seconds, view.lang))]
  const percent = (value: number | null | undefined, say: (text: string) => string) =>
    value === null || value === undefined ? [] : [say(percentText(view, value))]
  return [
    ...percent(time.textPercent, t.ofText),
    ...percent(time.realPercent, t.real),
    ...lasting(time.budget, t.budget),
    ...lasting(time.planned, t.planned),
    ...lasting(time.unknown, t.unknown),
    ...counted(view)(time.unwatched, t.unwatched)
  ]
}

function noticeLines(view: Speaks, detail: EvaluationDetail): string[] {
  const t = detailMessages.in(view.lang)
  const some = counted(view)
  return [
    ...(detail.delays === undefined ? [] : [delaysText(view, detail.delays)]),
    ...(detail.limitSeconds === undefined
      ? []
      : [t.limit(formatDuration(detail.limitSeconds, view.lang))]),
    ...some(detail.waiting, t.waiting),
    ...some(detail.emergencies, t.emergencies),
    ...some(detail.withoutNote, t.withoutNote),
    ...(detail.seenInside === undefined ? [] : [t.seenInside])
  ]
}

/** What protects the data: what is not known, and what the last drill measured. */
function protectionLines(view: Speaks, detail: EvaluationDetail): string[] {
  const t = detailMessages.in(view.lang)
  const lasting = (seconds: number | undefined, say: (text: string) => string) =>
    seconds === undefined ? [] : [say(formatDuration(seconds, view.lang))]
  return [
    ...lasting(detail.rpoSeconds, t.rpo),
    ...lasting(detail.rtoSeconds, t.rto),
    ...counted(view)(detail.notKnown, t.notKnown)
  ]
}

/** What recipients reported, by what they suspect. */
function suspectedLines(view: Speaks, { forgery, fraud, privacy }: Suspected): string[] {
  const t = detailMessages.in(view.lang)
  const some = counted(view)
  return [
    ...some(forgery, t.forgeries),
    ...some(fraud, t.frauds),
    ...some(privacy, t.privacyBreaches)
  ]
}

function delaysText({ lang }: Speaks, { p50, p90, longest }: Delays): string {
  const t = detailMessages.in(lang)
  const text = (seconds: number) => (seconds === 0 ? t.atOnce : formatDuration(seconds, lang))
  return p50 === longest ? t.delay(text(p50)) : t.delays(text(p50), text(p90), text(longest))
}

/** Office hours are told as hours: a day of them is no day of 24 hours. */
function lengthText(view: Speaks, seconds: number, { inOfficeHours }: EvaluationDetail): string {
  const { lang } = view
  if (!inOfficeHours) return formatDuration(seconds, lang)
  return messages.in(lang).officeHours(formatNumber(Math.ceil(seconds / 360) / 10, lang))
}

function remarkText(view: Speaks, remark: Remark): string {
  const t = messages.in(view.lang)
  const texts = {
    'levels-not-declared': t.levelsNotDeclared,
    'share-only': t.shareOnly,
    estimate: t.estimate,
    draft: t.draftRemark,
    expired: t.expiredRemark
  }
  return texts[remark]
}
