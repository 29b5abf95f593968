import { type CaseClock, historyOf, openReturn, readCaseClock } from '../../cases/index.ts'
import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { nearestRank, worst } from '../aggregate.ts'
import type { CaseRecord, FactBook } from '../fact-book.ts'
import { judgedIn } from '../judge-cases.ts'
import type { Evaluation, EvaluationDetail, LevelFloor, Measure, MeasureInput } from '../measure.ts'
import { type Judged, tally } from '../tally.ts'

type Parameters = MeasureParameters<'turnaround'>

/** A case that has used more than this share of its time without an end is at risk. */
export const atRiskShare = 0.75

/**
 * PI-4.1.1, SK-2: share of cases delivered by their due instant. `target: card` lets no miss pass: each
 * case has its own card's promise. `target: annex` compares the share with the annex's floor of each
 * service; where the annex declares none, the share stands without a verdict (SK-A.1).
 */
export const turnaround: Measure<Parameters> = {
  name: 'turnaround',
  parameters: measures.turnaround.parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'درخواست', en: 'case' }),
  reads: [
    'case.documents-complete',
    'case.returned',
    'case.resubmitted',
    'case.reopened',
    'case.decided',
    'case.delivered',
    'case.withdrawn',
    'case.breached',
    'case.breach-retracted',
    'case.deadline-extended'
  ],
  evaluate: (input) => {
    const judged = judgedIn(input, 'turnaround', judgeAll)
    const detail = detailOf(judged)
    return input.parameters.target === 'card'
      ? tally(judged, { detail })
      : againstAnnex(input, judged, detail)
  },
  explain: (parameters) => (parameters.target === 'card' ? byCard : byAnnex)
}

const clock = {
  fa: 'ساعت هر درخواست با کامل‌شدن مدارک آغاز می‌شود، هنگامی که درخواست برای تکمیل نزد متقاضی است، و در بازه قطعی سامانه خود دستگاه اگر دو نفر سررسید را تمدید کرده باشند، می‌ایستد و با تحویل نتیجه پایان می‌یابد. زمان مجاز همان است که در شناسنامه همان نسخه اعلام شده است: ساعت و روز تقویمی شبانه‌روز شمرده می‌شود و روز کاری تنها در ساعت‌های کاری تقویم اداری. برقرار در ماه تحویل و نقض در ماه سررسید شمرده می‌شود. بازگشایی درخواست هیچ ماه گذشته‌ای را عوض نمی‌کند: نخستین پاسخ همان‌جا که بود شمرده می‌شود، نقض نقض می‌ماند و درخواست بازگشوده اگر دوباره دیر شود نقضی تازه است. درخواستی که متقاضی آن را تکمیل نکرد و رد شد شمرده نمی‌شود. درخواست در جریانی که بیش از ۷۵٪ این زمان را گذرانده «در خطر» است.',
  en: 'The clock of each case starts when its documents are complete, stands while the case is with the applicant and over an outage of the body’s own system for which two of its people extended the deadline, and ends with the delivery of the result. The limit is the time on the card version of the case: hours and calendar days at all hours, working days on the office calendar. A kept case counts in the month of delivery, a missed one in the month of its due instant. Reopening a case rewrites no month that has passed: the first answer counts where it fell, a miss stays a miss, and a reopened case that is late again is a new one. A case refused because its applicant never completed it is not counted. A running case that has used more than 75% of its time is at risk.'
}

const byCard = {
  fa: `${clock.fa} عدد = درخواست‌های تحویل‌شده تا سررسید ÷ همه درخواست‌های شمرده‌شده. حتی یک درخواست گذشته از سررسید، نقض وعده همان شناسنامه است.`,
  en: `${clock.en} Value = cases delivered by their due instant ÷ counted cases. One late case breaks the promise of its card.`
}

const byAnnex = {
  fa: `${clock.fa} عدد = درخواست‌های تحویل‌شده تا سررسید ÷ همه درخواست‌های شمرده‌شده؛ و با حداقل پیوست برای همان خدمت سنجیده می‌شود. اگر پیوست سطحی اعلام نکرده باشد، وعده شناسنامه می‌ماند و حتی یک درخواست گذشته از سررسید نقض آن است.`,
  en: `${clock.en} Value = cases delivered by their due instant ÷ counted cases, compared with the annex's minimum for the service. Where the annex declares no level, the promise of the card remains, and one late case breaks it.`
}

function judgeAll(book: FactBook): Judged[] {
  return book.cases.flatMap((record) => judge(record, book))
}

/**
 * A case is read once for each time that it ended, and as it stands, so that no reopening rewrites a
 * month that has passed: the first answer counts where it fell, a miss stays a miss, and what a
 * reopened case adds is a miss of its own, never one more kept promise. A `resume` after a miss goes on
 * with the same due instant, which is missed once.
 */
function judge(record: CaseRecord, book: FactBook): Judged[] {
  const judged: Judged[] = []
  let missed = false
  for (const { facts, restarted } of runsOf(record.facts)) {
    missed &&= !restarted
    const found = missed ? null : judgeRun({ ...record, facts }, book)
    if (found?.verdict === 'kept' && judged.length > 0) continue
    if (found !== null) judged.push(found)
    missed ||= found?.verdict === 'broken'
  }
  return judged
}

