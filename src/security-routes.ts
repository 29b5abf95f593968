import {
  type Html,
  type View,
  alert,
  html,
  layout,
  pageHead,
  section
} from './platform/html/index.ts'
import { type Context, defineMessages } from './platform/index.ts'
import { type Server, page } from './platform/http/index.ts'

export const messages = defineMessages({
  title: { fa: 'گزارش رخنه امنیتی', en: 'Reporting a security flaw' },
  lead: {
    fa: 'اگر راهی یافته‌اید که کسی با آن به داده دیگران برسد، به جای دیگری کاری کند یا سامانه را از کار بیندازد، پیش از آنکه جایی منتشر شود به ما بگویید.',
    en: 'If you found a way to reach the data of others, to act in their name or to bring this system down, please tell us before it is published.'
  },
  contactTitle: { fa: 'به چه نشانی', en: 'Where to write' },
  none: {
    fa: 'گرداننده این نصب هنوز نشانی‌ای برای گزارش رخنه نداده است. به دستگاهی بنویسید که این سامانه از آن اوست؛ نشانی دستگاه‌ها در شناسنامه هر خدمت آمده است. رخنه را در فرم گزارش خرابی ننویسید: کارکنان دیگر هم آن را می‌خوانند.',
    en: 'Whoever runs this installation has not named an address for such reports. Write to the body that this system belongs to; the card of each service names it. Do not use the form for failure reports: other staff read those too.'
  },
  howTitle: { fa: 'چه بنویسید', en: 'What to write' },
  how: {
    fa: 'نشانی صفحه، کاری که کردید و آنچه دیدید؛ اگر صفحه خطا «شناسه خطا» داشت آن را هم بنویسید. داده کسی را نفرستید و بیش از آنچه برای نشان دادن رخنه لازم است نخوانید و چیزی را عوض نکنید.',
    en: 'The address of the page, what you did and what you saw; and the error id, if a page showed one. Send nobody’s data, read no more than shows the flaw, and change nothing.'
  },
  tryTitle: { fa: 'کجا بیازمایید', en: 'Where to try' },
  tryText: {
    fa: 'دستگاه آزمایشی «sandbox» در هر نصب هست و همه آدم‌هایش ساختگی‌اند؛ یک نسخه نمایشی هم روی رایانه خودتان اجرا می‌شود.',
    en: 'Every installation has the authority “sandbox”, whose people are all invented; and a demonstration runs on your own computer.'
  },
  file: { fa: 'همین به زبان برنامه‌ها', en: 'The same for programs' }
})

const validHours = 180 * 24

/** Whom to tell of a flaw: a page for people, and RFC 9116 for programs. */
export function securityRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/security' }, ({ view }) =>
    layout(view, { title: messages.in(view.lang).title, body: securityPage(view, context) })
  )
  app.get('/.well-known/security.txt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(`${securityText(context).join('\n')}\n`)
  )
}

function securityText({ config, clock }: Context): string[] {
  const { origin, securityContacts } = config
  // Where nobody named an address, the page says so; the specification asks for a contact in any case.
  const contacts = securityContacts.length > 0 ? securityContacts : [`${origin}/security`]
  // RFC 9116: less than a year ahead, so that a forgotten copy does not stay believed.
  const expires = clock.now().add({ hours: validHours }).round('hour')
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toString()}`,
    'Preferred-Languages: fa, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/security`
  ]
}

function securityPage(view: View, { config }: Context): Html {
  const t = messages.in(view.lang)
  const contacts = config.securityContacts
  return html`<div class="grid gap-6">
    ${pageHead({ title: t.title, lead: t.lead })}
    ${section({
      title: t.contactTitle,
      body:
        contacts.length === 0
          ? alert(view, { kind: 'warning', body: t.none, still: true })
          : html`<ul class="list-disc ps-6">
              ${contacts.map(
                (contact) =>
                  html`<li>
                    <a class="link" href="${contact}"
                      ><bdi dir="ltr">${contact.replace(/^(mailto|tel):/, '')}</bdi></a
                    >
                  </li>`
              )}
            </ul>`
    })}
    ${section({ title: t.howTitle, body: html`<p class="prose">${t.how}</p>` })}
    ${section({ title: t.tryTitle, body: html`<p class="prose">${t.tryText}</p>` })}
    <p><a class="link" href="/.well-known/security.txt">${t.file}</a></p>
  </div>`
}
