import { alert } from '../components/alert.ts'
import { actions, button } from '../components/button.ts'
import {
  card,
  cards,
  code,
  columns,
  hero,
  keyValues,
  section,
  stat,
  stats
} from '../components/card.ts'
import { searchBox } from '../components/navigation.ts'
import { badge } from '../components/state.ts'
import { emptyState, errorBody } from '../components/states.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { say } from './say.ts'

/** Cards, numbers, lists of terms, messages, empty places, errors. */
export function boxesPart(view: View): Html {
  return html`${opening(view)} ${serviceCards(view)} ${numbers(view)} ${terms(view)}
  ${messages(view)} ${nothing(view)}`
}

function opening(view: View): Html {
  const find = card(view, {
    title: say(view, 'چه خدمتی می‌خواهید؟', 'What do you need?'),
    body: searchBox(view, {
      action: '/services',
      name: 'find',
      label: say(
        view,
        'نام خدمت یا چند واژه از آن',
        'The name of the service, or some words of it'
      ),
      large: true
    })
  })
  const track = card(view, {
    title: say(view, 'درخواستم کجاست؟', 'Where is my application?'),
    body: searchBox(view, {
      action: '/track',
      name: 'code',
      label: say(view, 'کد رهگیری', 'Tracking code'),
      large: true
    })
  })
  return hero({
    level: 2,
    title: say(view, 'میز خدمت استانداری خراسان جنوبی', 'Service desk of South Khorasan'),
    lead: say(
      view,
      'آنچه می‌خواهید بگیرید، ببینید تعهدها رعایت می‌شود یا نه، و درخواست خود را پیگیری کنید.',
      'Get what you came for, see whether the promises are kept, and follow your application.'
    ),
    body: columns(find, track)
  })
}

function serviceCards(view: View): Html {
  const ngo = card(view, {
    title: say(view, 'مجوز تأسیس سازمان مردم‌نهاد', 'Licence for a non-governmental organisation'),
    href: '/gallery#cards',
    icon: 'people',
    body: html`<p>
      ${say(view, 'برای گروه‌هایی با دست‌کم پنج مؤسس.', 'For groups with at least five founders.')}
    </p>`,
    footer: say(view, 'زمان: ۳۰ روز کاری · رایگان', 'Time: 30 working days · free of charge')
  })
  const permit = card(view, {
    title: say(view, 'مجوز سرمایه‌گذاری خارجی', 'Foreign investment permit'),
    badge: badge(view, 'at-risk'),
    tone: 'risk',
    body: html`<p>
      ${say(
        view,
        '۹۱٪ درخواست‌ها در این ماه به موقع پاسخ گرفتند؛ تعهد ۹۵٪ است.',
        '91% of this month’s cases were answered in time; the promise is 95%.'
      )}
    </p>`,
    footer: say(view, 'زمان: ۱۵ روز کاری', 'Time: 15 working days')
  })
  const meeting = card(view, {
    title: say(view, 'دیدار عمومی با استاندار', 'Public meeting with the Governor'),
    badge: badge(view, 'kept'),
    tone: 'kept',
    body: html`<p>${say(view, 'هر دوشنبه، با نوبت.', 'Every Monday, by appointment.')}</p>`
  })
  return section({
    id: 'cards',
    title: say(view, 'کارت‌ها', 'Cards'),
    body: cards([ngo, permit, meeting])
  })
}

function numbers(view: View): Html {
  return section({
    id: 'numbers',
    title: say(view, 'عددها', 'Numbers'),
    lead: say(
      view,
      'هر عدد به چگونگی محاسبه‌اش راه دارد.',
      'Every number leads to how it was computed.'
    ),
    body: stats([
      stat(view, {
        label: say(view, 'پاسخ به موقع در آبان', 'Answered in time in Aban'),
        value: say(view, '۹۶٫۴٪', '96.4%'),
        state: 'kept',
        href: '/promises'
      }),
      stat(view, {
        label: say(view, 'مراجعه حضوری بیش از کارت', 'Visits beyond the card'),
        value: say(view, '۳', '3'),
        unit: say(view, 'از ۲۱۴ درخواست', 'of 214 cases'),
        state: 'at-risk'
      }),
      stat(view, {
        label: say(view, 'مدرک خارج از فهرست', 'Documents not listed'),
        value: say(view, '۱', '1'),
        state: 'broken'
      }),
      stat(view, {
        label: say(view, 'دسترس‌پذیری سامانه', 'Availability'),
        value: '—',
        state: 'no-data',
        note: say(view, 'پایش هنوز آغاز نشده است.', 'Probes have not begun.')
      })
    ])
  })
}

