import { formatNumber } from '../../kernel/persian/index.ts'
import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { secondsFrom } from '../fact-body.ts'
import type { FactBook } from '../fact-book.ts'
import { judgedOfAll } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { noticesAbout } from '../notice-record.ts'
import { type OutageRecord, outageKinds, outagesOf } from '../outage-record.ts'
import { type Judged, delaysOf, tally } from '../tally.ts'

type Parameters = MeasureParameters<'incident-notice'>

/** Within how many minutes a notice is due where the agreement names no number. */
const defaultMinutes = 15

/**
 * PI-4.1.4c: share of outages whose public notice followed within the limit, from the beginning of the
 * outage, which is the first failed probe. An outage within the window of a planned one has its notice.
 */
export const incidentNotice: Measure<Parameters> = {
  name: 'incident-notice',
  parameters: measures['incident-notice'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'قطعی', en: 'outage' }),
  reads: [...outageKinds, 'notice.published'],
  evaluate: (input) => {
    const limitSeconds = (input.parameters.minutes ?? defaultMinutes) * 60
    const judged: NoticedOutage[] = judgedOfAll(input, `incident-notice ${limitSeconds}`, (book) =>
      incidentsOf(book).map((outage) => judge(book, outage, limitSeconds))
    )
    const withoutNote = judged.filter(({ lacksNote }) => lacksNote).length
    return tally(judged, {
      detail: { ...delaysOf(judged), limitSeconds, ...(withoutNote > 0 && { withoutNote }) }
    })
  },
  explain: ({ minutes = defaultMinutes }) => ({
    fa: `هر قطعی یک بار، در ماه آغاز آن، شمرده می‌شود. آغاز، نخستین پایش ناموفق است، نه لحظه‌ای که قطعی شناخته شد. برقرار است اگر اطلاعیه عمومی آن تا ${formatNumber(minutes, 'fa')} دقیقه پس از آغاز منتشر شده باشد؛ این حد در متن نیست و پیش‌فرض این سامانه است. قطعی بی‌اطلاعیه نقض است. قطعی درون بازه‌ای که از پیش اعلام شده و قطعی‌ای که تصحیح آن را بی‌پایه دانسته، شمرده نمی‌شود. عدد = قطعی‌های با اطلاعیه به‌هنگام ÷ همه قطعی‌ها. قطعی پایان‌یافته بی یادداشت پایان جداگانه گفته می‌شود.`,
    en: `Each outage counts once, in the month in which it began. It began with the first failed probe, not when it was found out. It is kept if its public notice was published within ${formatNumber(minutes, 'en')} minutes of that; the limit is not in the text, it is this system’s default. An outage without a notice is a breach. One within an announced window, and one that a correction found to be none, is not counted. Value = outages with a notice in time ÷ all outages. Those that ended without a closing note are told apart.`
  })
}

interface NoticedOutage extends Judged {
  readonly lacksNote?: boolean
}

function incidentsOf(book: FactBook): OutageRecord[] {
  return outagesOf(book).filter(({ planned }) => planned === null)
}

function judge(book: FactBook, outage: OutageRecord, limitSeconds: number): NoticedOutage {
  const published = noticesAbout(book, 'outage', outage.id).flatMap(({ publishedAt, facts }) =>
    publishedAt === null ? [] : [{ publishedAt, facts }]
  )
  const first = published.toSorted((a, b) =>
    Temporal.Instant.compare(a.publishedAt, b.publishedAt)
  )[0]
  const seconds = secondsFrom(outage.from, first?.publishedAt ?? book.asOf)
  const isLate = seconds > limitSeconds
  const waits = first === undefined && !isLate
  return {
    verdict: waits ? 'running' : isLate ? 'broken' : 'kept',
    service: outage.service,
    at: outage.from,
    facts: [...outage.facts, ...(first?.facts ?? [])],
    ...(isLate && { breach: outage.fact }),
    ...(first !== undefined && { seconds }),
    lacksNote: outage.hasNote === false
  }
}
