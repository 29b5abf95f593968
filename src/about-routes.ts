import { listAgreements } from './agreements/index.ts'
import { listServices } from './catalogue/index.ts'
import {
  type Html,
  type View,
  alert,
  galleryPage,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from './platform/html/index.ts'
import { type Context, type Lang, databaseAnswers, defineMessages } from './platform/index.ts'
import {
  type Server,
  cookieAttributes,
  cookieName,
  localPath,
  page
} from './platform/http/index.ts'
import { operationGroups, operationSummaries } from './operation-summaries.ts'

export const messages = defineMessages({
  aboutTitle: { fa: 'درباره این سامانه', en: 'About this system' },
  about: {
    fa: 'پیمان توافق‌نامه سطح خدمت میان دستگاه و مردم را اجرا می‌کند: هر بند آن زنده است و کنار هر بند نوشته شده است که رعایت می‌شود یا نه، با چه عددی و بر پایه کدام رویدادها.',
    en: 'Peyman runs the service-level agreement between a public body and its people: every clause is live, and beside it stands whether it is kept, by which number, from which facts.'
  },
  version: { fa: 'نسخه', en: 'Version' },
  sourceSee: { fa: 'متن برنامه این نصب', en: 'The source of this installation' },
  source: {
    fa: 'این برنامه آزاد است (AGPL-3.0-or-later)؛ هر کس آن را تغییر دهد و به کار گیرد، باید متن تغییریافته را در اختیار شما بگذارد.',
    en: 'This program is free software (AGPL-3.0-or-later): whoever runs a changed copy owes you its source.'
  },
  securitySee: { fa: 'گزارش رخنه امنیتی', en: 'Reporting a security flaw' },
  missing: {
    fa: 'در این نسخه هنوز نیست: پرسش و پاسخ، شکایت، داوری، اعتبار، نظرسنجی، سنجش رفتار برابر، و امضای توافق‌نامه و الحاقیه. بندهایی که به این‌ها وابسته‌اند «هنوز داده‌ای نیست» نشان می‌دهند.',
    en: 'Not in this version yet: questions and answers, complaints, arbitration, credits, surveys, the comparison of equal cases, and the signing of agreements and addenda. Clauses that need them show “no data yet”.'
  },
  logTitle: { fa: 'دفتر عمومی', en: 'The public log' },
  log: {
    fa: 'هر رویداد این سامانه برگی در دفتر عمومی دارد. برگ‌ها را نه دستگاه و نه گرداننده سامانه نمی‌تواند بی‌خبر عوض یا پاک کند: برنامه‌ای جدا دفتر را امضا می‌کند، دستگاه‌های دیگر می‌توانند گواه آن باشند و هر کس می‌تواند همه آن را بسنجد. نام و داده شخصی هیچ‌کس در آن نیست.',
    en: 'Every event of this system has a leaf in the public log. Neither the authority nor whoever runs the system can change or erase one unnoticed: a program of its own signs the log, other authorities can witness it, and anybody can check all of it. Nobody’s name or personal data is in it.'
  },
  logSee: { fa: 'دیدن دفتر', en: 'See the log' },
  logVerify: { fa: 'راستی‌آزمایی رسید', en: 'Check a receipt' },
  apiTitle: { fa: 'رابط برنامه‌نویسی', en: 'The API' },
  apiLead: {
    fa: 'هر کاری که در صفحه‌ها شدنی است، از راه رابط برنامه‌نویسی هم شدنی است. سند کامل آن در قالب OpenAPI 3.1 در نشانی زیر است.',
    en: 'Whatever the pages do, the API does too. Its whole description is an OpenAPI 3.1 document:'
  },
  apiErrors: {
    fa: 'خطاها در قالب RFC 9457 و با کد پایدار اعلام می‌شوند. به هر درخواست POST سرآیند Idempotency-Key بدهید تا تکرار آن دوباره انجام نشود. زمان‌ها در قالب RFC 3339 نوشته می‌شوند. کلید را با فرمان «peyman key create» بسازید و در سرآیند Authorization: Bearer بفرستید.',
    en: 'Errors are RFC 9457 problems with a stable code. Give every POST an Idempotency-Key, so that a repetition is not done twice. Times are RFC 3339. Make a key with “peyman key create” and send it as Authorization: Bearer.'
  },
  operations: { fa: 'عملیات', en: 'Operations' },
  operation: { fa: 'کار', en: 'What it does' },
  address: { fa: 'نشانی', en: 'Address' }
})

/** What belongs to no slice: the API's page, the gallery, health, and what robots ask for. */
export async function aboutRoutes(app: Server, context: Context): Promise<void> {
  page(app, { method: 'get', path: '/about' }, ({ view }) => {
    const t = messages.in(view.lang)
    const source = context.config.sourceUrl
    const body = html`<div class="grid gap-6">
      ${pageHead({ title: t.aboutTitle, lead: t.about })}
      ${alert(view, { kind: 'info', body: t.missing, still: true })}
      ${section({
        title: t.logTitle,
        body: html`<p class="prose">${t.log}</p>
          <p>
            ${link(view, { href: '/log', text: t.logSee })} ·
            ${link(view, { href: '/verify', text: t.logVerify })}
          </p>`
      })}
      <div class="prose">
        <p>
          ${t.source}
          ${source !== null && html`<a class="link" href="${source}">${t.sourceSee}</a>`}
        </p>
        <p>${link(view, { href: '/security', text: t.securitySee })}</p>
        <p>${t.version}: <bdi dir="ltr">0.1.0</bdi></p>
      </div>
    </div>`
    return layout(view, { title: t.aboutTitle, body })
  })
  apiPage(app)
  themeRoute(app)
  health(app, context)
  for (const [path, lines] of Object.entries(textFiles(context))) {
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send(`${lines().join('\n')}\n`)
    )
  }
  app.get('/sitemap.xml', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/xml; charset=utf-8').send(await sitemap(context))
  )
  if (context.config.demo) {
    page(app, { method: 'get', path: '/gallery' }, ({ view }) => galleryPage(view))
  }
}

