import { barChart, type ChartPoint, lineChart } from '../components/charts.ts'
import { code, columns, section } from '../components/card.ts'
import { badge, type State } from '../components/state.ts'
import { type Period, strip } from '../components/strip.ts'
import { type Column, table } from '../components/table.ts'
import { formatNumber, formatPercent } from '../format.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { say } from './say.ts'

/** Tables, strips and charts. */
export function dataPart(view: View): Html {
  return html`${section({
    id: 'data',
    title: say(view, 'جدول‌ها', 'Tables'),
    body: html`${queue(view)} ${emptyTable(view)}`
  })}
  ${section({
    id: 'strips',
    title: say(view, 'نوار دوازده دوره', 'Strip of twelve periods'),
    body: html`${strip(view, { label: say(view, 'پاسخ به موقع', 'In time'), periods: periods(view) })}
    ${strip(view, {
      label: say(view, 'پاسخ به موقع، فشرده', 'In time, compact'),
      periods: periods(view),
      compact: true
    })}`
  })}
  ${section({
    id: 'charts',
    title: say(view, 'نمودارها', 'Charts'),
    body: columns(shares(view), arrivals(view), { equal: true })
  })}`
}

interface QueueRow {
  readonly code: string
  readonly name: string
  readonly service: string
  readonly due: string
  readonly state: State
  readonly days: number
}

function queueRows(view: View): QueueRow[] {
  const ngo = say(view, 'مجوز سازمان مردم‌نهاد', 'NGO licence')
  return [
    {
      code: 'SKO-1405-7K4M-2QX9',
      name: say(view, 'مریم کاظمی', 'Maryam Kazemi'),
      service: ngo,
      due: say(view, '۲ دی، ساعت ۱۴:۳۰', '2 Dey, 14:30'),
      state: 'at-risk',
      days: 28
    },
    {
      code: 'SKO-1405-1HPA-88TD',
      name: say(view, 'شرکت کویر سبز بیرجند', 'Kavir-e Sabz Birjand Co.'),
      service: say(view, 'مجوز سرمایه‌گذاری', 'Investment permit'),
      due: say(view, '۲۸ آذر، ساعت ۱۰:۰۰', '28 Azar, 10:00'),
      state: 'overdue',
      days: 17
    },
    {
      code: 'SKO-1405-QQ2E-0M5B',
      name: say(view, 'غلامرضا عرب‌زاده', 'Gholamreza Arabzadeh'),
      service: ngo,
      due: say(view, '۱۹ دی، ساعت ۱۴:۳۰', '19 Dey, 14:30'),
      state: 'running',
      days: 9
    },
    {
      code: 'SKO-1405-XN71-D3RK',
      name: say(view, 'نورالله احمدی', 'Nurullah Ahmadi'),
      service: say(view, 'ثبت اتباع خارجی', 'Registration of foreign nationals'),
      due: '—',
      state: 'paused',
      days: 112
    }
  ]
}

function queueColumns(view: View): Column<QueueRow>[] {
  return [
    {
      key: 'code',
      title: say(view, 'کد رهگیری', 'Tracking code'),
      cell: (row) => html`<a href="/gallery#data">${code(row.code)}</a>`
    },
    {
      key: 'name',
      title: say(view, 'متقاضی', 'Applicant'),
      cell: (row) => row.name,
      sortable: true
    },
    { key: 'service', title: say(view, 'خدمت', 'Service'), cell: (row) => row.service },
    { key: 'due', title: say(view, 'سررسید', 'Due'), cell: (row) => row.due, sortable: true },
    { key: 'state', title: say(view, 'وضعیت', 'State'), cell: (row) => badge(view, row.state) },
    {
      key: 'age',
      title: say(view, 'روز', 'Days'),
      cell: (row) => formatNumber(view.lang, row.days),
      numeric: true
    }
  ]
}

function queue(view: View): Html {
  return table(view, {
    caption: say(view, 'کارتابل امور اجتماعی', 'Queue of social affairs'),
    columns: queueColumns(view),
    rows: queueRows(view),
    sort: {
      key: 'due',
      direction: 'up',
      href: (key, way) => `/gallery?sort=${key}&way=${way}#data`
    },
    pages: { page: 3, pages: 12, total: 1184, href: (page) => `/gallery?page=${page}#data` },
    exports: [
      { href: '/gallery?as=csv', text: 'CSV' },
      { href: '/gallery?as=xlsx', text: 'Excel' }
    ],
    select: { name: 'case', value: (row) => row.code, label: (row) => row.name },
    rowHref: () => '/gallery#data'
  })
}

function emptyTable(view: View): Html {
  return table<QueueRow>(view, {
    caption: say(view, 'درخواست‌های برگشتی', 'Returned cases'),
    columns: queueColumns(view),
    rows: [],
    empty: say(view, 'هیچ درخواستی برگشت داده نشده است.', 'No case has been returned.')
  })
}

function months(view: View): string[] {
  return view.lang === 'fa'
    ? [
        'آذر',
        'دی',
        'بهمن',
        'اسفند',
        'فروردین',
        'اردیبهشت',
        'خرداد',
        'تیر',
        'مرداد',
        'شهریور',
        'مهر',
        'آبان'
      ]
    : [
        'Azar',
        'Dey',
        'Bahman',
        'Esfand',
        'Farvardin',
        'Ordibehesht',
        'Khordad',
        'Tir',
        'Mordad',
        'Shahrivar',
        'Mehr',
        'Aban'
      ]
}

const monthly: readonly (number | null)[] = [
  null,
  null,
  0.97,
  0.96,
  0.93,
  0.82,
  0.91,
  0.95,
  0.96,
  0.98,
  0.94,
  0.964
]

function stateOf(share: number | null): State {
  if (share === null) return 'no-data'
  if (share >= 0.95) return 'kept'
  return share >= 0.9 ? 'at-risk' : 'broken'
}

function periods(view: View): Period[] {
  return months(view).map((title, i) => {
    const share = monthly[i] ?? null
    if (i === 0) return { title, state: 'not-measurable' }
    return share === null
      ? { title, state: 'no-data' }
      : { title, state: stateOf(share), value: formatPercent(view.lang, share) }
  })
}

function shares(view: View): Html {
  const points: ChartPoint[] = months(view).map((label, i) => {
    const share = monthly[i] ?? null
    const value = share === null ? null : Math.round(share * 1000) / 10
    return share === null
      ? { label, value }
      : { label, value, state: stateOf(share), text: formatPercent(view.lang, share) }
  })
  return lineChart(view, {
    label: say(view, 'سهم پاسخ‌های به موقع', 'Share answered in time'),
    summary: say(
      view,
      'در اردیبهشت به ۸۲٪ رسید و از تیر دوباره در تعهد است.',
      'Fell to 82% in Ordibehesht, and is within the promise again since Tir.'
    ),
    points,
    from: 75,
    unit: '%',
    target: { value: 95, text: say(view, 'تعهد: ۹۵٪', 'Promise: 95%') }
  })
}

function arrivals(view: View): Html {
  const counts = [181, 164, 190, 120, 96, 171, 205, 214, 188, 197, 230, 214]
  return barChart(view, {
    label: say(view, 'درخواست‌های تازه در ماه', 'New cases a month'),
    summary: say(view, 'بیشترین در مهر: ۲۳۰ درخواست.', 'Most in Mehr: 230 cases.'),
    points: months(view).map((label, i) => ({ label, value: counts[i] ?? 0 }))
  })
}
