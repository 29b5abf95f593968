import { code, columns, section } from '../components/card.ts'
import { documentBody, type DocumentArticle } from '../components/document-body.ts'
import { receipt } from '../components/receipt.ts'
import { badge, type State } from '../components/state.ts'
import { type Period, strip } from '../components/strip.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { say } from './say.ts'

/** The living agreement, the two columns of duties, the receipt. */
export function documentPart(view: View): Html {
  return html`${section({
    id: 'document',
    title: say(view, 'سند زنده', 'The living document'),
    body: documentBody(view, { articles: articles(view), contents: true })
  })}
  ${section({
    id: 'duties',
    title: say(view, 'تعهد دو سو', 'What each side owes'),
    body: columns(
      html`<h3>${say(view, 'آنچه ما به شما بدهکاریم', 'What we owe you')}</h3>
        <p>${notice(view)}</p>`,
      html`<h3>${say(view, 'آنچه شما به ما بدهکارید', 'What you owe us')}</h3>
        <p>${channels(view)}</p>`,
      { equal: true }
    )
  })}
  ${section({ id: 'receipt', title: say(view, 'رسید', 'Receipt'), body: receiptOf(view) })}`
}

function notice(view: View): string {
  return say(
    view,
    'مدیریت فناوری اطلاعات استانداری موظف است ۷۲ ساعت قبل از اجرای قطعی‌های برنامه‌ریزی‌شده و عدم ارائه خدمات، این موضوع را از طریق پرتال اطلاع‌رسانی نماید.',
    'The Governorate’s information technology management must announce planned outages and interruptions of service on the portal 72 hours before they are carried out.'
  )
}

function channels(view: View): string {
  return say(
    view,
    'خدمت‌گیرنده مکلف است مدارک خود را تنها از طریق سایت / پست / دفتر پیشخوان / حضوری به این دستگاه ارائه نماید.',
    'The recipient must hand in documents to this body only through the site, by post, at a counter office, or in person.'
  )
}

function articles(view: View): DocumentArticle[] {
  return [duties(view), validity(view)]
}

function duties(view: View): DocumentArticle {
  return {
    id: 'SK-5',
    number: say(view, '۵', '5'),
    title: say(
      view,
      'تعهدات متقابل خدمت‌گیرنده و دستگاه اجرایی',
      'Mutual duties of the recipient and the executive body'
    ),
    clauses: [
      {
        id: 'SK-5.1',
        number: say(view, '۵.۱', '5.1'),
        text: html`<p>${channels(view)}</p>`,
        beside: margin(view, {
          state: 'kept',
          value: say(
            view,
            '۲۱۴ مدرک، همه از راه‌های توافق‌شده',
            '214 documents, all by agreed channels'
          ),
          strip: true
        })
      },
      {
        id: 'SK-5.4',
        number: say(view, '۵.۴', '5.4'),
        text: html`<p>${notice(view)}</p>`,
        beside: margin(view, {
          state: 'broken',
          value: say(
            view,
            '۱ قطعی از ۴ با اعلام ۴۱ ساعته',
            '1 outage of 4, announced 41 hours before'
          ),
          strip: true
        })
      }
    ]
  }
}

function validity(view: View): DocumentArticle {
  return {
    id: 'SK-6',
    number: say(view, '۶', '6'),
    title: say(view, 'دوره عملکرد', 'Period of performance'),
    lead: html`<p>
      ${say(view, 'بندهای این ماده زمان اعتبار را می‌گویند.', 'The clauses of this article tell the validity.')}
    </p>`,
    clauses: [
      {
        id: 'SK-6.1',
        number: say(view, '۶.۱', '6.1'),
        text: html`<p>
          ${say(
            view,
            'این توافق‌نامه سطح خدمت تا تاریخ ۲۹/۱۲/۹۸ اعتبار دارد.',
            'This service level agreement is valid until 29/12/98.'
          )}
        </p>`,
        beside: margin(view, {
          state: 'expired',
          value: say(
            view,
            '۲٬۴۳۸ روز بی توافق‌نامه معتبر',
            '2,438 days without an agreement in force'
          )
        })
      },
      {
        id: 'SK-6.2',
        number: say(view, '۶.۲', '6.2'),
        text: html`<p>
          ${say(
            view,
            'در پایان دوره زمانی، یک توافق‌نامه سطح خدمت جدید ایجاد و امضا خواهد شد تا ارائه خدمات ادامه یابد.',
            'At the end of the period a new service level agreement is made and signed, so that services go on.'
          )}
        </p>`,
        beside: margin(view, { state: 'no-data' })
      }
    ]
  }
}

interface Margin {
  readonly state: State
  readonly value?: string
  readonly strip?: boolean
}

function margin(view: View, shown: Margin): Html {
  const cycle: State[] = ['no-data', 'kept', 'kept', 'at-risk', 'kept', shown.state]
  const periods: Period[] = Array.from({ length: 12 }, (_, i) => ({
    title: say(view, `دوره ${i + 1}`, `Period ${i + 1}`),
    state: cycle[i % 6] ?? 'kept'
  }))
  return html`<p>${badge(view, shown.state)}</p>
    ${shown.value && html`<p>${shown.value}</p>`}
    ${
      shown.strip &&
      strip(view, { label: say(view, '۱۲ دوره اخیر', 'Last 12 periods'), periods, compact: true })
    }
    <p><a href="/gallery#data">${say(view, 'رویدادهای این بند', 'The facts behind it')}</a></p>`
}

function receiptOf(view: View): Html {
  return receipt({
    title: say(view, 'رسید ثبت درخواست', 'Receipt of application'),
    issuer: say(view, 'استانداری خراسان جنوبی', 'South Khorasan Governorate'),
    codeLabel: say(view, 'کد رهگیری', 'Tracking code'),
    code: 'SKO-1405-7K4M-2QX9',
    rows: [
      {
        key: say(view, 'خدمت', 'Service'),
        value: say(view, 'مجوز تأسیس سازمان مردم‌نهاد', 'NGO licence')
      },
      {
        key: say(view, 'ثبت', 'Registered'),
        value: say(view, 'یکشنبه ۱ آذر ۱۴۰۵، ساعت ۹:۱۲', 'Sunday 1 Azar 1405, 09:12')
      },
      {
        key: say(view, 'سررسید پاسخ', 'Answer due'),
        value: say(view, 'چهارشنبه ۲ دی ۱۴۰۵، ساعت ۱۴:۳۰', 'Wednesday 2 Dey 1405, 14:30')
      },
      { key: say(view, 'نسخه کارت', 'Card version'), value: code('10021234000@3') }
    ],
    qr: {
      text: 'https://sko.ir/track/SKO-1405-7K4M-2QX9',
      label: say(view, 'نشانی پیگیری درخواست', 'Address for following the case')
    },
    note: say(
      view,
      'این رسید نشان می‌دهد که درخواست شما ثبت شده است و ساعت تعهد از کامل شدن مدارک می‌گردد.',
      'This receipt shows that your application is registered; the promise clock runs from the moment the documents are complete.'
    )
  })
}
