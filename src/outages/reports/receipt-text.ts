import { hash } from 'node:crypto'
import { formatReceiptCode } from './receipt-code.ts'
import type { ReportChannel, ReportInput } from './report.ts'

/** The zone in which offices and people of this desk read their clocks. */
export const reportZone = 'Asia/Tehran'

interface Issued {
  readonly report: string
  readonly code: string
  readonly channel: ReportChannel
  readonly filedAt: Temporal.Instant
  readonly input: ReportInput
}

/**
 * The lines of a failure receipt. They are kept as issued, and their SHA-256 stands on the receipt and in
 * the fact. What people wrote stands in them by its hash only.
 * @see docs/specs/failure-reports.md (the receipt)
 */
export function receiptText({ report, code, channel, filedAt, input }: Issued): string {
  const { choice, photo } = input
  const lines: [string, string][] = [
    ['code', formatReceiptCode(code)],
    ['report', report],
    ['authority', choice.authority ?? '-'],
    ['kind', input.kind],
    ['component', choice.component ?? '-'],
    ['service', choice.service ?? '-'],
    ['title-fa', choice.title.fa.replaceAll(/\s+/g, ' ')],
    ['title-en', choice.title.en.replaceAll(/\s+/g, ' ')],
    ['channel', channel],
    ['filed', filedAt.toString()],
    ['filed-jalali', jalaliTime(filedAt)],
    ['noticed', input.noticedAt?.toString() ?? '-'],
    ['words-sha256', hash('sha256', input.words)],
    ['place-sha256', input.place === null ? '-' : hash('sha256', input.place)],
    ['photo-sha256', photo === null ? '-' : photo.sentSha256]
  ]
  return [
    'peyman-failure-receipt 1',
    ...lines.map(([name, value]) => `${name}: ${value}`),
    ''
  ].join('\n')
}

/** The local time by the Persian calendar, `1405-09-01 13:00:05`. */
function jalaliTime(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(reportZone)
  const { year, month, day } = local.withCalendar('persian')
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
  return `${date} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`
}

/** What the lines say, by name; empty for another text. */
export function readReceiptText(content: string): ReadonlyMap<string, string> {
  const [first, ...lines] = content.split('\n')
  if (first !== 'peyman-failure-receipt 1') return new Map()
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const place = line.indexOf(': ')
      return place < 0 ? [] : [[line.slice(0, place), line.slice(place + 2)]]
    })
  )
}
