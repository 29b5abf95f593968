import { formatNumber } from '../../kernel/persian/index.ts'
import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { wordsOf } from '../fact-body.ts'
import { type FactBook, isBefore } from '../fact-book.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { outageKinds, outagesOf } from '../outage-record.ts'
import { isWithin } from '../period.ts'
import { type PlannedRecord, plannedKinds, plannedOf } from '../planned-record.ts'
import { type Judged, tally } from '../tally.ts'

type Parameters = MeasureParameters<'advance-notice'>

/**
 * SK-5.4: share of planned interruptions whose notice was seen on the portal at least `hours` before they
 * began, at all hours. `planned-outage`: outages; `planned-suspension`: services that are not given
 * otherwise, for which the text makes no exception in an emergency; `portal`: both, by sight alone.
 */
export const advanceNotice: Measure<Parameters> = {
  name: 'advance-notice',
  parameters: measures['advance-notice'].parameters,
  appliesTo: 'service',
  counted: ({ of }) =>
    of === 'planned-outage'
      ? { fa: 'قطعی برنامه‌ریزی‌شده', en: 'planned outage' }
      : { fa: 'توقف', en: 'interruption' },
  reads: [
    ...plannedKinds,
    'notice.published',
    'notice.seen',
    'suspension.begun',
    'suspension.ended',
    ...outageKinds
  ],
  evaluate: (input) => {
    const concerned = itemsOf(input).filter(
      ({ services }) =>
        input.service === null || services === null || services.includes(input.service)
    )
    const judged = concerned.filter(({ at }) => isWithin(at, input.period))
    return tally(judged, { detail: detailOf(judged, input) })
  },
  explain: ({ of, hours }) => ({
    fa: `${rule.fa(hours)} ${kinds[of].fa}`,
    en: `${rule.en(hours)} ${kinds[of].en}`
  })
}

const rule = {
  fa: (hours: number) =>
    `اطلاعیه هنگامی داده شده است که پایش بیرونی متن آن را روی پرتال خوانده باشد، نه هنگامی که ذخیره شد. فاصله این لحظه تا آغاز، ${formatNumber(hours, 'fa')} ساعت شبانه‌روزی است و هیچ تعطیلی از آن کم نمی‌شود: درست ${formatNumber(hours, 'fa')} ساعت پیش برقرار است و یک ثانیه کمتر نه. آغازی که جلو کشیده شود اطلاعیه و فاصله تازه می‌خواهد؛ آغازی که عقب برود همان را نگه می‌دارد. آنچه پیش از آغاز لغو شود شمرده نمی‌شود. هر مورد در ماه آغاز آن شمرده می‌شود. عدد = موارد به‌هنگام ÷ همه موارد.`,
  en: (hours: number) =>
    `A notice is given when an outside probe has read its text on the portal, not when it was saved. From then to the start ${formatNumber(hours, 'en')} hours must pass, of day and night, no holiday left out: exactly ${formatNumber(hours, 'en')} hours before is kept, one second less is not. A start moved earlier needs a notice and hours of its own; one moved later keeps those it had. What is called off before it begins is not counted. Each counts in the month in which it begins. Value = those in time ÷ all.`
}

const kinds = {
  'planned-outage': {
    fa: 'شمرده می‌شود: قطعی‌های برنامه‌ریزی‌شده. کاری اضطراری که بی‌برنامه ثبت شده اینجا جدا گفته می‌شود و در بند «عدم ارائه خدمات» نقض است.',
    en: 'Counted: planned outages. Emergency work, recorded as unplanned, is told apart here, and is a miss of the clause on non-delivery.'
  },
  'planned-suspension': {
    fa: 'شمرده می‌شود: بسته‌شدن فرم، برچیدن خدمت و تعطیلی دفتر. متن برای وضع اضطراری استثنایی ندارد؛ توقف اضطراری و قطعی برای کار اضطراری نقض است و شمار آن جدا هم می‌آید.',
    en: 'Counted: closed forms, withdrawn services, closed offices. The text has no exception for emergencies: an emergency suspension, or an outage for emergency work, is a miss; their number is told apart, too.'
  },
  portal: {
    fa: 'شمرده می‌شود: همه توقف‌های برنامه‌ریزی‌شده از هر نوع. جای دیدن، پرتال است؛ پیامک و راه‌های دیگر ساعت را آغاز نمی‌کنند.',
    en: 'Counted: planned interruptions of every kind. The place of sight is the portal; text messages and other ways start no clock.'
  }
}

