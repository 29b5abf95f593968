import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { worst } from '../aggregate.ts'
import { type ComponentMonth, componentMonth } from '../component-month.ts'
import { aboutOf, wordsOf } from '../fact-body.ts'
import { wordOf } from '../fact-book.ts'
import type { Evaluation, LevelFloor, Measure, MeasureInput, TimeShares } from '../measure.ts'
import { monitoringKinds } from '../monitoring.ts'
import { outageKinds } from '../outage-record.ts'
import { plannedKinds } from '../planned-record.ts'
import { percent } from '../tally.ts'

type Parameters = MeasureParameters<'availability'>

/** A running month that has used more than this share of its allowed downtime is at risk. */
const atRiskShare = 0.75

/**
 * SK-3.4b to 3.7b, PI-4.1.4a and b: the share of the contract's month in which a component was up. The
 * level is the annex's of the service; without one the text's own, which for «24*7» is every second;
 * without either the share stands without a verdict.
 */
export const availability: Measure<Parameters> = {
  name: 'availability',
  parameters: measures.availability.parameters,
  appliesTo: ({ of }) => (ofServices.has(of) ? 'service' : 'agreement'),
  counted: () => ({ fa: 'ثانیه', en: 'second' }),
  countsTime: true,
  reads: [...monitoringKinds, ...outageKinds, ...plannedKinds, 'notice.seen'],
  looksAt: (fact, { of }) => {
    if (fact.kind === 'notice.seen') return aboutOf(fact)?.kind === 'planned-outage'
    const components = [...wordsOf(fact, 'components'), wordOf(fact, 'component')].filter(Boolean)
    // A plan that is moved or called off does not name its components again.
    return components.length === 0 || components.some((each) => isOf(each, of))
  },
  evaluate: (input) => together(partsOf(input).map((part) => judge(input, part))),
  explain: (parameters) => ({
    fa: `${formula.fa} ${levels[levelOf(parameters)].fa}`,
    en: `${formula.en} ${levels[levelOf(parameters)].en}`
  })
}

const ofServices: ReadonlySet<string> = new Set(['services', 'service-system'])

function levelOf({ of, hours }: Parameters): keyof typeof levels {
  if (hours === undefined) return ofServices.has(of) ? 'annex' : 'none'
  return ofServices.has(of) ? 'both' : 'text'
}

const formula = {
  fa: 'ماه قرارداد ۳۰ روز ۲۴ساعته یعنی ۴۳٬۲۰۰ دقیقه است؛ رویدادها از همه روزهای ماه شمسی گرفته می‌شوند و هیچ ساعت و تعطیلی کم نمی‌شود. عدد = ۱ − قطعی ÷ (۴۳٬۲۰۰ دقیقه − قطعی برنامه‌ریزی‌شده معتبر − زمان بی‌پایش). قطعی را پایش از چند نقطه آغاز و پایان می‌دهد و تصحیح‌های تأییدشده در آن اعمال می‌شود. قطعی برنامه‌ریزی‌شده تنها اگر اطلاعیه‌اش دست‌کم ۷۲ ساعت پیش از آغاز روی پرتال دیده شده باشد از مخرج بیرون می‌رود؛ وگرنه قطعی است. زمانی که هیچ پایشی نتیجه نداده نه برقرار است و نه قطع، و جدا گفته می‌شود؛ ماهی که اصلاً پایش نشده عددی ندارد. رقم ماه واقعی، با طول واقعی همان ماه، کنار آن می‌آید. چند خدمت با هم: ثانیه‌ها جمع می‌شوند و وضعیت، بدترین وضعیت آن‌هاست.',
  en: 'The contract’s month is 30 days of 24 hours, 43,200 minutes; events are taken from every day of the real month, and no hour or holiday is left out. Value = 1 − downtime ÷ (43,200 minutes − valid planned outages − time without monitoring). Outages open and close by probes from several points, with approved corrections applied. A planned outage leaves the denominator only if its notice was seen on the portal at least 72 hours before it began; else it is downtime. Time without any probe result is neither up nor down and is told apart; a month without any monitoring has no number. The figure of the real month, over its own length, stands beside it. Of several services together the seconds are added up, and the state is the worst of them.'
}

const levels = {
  annex: {
    fa: 'عدد با حداقل پیوست برای همان خدمت سنجیده می‌شود؛ اگر پیوست سطحی اعلام نکرده باشد، عدد بی‌داوری می‌آید.',
    en: 'The value is compared with the annex’s minimum for the service; where the annex declares none, it stands without a verdict.'
  },
  text: {
    fa: 'متن می‌گوید ۲۴*۷، یعنی ۱۰۰٪ بی هیچ رواداری؛ هر قطعی نقض است و با درازای آن در فهرست نقض‌ها می‌آید.',
    en: 'The text says 24*7, which is 100% without any tolerance; every outage is a breach and is listed with its length.'
  },
  both: {
    fa: 'متن می‌گوید ۲۴*۷، یعنی ۱۰۰٪ بی هیچ رواداری؛ اگر پیوست برای خدمت حداقلی داشته باشد داوری با آن است و هر دو نشان داده می‌شود. هر قطعی با درازای آن در فهرست نقض‌ها می‌آید.',
    en: 'The text says 24*7, which is 100% without any tolerance; where the annex has a minimum for the service that decides, and both are shown. Every outage is listed among the breaches with its length.'
  },
  none: {
    fa: 'متن برای آن حدی نگذاشته است؛ عدد بی‌داوری می‌آید.',
    en: 'The text sets no level for it; the value stands without a verdict.'
  }
}

