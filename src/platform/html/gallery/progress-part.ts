import { cards, code, columns, section } from '../components/card.ts'
import { clock, type ClockOptions, progress } from '../components/clock.ts'
import { steps, timeline, type TimelineEntry } from '../components/steps.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { say } from './say.ts'

/** Steps, what happened, clocks, progress. */
export function progressPart(view: View): Html {
  return html`${section({
    id: 'progress',
    title: say(view, 'مرحله‌ها و رویدادها', 'Steps and events'),
    body: columns(
      html`${procedure(view)}`,
      timeline({ label: say(view, 'رویدادها', 'Events'), entries: events(view) }),
      { equal: true }
    )
  })}
  ${section({
    id: 'clocks',
    title: say(view, 'ساعت تعهد', 'The promise clock'),
    body: html`${cards(clocks(view).map((options) => clock(view, options)))}
    ${progress({
      label: html`${say(view, 'فرستادن', 'Sending')} <bdi>shenasnameh-2.pdf</bdi>:
        ${say(view, '۶۲٪', '62%')}`,
      share: 0.62
    })}
    ${progress({ label: say(view, 'در حال خواندن رویدادها', 'Reading the facts') })}`
  })}`
}

function procedure(view: View): Html {
  return steps(view, {
    label: say(view, 'مرحله‌های درخواست', 'Steps of the application'),
    steps: [
      {
        title: say(view, 'ثبت درخواست', 'Application'),
        state: 'done',
        note: say(view, '۱ آذر ۱۴۰۵، ساعت ۹:۱۲', '1 Azar 1405, 09:12')
      },
      { title: say(view, 'بررسی کامل بودن مدارک', 'Completeness check'), state: 'done' },
      { title: say(view, 'استعلام برخط', 'Online inquiry'), state: 'skipped' },
      {
        title: say(view, 'بررسی کارشناس', 'Examination'),
        state: 'current',
        note: say(view, 'اداره امور اجتماعی؛ تا ۵ روز کاری', 'Social affairs; up to 5 working days')
      },
      { title: say(view, 'تصمیم مدیرکل', 'Decision of the director'), state: 'todo' },
      { title: say(view, 'تحویل نتیجه', 'Delivery of the result'), state: 'todo' }
    ]
  })
}

function events(view: View): TimelineEntry[] {
  return [
    {
      title: say(view, 'درخواست ثبت شد', 'The application was registered'),
      at: say(view, 'یکشنبه ۱ آذر ۱۴۰۵، ساعت ۹:۱۲', 'Sunday 1 Azar 1405, 09:12'),
      iso: '2026-11-22T05:42:00Z',
      icon: 'file',
      tone: 'info',
      by: say(view, 'مریم کاظمی', 'Maryam Kazemi')
    },
    {
      title: say(view, 'برای تکمیل برگشت داده شد', 'Returned for completion'),
      at: say(view, 'سه‌شنبه ۳ آذر ۱۴۰۵، ساعت ۱۱:۴۰', 'Tuesday 3 Azar 1405, 11:40'),
      icon: 'undo',
      tone: 'risk',
      body: say(
        view,
        'تصویر اساس‌نامه ناخواناست. ساعت تعهد تا بازگشت درخواست متوقف است.',
        'The picture of the statute cannot be read. The promise clock stands until the case comes back.'
      )
    },
    {
      title: say(view, 'دوباره فرستاده شد', 'Sent again'),
      at: say(view, 'چهارشنبه ۴ آذر ۱۴۰۵، ساعت ۸:۰۵', 'Wednesday 4 Azar 1405, 08:05'),
      icon: 'check',
      tone: 'kept'
    },
    {
      title: say(view, 'از سررسید گذشت', 'The due time has passed'),
      at: say(view, 'شنبه ۱۲ دی ۱۴۰۵، ساعت ۱۴:۳۰', 'Saturday 12 Dey 1405, 14:30'),
      icon: 'clock',
      tone: 'broken',
      body: html`${say(view, 'نقض با شناسه ', 'Breach ')}${code('SK-5.3/0041')}`
    }
  ]
}

function clocks(view: View): ClockOptions[] {
  const due = { text: say(view, 'چهارشنبه ۲ دی ۱۴۰۵، ساعت ۱۴:۳۰', 'Wednesday 2 Dey 1405, 14:30') }
  return [
    {
      state: 'running',
      due,
      remaining: say(view, '۱۲ روز کاری و ۳ ساعت', '12 working days and 3 hours'),
      used: say(view, '۱۷ روز کاری', '17 working days'),
      share: 0.58,
      explanation: '/gallery#clocks'
    },
    {
      state: 'at-risk',
      due,
      remaining: say(view, '۱ روز کاری', '1 working day'),
      share: 0.94,
      explanation: '/gallery#clocks'
    },
    {
      state: 'paused',
      remaining: say(view, '۹ روز کاری', '9 working days'),
      share: 0.7,
      note: say(
        view,
        'از ۳ آذر متوقف است: منتظر تکمیل مدارک از سوی شماست.',
        'Stands since 3 Azar: it waits for your documents.'
      )
    },
    {
      state: 'overdue',
      due,
      used: say(view, '۳۲ روز کاری از ۳۰', '32 of 30 working days'),
      share: 1.07
    },
    {
      state: 'kept',
      stateText: say(view, 'به موقع انجام شد', 'Done in time'),
      used: say(view, '۲۱ روز کاری از ۳۰', '21 of 30 working days'),
      share: 0.7
    },
    {
      state: 'broken',
      stateText: say(view, 'دیر انجام شد', 'Done late'),
      used: say(view, '۳۴ روز کاری از ۳۰', '34 of 30 working days'),
      share: 1
    }
  ]
}