const themes = ['light', 'dark', 'auto']
const themeSecondsMax = 31_536_000

/** Remembers how the reader wants pages to look; a GET, so that public pages need no CSRF cookie. */
function themeRoute(app: Server): void {
  page(app, { method: 'get', path: '/theme' }, ({ request, reply }) => {
    const { theme, back } = request.query as Record<string, unknown>
    if (typeof theme === 'string' && themes.includes(theme)) {
      const attributes = { ...cookieAttributes(app.edge), maxAge: themeSecondsMax }
      void reply.setCookie(cookieName(app.edge, 'theme'), theme, attributes)
    }
    void reply.redirect(localPath(back), 303)
    return undefined
  })
}

interface Operation {
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly summary: string
}

function apiPage(app: Server): void {
  page(app, { method: 'get', path: '/api' }, ({ view }) => {
    const t = messages.in(view.lang)
    const groups = Map.groupBy(operationsOf(app, view.lang), ({ tag }) => tag)
    const body = html`<div class="grid gap-6">
      ${pageHead({ title: t.apiTitle, lead: t.apiLead })}
      <p>
        <a class="link" href="/api/openapi.json"><bdi dir="ltr">/api/openapi.json</bdi></a>
      </p>
      <p class="prose">${t.apiErrors}</p>
      <h2>${t.operations}</h2>
      ${[...groups].map(([tag, operations]) => operationTable(view, tag, operations))}
    </div>`
    return layout(view, { title: t.apiTitle, body })
  })
}

/** The operations of the OpenAPI document, each told in the reader's language. */
function operationsOf(app: Server, lang: Lang): Operation[] {
  type Described = Partial<{ summary: string; operationId: string; tags: string[] }>
  return Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(([method, described]) => {
      const { summary = '', operationId = '', tags = [''] } = described
      const persian = operationSummaries[operationId] ?? summary
      return {
        method: method.toUpperCase(),
        path,
        tag: tags[0] ?? '',
        summary: lang === 'fa' ? persian : summary
      }
    })
  )
}

function operationTable(view: View, tag: string, operations: readonly Operation[]): Html {
  const t = messages.in(view.lang)
  const english = `${tag.charAt(0).toUpperCase()}${tag.slice(1)}`
  return table(view, {
    caption: view.lang === 'fa' ? (operationGroups[tag] ?? english) : english,
    dense: true,
    rows: operations,
    columns: [
      { key: 'summary', title: t.operation, cell: ({ summary }) => summary },
      {
        key: 'address',
        title: t.address,
        cell: ({ method, path }) =>
          html`<bdi dir="ltr" class="code code-long">${method} ${path}</bdi>`
      }
    ]
  })
}

function health(app: Server, context: Context): void {
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await databaseAnswers(context.db)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'database does not answer' })
  })
}

/** What everyone may read, in both languages, each naming the other. */
async function sitemap({ db, clock, config }: Context): Promise<string> {
  const services = await listServices(db, { at: clock.now() })
  const agreements = await listAgreements(db)
  const paths = [
    ...[
      '/',
      '/services',
      '/agreements',
      '/promises',
      '/promises/formulas',
      '/promises/unit-costs',
      '/statistics',
      '/status',
      '/alerts',
      '/notices',
      '/notices/subscribe',
      '/report',
      '/log',
      '/log/directory',
      '/verify',
      '/verify/letter',
      '/letters/reader-code',
      '/data-policy',
      '/about',
      '/security',
      '/api'
    ],
    ...services.map(({ service }) => `/services/${service}`),
    ...agreements.map(({ agreement }) => `/agreements/${agreement}`)
  ]
  const entries = paths.flatMap((path) => {
    const [fa, en] = [config.origin + path, `${config.origin}/en${path === '/' ? '' : path}`]
    const links = alternate('fa', fa) + alternate('en', en)
    return [fa, en].map((address) => `<url><loc>${address}</loc>${links}</url>`)
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>'
  ].join('\n')
}

function alternate(lang: Lang, href: string): string {
  return `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`
}

/** Pages of those who signed in: there is nothing on them for a robot. */
const closedPaths = [
  '/desk',
  '/cases',
  '/drafts',
  '/account',
  '/mailbox',
  '/mine',
  '/things',
  '/operator',
  '/claim'
]

function textFiles({ config }: Context): Record<string, () => string[]> {
  const { origin } = config
  return {
    '/robots.txt': () => [
      'User-agent: *',
      ...closedPaths.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]),
      `Sitemap: ${origin}/sitemap.xml`
    ]
  }
}
