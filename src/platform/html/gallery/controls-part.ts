import { actions, button, link, postButton } from '../components/button.ts'
import { section } from '../components/card.ts'
import { searchBox, tabs, tree } from '../components/navigation.ts'
import { badge, type State, tag } from '../components/state.ts'
import { dialog, disclosure } from '../components/dialog.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { say } from './say.ts'

const states: readonly State[] = [
  'kept',
  'at-risk',
  'broken',
  'no-data',
  'not-measurable',
  'enforced',
  'attested',
  'survey',
  'definition',
  'draft',
  'signed',
  'in-force',
  'expired',
  'new',
  'running',
  'paused',
  'returned',
  'overdue',
  'granted',
  'refused',
  'withdrawn',
  'delivered',
  'complete',
  'missing',
  'up',
  'down',
  'planned'
]

/** Buttons, links, badges, ways around, dialogs. */
export function controlsPart(view: View): Html {
  return html`${buttons(view)} ${badges(view)} ${ways(view)} ${dialogs(view)}`
}

function buttons(view: View): Html {
  const apply = say(view, 'ثبت درخواست', 'Apply for this service')
  const save = say(view, 'ذخیره پیش‌نویس', 'Save the draft')
  return section({
    id: 'buttons',
    title: say(view, 'دکمه‌ها و پیوندها', 'Buttons and links'),
    body: html`${actions(
        button(view, { text: apply, kind: 'primary', icon: 'pencil' }),
        button(view, { text: save }),
        button(view, { text: say(view, 'چاپ', 'Print'), kind: 'quiet', icon: 'print' }),
        button(view, { text: say(view, 'انصراف از درخواست', 'Withdraw'), kind: 'danger' }),
        button(view, { text: say(view, 'غیرفعال', 'Not available'), disabled: true })
      )}
      ${actions(
        button(view, {
          text: say(view, 'شروع کنید', 'Start now'),
          kind: 'primary',
          size: 'large',
          icon: 'forward',
          href: '/gallery#form'
        }),
        postButton(view, {
          action: '/gallery',
          text: say(view, 'برداشتن از صف', 'Take from the queue'),
          size: 'small'
        }),
        button(view, {
          text: say(view, 'چاپ رسید', 'Print the receipt'),
          icon: 'print',
          iconOnly: true,
          size: 'small'
        })
      )}
      <p>
        ${say(view, 'پیوند در متن: ', 'A link in a text: ')}${link(view, {
          href: '/agreements',
          text: say(view, 'توافق‌نامه سطح خدمت استانداری', 'The service level agreement')
        })}
        ·
        ${link(view, {
          href: 'https://sko.ir',
          text: say(view, 'درگاه استانداری', 'The Governorate’s portal'),
          icon: 'external'
        })}
      </p>`
  })
}

function badges(view: View): Html {
  return section({
    id: 'badges',
    title: say(view, 'وضعیت‌ها', 'States'),
    lead: say(
      view,
      'رنگ هرگز تنها نیست: نشان و واژه همراه آن است.',
      'Colour is never alone: an icon and a word go with it.'
    ),
    body: html`<ul class="actions">
      ${states.map((state) => html`<li>${badge(view, state)}</li>`)}
      <li>${tag({ text: say(view, 'از راه پست', 'By post'), icon: 'letter' })}</li>
      <li>${tag({ text: say(view, 'دفتر پیشخوان', 'Counter office'), tone: 'quiet' })}</li>
    </ul>`
  })
}

function ways(view: View): Html {
  return section({
    id: 'ways',
    title: say(view, 'راه‌ها', 'Ways around'),
    body: html`${tabs(view, {
      label: say(view, 'بخش‌های درخواست', 'Parts of the case'),
      items: [
        { href: '/gallery#ways', text: say(view, 'وضعیت', 'State'), current: true },
        {
          href: '/gallery#data',
          text: say(view, 'مدارک', 'Documents'),
          count: say(view, '۴', '4')
        },
        { href: '/gallery#progress', text: say(view, 'رویدادها', 'Events') },
        { href: '/gallery#forms', text: say(view, 'چه کسی دیده است', 'Who looked') }
      ]
    })}
    ${searchBox(view, {
      action: '/services',
      label: say(view, 'چه خدمتی می‌خواهید؟', 'Which service do you need?'),
      hint: say(view, 'مانند «مجوز» یا «اتباع خارجی»', 'Such as “licence” or “foreign nationals”'),
      large: true
    })}
    ${serviceTree(view)}`
  })
}

function serviceTree(view: View): Html {
  return tree(view, {
    label: say(view, 'خدمات', 'Services'),
    items: [
      {
        text: say(view, 'امور اجتماعی', 'Social affairs'),
        open: true,
        items: [
          { text: say(view, 'سازمان مردم‌نهاد', 'NGOs'), href: '/gallery#ways', current: true },
          { text: say(view, 'اتباع خارجی', 'Foreign nationals'), href: '/services' }
        ]
      },
      {
        text: say(view, 'سرمایه‌گذاری', 'Investment'),
        items: [{ text: say(view, 'مجوز سرمایه‌گذاری', 'Investment permit'), href: '/services' }]
      },
      { text: say(view, 'درخواست دیدار با استاندار', 'Meeting the Governor'), href: '/services' }
    ]
  })
}

function dialogs(view: View): Html {
  return section({
    id: 'dialogs',
    title: say(view, 'پنجره‌ها و تاشوها', 'Dialogs and disclosures'),
    body: html`${dialog(view, {
      id: 'withdraw',
      open: { text: say(view, 'انصراف از درخواست', 'Withdraw the application') },
      title: say(view, 'از این درخواست انصراف می‌دهید؟', 'Withdraw this application?'),
      body: html`<p>
        ${say(
          view,
          'پرونده بسته می‌شود، ولی رویدادها و رسید شما می‌ماند. می‌توانید دوباره درخواست دهید.',
          'The case is closed, but its facts and your receipt stay. You can apply again.'
        )}
      </p>`,
      actions: button(view, { text: say(view, 'بلی، انصراف', 'Yes, withdraw'), kind: 'danger' })
    })}
    ${disclosure({
      summary: say(view, 'چرا کد ملی می‌خواهیم؟', 'Why do we ask for the national id?'),
      body: html`<p>
        ${say(
          view,
          'تا رسید و نتیجه تنها به خود شما برسد. آن را در رویدادها نمی‌نویسیم.',
          'So that the receipt and the result reach only you. It is never written into a fact.'
        )}
      </p>`
    })}`
  })
}