/** One component whose time is counted, and the level that it is held to. */
interface Part {
  readonly component: string
  readonly service: string | null
  readonly floor: LevelFloor | null
  /** Percent that the text itself asks for. */
  readonly textPercent: number | null
}

const fixed: Partial<Record<Parameters['of'], string>> = {
  desk: 'desk',
  'failure-report-form': 'failure-reports'
}

/** The exchange of letters, looked at by letters that probes send: a part of the system of the service. */
const letters = 'letters'

function isOf(component: string, of: Parameters['of']): boolean {
  if (of === 'service-system' && component === letters) return true
  return fixed[of] === undefined ? component.startsWith('service:') : component === fixed[of]
}

function partsOf(input: MeasureInput<Parameters>): Part[] {
  const { book, period, parameters, version, service } = input
  const textPercent = parameters.hours === undefined ? null : 100
  const component = fixed[parameters.of]
  if (component !== undefined) return [{ component, service: null, floor: null, textPercent }]
  const services = [...version.services]
    .filter((code) => service === null || service === code)
    .map((code) => ({
      component: `service:${code}`,
      service: code,
      floor: version.availabilityFloors.get(code) ?? null,
      textPercent
    }))
  const isWhole = parameters.of === 'service-system' && service === null
  // Where nobody sends letters to see, the system is known by its services alone.
  const isKnown = isWhole && componentMonth(book, letters, period).isWatched
  return isKnown
    ? [...services, { component: letters, service: null, floor: null, textPercent }]
    : services
}

interface JudgedPart extends Part {
  readonly month: ComponentMonth
  readonly state: Evaluation['state']
}

function judge({ book, period }: MeasureInput<Parameters>, part: Part): JudgedPart {
  const month = componentMonth(book, part.component, period)
  return { ...part, month, state: stateOf(part, month) }
}

/** Shares are compared exactly, by their seconds; only what is shown is rounded. */
function stateOf(part: Part, month: ComponentMonth): Evaluation['state'] {
  const { downSeconds, denominatorSeconds } = month.contract
  if (!month.isWatched && downSeconds === 0) return 'no-data'
  const level = levelPercent(part)
  if (level === null) return 'not-measurable'
  const allowed = allowedOf(level) * denominatorSeconds
  const used = downSeconds * wholeOf
  if (used > allowed) return 'broken'
  return month.runningSeconds !== null && used > atRiskShare * allowed ? 'at-risk' : 'kept'
}

function levelPercent({ floor, textPercent }: Part): number | null {
  return floor?.minimumPercent ?? textPercent
}

/** Thousandths of a percent, so that 99.9 leaves a tenth and not a little less. */
const wholeOf = 100_000

function allowedOf(level: number): number {
  return Math.round((100 - level) * 1000)
}

function together(parts: readonly JudgedPart[]): Evaluation {
  const counted = parts.filter(({ state }) => state !== 'no-data')
  const denominator = sum(counted, ({ month }) => month.contract.denominatorSeconds)
  const numerator = sum(counted, ({ month }) => upSeconds(month.contract))
  return {
    state: worst(parts.map(({ state }) => state)),
    value: percent(numerator, denominator),
    unit: 'percent',
    numerator,
    denominator,
    breaches: counted.flatMap(({ month, service }) =>
      month.losses.map((loss) => ({ ...loss, service }))
    ),
    evidence: [...new Set(counted.flatMap(({ month }) => month.evidence))],
    detail: {
      ...(counted.length > 0 && { time: timeOf(parts, counted) }),
      ...levelDetail(counted)
    }
  }
}

function timeOf(parts: readonly JudgedPart[], counted: readonly JudgedPart[]): TimeShares {
  const unwatched = parts.length - counted.length
  const hasLevel = counted.every((part) => levelPercent(part) !== null)
  const running = counted[0]?.month.runningSeconds
  const real = counted.map(({ month }) => month.real)
  const hasBoth = counted.some(({ floor, textPercent }) => floor !== null && textPercent !== null)
  return {
    down: sum(counted, ({ month }) => month.contract.downSeconds),
    planned: sum(counted, ({ month }) => month.contract.plannedSeconds),
    unknown: sum(counted, ({ month }) => month.contract.unknownSeconds),
    ...(hasLevel && { budget: sum(counted, budgetOf) }),
    realPercent: percent(
      sum(real, upSeconds),
      sum(real, (each) => each.denominatorSeconds)
    ),
    ...(hasBoth && { textPercent: 100 }),
    ...(running !== undefined && running !== null && { passed: running }),
    ...(unwatched > 0 && { unwatched })
  }
}

/** Whole seconds of downtime that the level allows. */
function budgetOf(part: JudgedPart): number {
  const allowed = allowedOf(levelPercent(part) ?? 0) * part.month.contract.denominatorSeconds
  return Math.floor(allowed / wholeOf)
}

function levelDetail(counted: readonly JudgedPart[]) {
  const floors = counted.flatMap(({ floor }) => floor ?? [])
  const sorted = floors.toSorted((a, b) => a.minimumPercent - b.minimumPercent)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined) {
    const isHeld = counted.some(({ textPercent }) => textPercent !== null)
    return counted.length > 0 && !isHeld ? { remark: 'share-only' as const } : {}
  }
  return {
    minimum: lowest.minimumPercent,
    ...(highest.minimumPercent !== lowest.minimumPercent && { minimumTo: highest.minimumPercent }),
    ...(floors.some(({ proposal }) => proposal) && { proposal: true as const })
  }
}

function upSeconds(time: { downSeconds: number; denominatorSeconds: number }): number {
  return Math.max(time.denominatorSeconds - time.downSeconds, 0)
}

function sum<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((all, item) => all + read(item), 0)
}