/** A planned interruption, or an emergency one, judged. */
interface Item extends Judged {
  /** `null`: all of the authority. */
  readonly services: readonly string[] | null
  readonly isEmergency: boolean
  readonly seenInside: boolean
}

function itemsOf({ book, parameters }: MeasureInput<Parameters>): readonly Item[] {
  const { of, hours } = parameters
  return book.once(`advance-notice ${of} ${String(hours)}`, () => [
    ...plannedOf(book)
      .filter(({ kind }) => of === 'portal' || (kind === 'outage') === (of === 'planned-outage'))
      .map((plan) => judge(plan, book.asOf, hours)),
    ...(of === 'planned-suspension' ? emergenciesOf(book) : [])
  ])
}

function judge(plan: PlannedRecord, asOf: Temporal.Instant, hours: number): Item {
  const verdict = verdictOf(plan, asOf, hours)
  return {
    verdict,
    service: onlyOne(servicesOf(plan)),
    services: servicesOf(plan),
    at: plan.from,
    facts: plan.facts,
    ...(verdict === 'broken' && { breach: plan.fact }),
    isEmergency: false,
    seenInside: plan.seen !== null && !plan.seen.outside
  }
}

/** One that has not begun can still be moved or called off: it is at risk, and not yet a miss. */
function verdictOf(
  { from, verdict: { leadSeconds } }: PlannedRecord,
  asOf: Temporal.Instant,
  hours: number
): Judged['verdict'] {
  const hasBegun = !isBefore(asOf, from)
  const needed = hours * 3600
  if (leadSeconds !== null && leadSeconds >= needed) return hasBegun ? 'kept' : 'running'
  if (hasBegun) return 'broken'
  const canStill = leadSeconds === null && asOf.until(from).total('seconds') >= needed
  return canStill ? 'running' : 'at-risk'
}

/** The services that it keeps from being given; `null`: all of them. */
function servicesOf({ services, components }: PlannedRecord): string[] | null {
  const own = components.flatMap((component) =>
    component.startsWith('service:') ? [component.slice('service:'.length)] : []
  )
  const all = [...new Set([...services, ...own])]
  return all.length === 0 ? null : all
}

/** Suspensions and work that nobody announced, because of an emergency. */
function emergenciesOf(book: FactBook): Item[] {
  const suspensions = book
    .ofKind('suspension.begun')
    .filter((fact) => fact.body['emergency'] === true)
    .map((fact) =>
      miss(fact.id, { at: fact.at, services: someOf(fact, 'services'), facts: [fact.id] })
    )
  const works = emergencyWorks(book).map(({ fact, from, service, facts }) =>
    miss(fact, { at: from, services: service === null ? null : [service], facts })
  )
  return [...suspensions, ...works]
}

function emergencyWorks(book: FactBook) {
  return outagesOf(book).filter(
    ({ cause, planned }) => cause === 'emergency-work' && planned === null
  )
}

function miss(breach: string, item: Pick<Item, 'at' | 'services' | 'facts'>): Item {
  const service = onlyOne(item.services)
  return { ...item, verdict: 'broken', service, breach, isEmergency: true, seenInside: false }
}

function someOf(fact: Fact, key: string): string[] | null {
  const words = wordsOf(fact, key)
  return words.length === 0 ? null : words
}

function onlyOne(services: readonly string[] | null): string | null {
  return services?.length === 1 ? (services[0] ?? null) : null
}

function detailOf(
  judged: readonly Item[],
  { book, parameters, period, service }: MeasureInput<Parameters>
): Evaluation['detail'] {
  const apart = emergencyWorks(book).filter(
    (work) => isWithin(work.from, period) && (service === null || work.service === service)
  )
  const emergencies =
    parameters.of === 'planned-outage'
      ? apart.length
      : judged.filter(({ isEmergency }) => isEmergency).length
  const seenInside = judged.filter((item) => item.seenInside).length
  const waiting = judged.filter(({ verdict }) => verdict === 'at-risk').length
  return {
    ...(emergencies > 0 && { emergencies }),
    ...(seenInside > 0 && { seenInside }),
    ...(waiting > 0 && { waiting })
  }
}
