import { z } from 'zod'
import { listAuthorities } from '../../people/index.ts'
import { type Context, Refusal } from '../../platform/index.ts'
import {
  type FastifyReply,
  type FastifyRequest,
  type Page,
  type PageAnswer,
  type Server,
  SignInRequiredError,
  page,
  redirect
} from '../../platform/http/index.ts'
import { HourlyLimit } from '../hourly-limit.ts'
import { subscriptionMessages } from '../messages-subscription.ts'
import { noticeKinds } from '../notice.ts'
import { TooManySubscriptionsError } from '../refusals.ts'
import { serviceNames } from '../service-name-store.ts'
import {
  askSubscription,
  confirmSubscription,
  endOwnSubscription,
  endSubscription,
  openLink
} from '../subscribe.ts'
import type { Subscription } from '../subscription.ts'
import { subscriptionsOf } from '../subscription-store.ts'
import { type SubscribeForm, saidPage, subscribePage } from '../views/subscribe-page.ts'
import {
  type ShownSubscription,
  confirmPage,
  endPage,
  ownSubscriptionsPage
} from '../views/subscription-pages.ts'

const questionsPerHourMax = 10

const text = z.string().catch('')
const texts = z.union([z.array(z.string()), z.string().transform((each) => [each])]).catch([])
const wish = z.object({
  address: text,
  authority: text,
  services: texts,
  kinds: texts
})

/** The pages on which people subscribe to notices, confirm it and end it. */
export function subscriptionPages(app: Server, context: Context): void {
  const limit = new HourlyLimit(questionsPerHourMax)
  page(app, { method: 'get', path: '/notices/subscribe' }, async (it) => {
    const asked = wish.parse(it.request.query)
    const email = it.request.session?.person.email
    const typed = { ...asked, address: email ?? '' }
    return subscribePage(it.view, await formOf(context, it, { typed, problems: [] }))
  })
  page(app, { method: 'post', path: '/notices/subscribe' }, (it) => takeWish(context, limit, it))
  page(app, { method: 'get', path: '/notices/subscribe/sent' }, ({ view, lang }) => {
    const t = subscriptionMessages.in(lang)
    return saidPage(view, { title: t.sentTitle, text: t.sent, isDone: false })
  })
  confirmRoutes(app, context)
  endRoutes(app, context)
  ownRoutes(app, context)
}

async function formOf(
  context: Context,
  { request }: Page,
  typed: Pick<SubscribeForm, 'typed' | 'problems'>
): Promise<SubscribeForm> {
  const [authorities, services] = await Promise.all([
    listAuthorities(context.db),
    serviceNames(context.db)
  ])
  return {
    ...typed,
    authorities,
    services: Array.from(services.values()),
    isMailSetUp: context.config.mail !== null,
    isSignedIn: request.session !== null
  }
}

async function takeWish(context: Context, limit: HourlyLimit, it: Page): Promise<PageAnswer> {
  const typed = wish.parse(it.request.body)
  try {
    if (!limit.take(it.request.ip, context.clock.now())) throw new TooManySubscriptionsError()
    await askSubscription(context, {
      address: typed.address,
      authority: typed.authority === '' ? null : typed.authority,
      services: typed.services,
      kinds: noticeKinds.filter((kind) => typed.kinds.includes(kind)),
      lang: it.lang,
      person: it.request.session?.person.id ?? null
    })
    return redirect(it, '/notices/subscribe/sent')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    void it.reply.code(error.status)
    const form = await formOf(context, it, { typed, problems: error.fields })
    const refusal = error.fields.length === 0 ? { refusal: error.text[it.lang] } : {}
    return subscribePage(it.view, { ...form, ...refusal })
  }
}

function tokenOf({ params }: FastifyRequest): string {
  return (params as { token: string }).token
}

/** The address of such a page is a secret of its reader: it is kept nowhere and told to nobody. */
function keepSecret(request: FastifyRequest, reply: FastifyReply): void {
  request.isPersonal = true
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
}

async function shownOf(
  context: Context,
  it: Pick<Page, 'lang'>,
  { subscription, action }: { readonly subscription: Subscription; readonly action: string }
): Promise<ShownSubscription> {
  const authorities = await listAuthorities(context.db)
  return {
    subscription,
    action,
    authorities: new Map(authorities.map(({ id, shortTitle }) => [id, shortTitle[it.lang]])),
    services: await serviceNames(context.db)
  }
}

/** Programs follow links before their readers do: only the button confirms. */
function confirmRoutes(app: Server, context: Context): void {
  const path = '/notices/subscriptions/confirm/:token'
  page(app, { method: 'get', path }, async (it) => {
    keepSecret(it.request, it.reply)
    const subscription = await openLink(context, tokenOf(it.request), 'confirm')
    const action = path.replace(':token', tokenOf(it.request))
    return confirmPage(it.view, await shownOf(context, it, { subscription, action }))
  })
  page(app, { method: 'post', path }, async ({ view, lang, request, reply }) => {
    keepSecret(request, reply)
    await confirmSubscription(context, tokenOf(request))
    const t = subscriptionMessages.in(lang)
    return saidPage(view, { title: t.confirmedTitle, text: t.confirmed, isDone: true })
  })
}

/**
 * The end of a subscription: a page with a button, and for mail programs one request (RFC 8058), which
 * has no cookie and no token of a form; the link alone is the proof.
 */
function endRoutes(app: Server, context: Context): void {
  const path = '/notices/subscriptions/end/:token'
  page(app, { method: 'get', path }, async (it) => {
    keepSecret(it.request, it.reply)
    const subscription = await openLink(context, tokenOf(it.request), 'unsubscribe')
    const action = path.replace(':token', tokenOf(it.request))
    return endPage(it.view, await shownOf(context, it, { subscription, action }))
  })
  for (const url of [path, `/en${path}`]) {
    app.post(url, { schema: { hide: true } }, async (request, reply) => {
      keepSecret(request, reply)
      await endSubscription(context, tokenOf(request))
      const view = app.viewOf(request, reply)
      const t = subscriptionMessages.in(view.lang)
      const said = saidPage(view, { title: t.endedTitle, text: t.ended, isDone: true })
      return reply.type('text/html; charset=utf-8').send(said.toString())
    })
  }
}

function ownRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/notices/subscriptions' }, async (it) => {
    const { session } = it.request
    if (session === null) throw new SignInRequiredError()
    const subscriptions = await subscriptionsOf(context.db, session.person.id)
    const authorities = await listAuthorities(context.db)
    return ownSubscriptionsPage(it.view, {
      subscriptions,
      authorities: new Map(authorities.map(({ id, shortTitle }) => [id, shortTitle[it.lang]])),
      services: await serviceNames(context.db)
    })
  })
  page(app, { method: 'post', path: '/notices/subscriptions/:id/end' }, async (it) => {
    const { session, params } = it.request
    if (session === null) throw new SignInRequiredError()
    await endOwnSubscription(context, session.person.id, (params as { id: string }).id)
    const { endedTitle } = subscriptionMessages.in(it.lang)
    return redirect(it, '/notices/subscriptions', { kind: 'success', text: endedTitle })
  })
}