/** The facts up to each reopening, and all of them; `restarted`: the run had the whole time again. */
function runsOf(facts: CaseRecord['facts']): { facts: CaseRecord['facts']; restarted: boolean }[] {
  const starts = facts.flatMap((fact, index) => (fact.kind === 'case.reopened' ? [index] : []))
  return [...starts, facts.length].map((end, run) => ({
    facts: facts.slice(0, end),
    restarted: facts[starts[run - 1] ?? -1]?.body['policy'] === 'restart'
  }))
}

function judgeRun(record: CaseRecord, book: FactBook): Judged | null {
  const history = historyOf(record.facts)
  if (!history || !record.card) return null
  const reading = readCaseClock(history, {
    promise: record.card.promisedTime,
    calendar: book.calendar,
    at: book.asOf
  })
  const verdict = verdictOf(reading)
  // Refused because its applicant never mended it: the body answered nothing within a promise.
  if (verdict === null || (verdict === 'kept' && openReturn(history) !== null)) return null
  const breach = verdict === 'broken' ? breachOf(record) : undefined
  return {
    verdict,
    service: record.service,
    at: momentOf(verdict, { reading, breach, asOf: book.asOf }),
    facts: record.facts.filter((fact) => turnaround.reads.includes(fact.kind)).map(({ id }) => id),
    ...(breach && { breach: breach.id }),
    ...(reading.doneAt !== null && {
      seconds: reading.usedSeconds,
      inOfficeHours: record.card.promisedTime.unit === 'working-days'
    })
  }
}

function verdictOf({ state, late, usedSeconds, targetSeconds }: CaseClock) {
  if (late) return 'broken'
  if (state === 'kept') return 'kept'
  if (state !== 'running' && state !== 'paused') return null
  const isAtRisk = targetSeconds !== null && usedSeconds > atRiskShare * targetSeconds
  return isAtRisk ? 'at-risk' : 'running'
}

/** The instant that decides in which month the case counts. */
function momentOf(
  verdict: Judged['verdict'],
  known: { reading: CaseClock; breach: ReturnType<typeof breachOf>; asOf: Temporal.Instant }
): Temporal.Instant {
  if (verdict === 'kept') return known.reading.doneAt ?? known.asOf
  if (verdict !== 'broken') return known.asOf
  // A late case that waits for its applicant has no due instant now; its breach recorded one.
  const recorded = known.breach?.body['dueAt']
  return (
    known.reading.dueAt ??
    (typeof recorded === 'string' ? Temporal.Instant.from(recorded) : known.asOf)
  )
}

/** The fact that shows the breach: its record; before that was written, what the clock ran from. */
function breachOf({ facts }: CaseRecord) {
  return (
    facts.findLast((fact) => fact.kind === 'case.breached') ??
    facts.findLast((fact) => fact.kind === 'case.delivered') ??
    facts.find((fact) => fact.kind === 'case.documents-complete')
  )
}

function detailOf(judged: readonly Judged[]): EvaluationDetail {
  const atRisk = judged.filter((item) => item.verdict === 'at-risk').length
  const running = judged.filter((item) => item.verdict === 'running').length + atRisk
  const lateOpen = judged.filter(
    (item) => item.verdict === 'broken' && item.seconds === undefined
  ).length
  return {
    ...(running > 0 && { running, atRisk }),
    ...(lateOpen > 0 && { lateOpen }),
    ...percentilesOf(judged)
  }
}

/** Hours of an office and hours of the day are no one scale: where both were counted, none is told. */
function percentilesOf(judged: readonly Judged[]): EvaluationDetail {
  const ended = judged.filter((item) => item.seconds !== undefined)
  const inOfficeHours = ended.some((item) => item.inOfficeHours)
  if (inOfficeHours && !ended.every((item) => item.inOfficeHours)) return {}
  const seconds = ended.flatMap((item) => item.seconds ?? []).toSorted((a, b) => a - b)
  const [p50Seconds, p90Seconds] = [nearestRank(seconds, 0.5), nearestRank(seconds, 0.9)]
  if (p50Seconds === undefined || p90Seconds === undefined) return {}
  return { p50Seconds, p90Seconds, ...(inOfficeHours && { inOfficeHours }) }
}

function againstAnnex(
  { version, service }: MeasureInput<Parameters>,
  judged: readonly Judged[],
  detail: EvaluationDetail
): Evaluation {
  const own = [...version.services].filter((code) => service === null || code === service)
  const floors = own.flatMap((code) => version.floors.get(code) ?? [])
  if (floors.length === 0) {
    return tally(judged, { detail: { ...detail, remark: 'levels-not-declared' } })
  }
  // A floor holds for its own service; a good one does not lift a bad one.
  const states = own.map((code) => {
    const floor = version.floors.get(code)
    return tally(
      judged.filter((item) => item.service === code),
      floor ? { floor } : {}
    ).state
  })
  const sorted = floors.toSorted(byMinimum)
  const [lowest, highest] = [sorted[0], sorted.at(-1)?.minimumPercent]
  const isSpan = highest !== undefined && highest !== lowest?.minimumPercent
  const span = isSpan ? { minimumTo: highest } : {}
  const together = { ...(lowest && { floor: lowest }), detail: { ...detail, ...span } }
  return { ...tally(judged, together), state: worst(states) }
}

function byMinimum(a: LevelFloor, b: LevelFloor): number {
  return a.minimumPercent - b.minimumPercent
}
