import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { instantOf, secondsFrom } from '../fact-body.ts'
import { type FactBook, wordOf } from '../fact-book.ts'
import { judgedOfAll } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { type Judged, delaysOf, tally } from '../tally.ts'

type Parameters = MeasureParameters<'receipt-latency'>

/**
 * SK-3.7a: share of failure reports that have a receipt, and the delay to it. Report and receipt are
 * written in one transaction, so a report without one is a breach at once.
 */
export const receiptLatency: Measure<Parameters> = {
  name: 'receipt-latency',
  parameters: measures['receipt-latency'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'گزارش خرابی', en: 'failure report' }),
  reads: ['failure-report.filed', 'failure-receipt.issued'],
  evaluate: (input) => {
    const judged = judgedOfAll(input, 'receipt-latency', judgeAll)
    return tally(judged, { detail: delaysOf(judged) })
  },
  explain: () => ({
    fa: 'هر گزارش خرابی، خبر خرابی یا کاهش کیفیت یک بار، در ماه ثبت آن، شمرده می‌شود و برقرار است اگر رسید خرابی آن صادر شده باشد؛ گزارش و رسید در یک تراکنش نوشته می‌شوند. فاصله = لحظه‌ای که رسید برای گزارش‌دهنده وجود داشت − لحظه ثبت گزارش؛ نیمه، ۹۰٪ و بیشترین آن گفته می‌شود. متن حدی برای این فاصله نگذاشته است. عدد = گزارش‌های دارای رسید ÷ همه گزارش‌ها.',
    en: 'Each report of a failure or of a drop in quality counts once, in the month in which it was filed, and is kept if its failure receipt was issued; both are written in one transaction. Delay = when the receipt existed for the reporter − when the report was filed; the median, the 90th percentile and the longest are told. The text sets no limit on it. Value = reports with a receipt ÷ all reports.'
  })
}

function judgeAll(book: FactBook): Judged[] {
  const receipts = new Map(
    book.ofKind('failure-receipt.issued').map((fact) => [wordOf(fact, 'report'), fact])
  )
  return book
    .ofKind('failure-report.filed')
    .map((report) => judge(report, receipts.get(wordOf(report, 'report'))))
}

function judge(report: Fact, receipt: Fact | undefined): Judged {
  const filedAt = instantOf(report, 'filedAt') ?? report.at
  return {
    verdict: receipt === undefined ? 'broken' : 'kept',
    service: wordOf(report, 'service') || null,
    at: filedAt,
    facts: receipt === undefined ? [report.id] : [report.id, receipt.id],
    ...(receipt === undefined
      ? { breach: report.id }
      : { seconds: secondsFrom(filedAt, receipt.at) })
  }
}