function terms(view: View): Html {
  const list = keyValues([
    {
      key: say(view, 'کد رهگیری', 'Tracking code'),
      value: code('SKO-1405-7K4M-2QX9')
    },
    {
      key: say(view, 'خدمت', 'Service'),
      value: say(view, 'مجوز تأسیس سازمان مردم‌نهاد', 'NGO licence')
    },
    {
      key: say(view, 'تلفن همراه', 'Mobile'),
      value: code('+98 915 123 4567'),
      action: html`<a href="#cards">${say(view, 'تغییر', 'Change')}</a>`
    },
    { key: say(view, 'هزینه', 'Fee'), value: say(view, '۱٬۲۵۰٬۰۰۰ ریال', '1,250,000 rials') },
    {
      key: say(view, 'نشانی', 'Address'),
      value: html`<a href="https://sko.ir"><bdi dir="ltr">https://sko.ir/eservices/ngo</bdi></a>`
    }
  ])
  const beside = keyValues(
    [
      { key: say(view, 'واحد', 'Unit'), value: say(view, 'امور اجتماعی', 'Social affairs') },
      {
        key: say(view, 'تأییدکننده', 'Approver'),
        value: say(view, 'مدیرکل امور اجتماعی', 'Director of social affairs')
      },
      { key: say(view, 'نسخه کارت', 'Card version'), value: code('10021234000@3') }
    ],
    { dense: true }
  )
  return section({
    id: 'terms',
    title: say(view, 'مشخصات، در دو ستون', 'Terms, in two columns'),
    body: columns(list, beside)
  })
}

function messages(view: View): Html {
  return section({
    id: 'messages',
    title: say(view, 'پیام‌ها', 'Messages'),
    body: html`${alert(view, {
      kind: 'success',
      still: true,
      title: say(view, 'درخواست شما ثبت شد', 'Your application is registered'),
      body: say(view, 'رسید را نگه دارید یا چاپ کنید.', 'Keep the receipt, or print it.'),
      actions: button(view, { text: say(view, 'دیدن رسید', 'See the receipt'), href: '#receipt' })
    })}
    ${alert(view, {
      kind: 'info',
      still: true,
      body: say(
        view,
        'توافق‌نامه پیشین در ۲۹ اسفند ۱۳۹۸ پایان یافته است؛ خدمت ادامه دارد.',
        'The former agreement ended on 29 Esfand 1398; the service goes on.'
      )
    })}
    ${alert(view, {
      kind: 'warning',
      still: true,
      title: say(view, 'سه روز تا سررسید مانده است', 'Three days to the due date'),
      body: say(view, 'دو مدرک هنوز نرسیده است.', 'Two documents have not come yet.')
    })}
    ${alert(view, {
      kind: 'error',
      still: true,
      title: say(
        view,
        'این درخواست را کس دیگری تصمیم گرفته است',
        'Someone else has decided this case'
      ),
      body: say(view, 'هیچ چیز تغییر نکرد.', 'Nothing was changed.')
    })}`
  })
}

function nothing(view: View): Html {
  return section({
    id: 'nothing',
    title: say(view, 'جای خالی و خطا', 'Empty places and errors'),
    body: html`${emptyState({
        title: say(view, 'هنوز درخواستی ندارید', 'You have no applications yet'),
        body: say(view, 'خدمت خود را پیدا کنید و درخواست دهید.', 'Find your service, and apply.'),
        actions: button(view, {
          text: say(view, 'یافتن خدمت', 'Find a service'),
          href: '/services'
        })
      })}
      <div class="card" id="error">
        ${html`${errorBody(view, {
          status: 404,
          title: say(view, 'چنین صفحه‌ای پیدا نشد', 'There is no such page'),
          text: html`<p>
            ${say(
              view,
              'شاید نشانی را ناتمام رونویسی کرده‌اید. اگر از پیوندی در این سامانه آمده‌اید، خطا از ماست.',
              'Perhaps the address was copied in part. If a link of this site led here, the fault is ours.'
            )}
          </p>`,
          reference: '01932f4c-77aa-7c1e',
          actions: actions(button(view, { text: say(view, 'صفحه نخست', 'Front page'), href: '/' }))
        })}`}
      </div>`
  })
}
