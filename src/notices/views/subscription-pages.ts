import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Html,
  type Speaks,
  type View,
  badge,
  button,
  csrfField,
  formHref,
  html,
  layout,
  pageHead,
  postButton,
  table
} from '../../platform/html/index.ts'
import { kindMessages, messages } from '../messages.ts'
import { subscriptionMessages } from '../messages-subscription.ts'
import type { Subscription } from '../subscription.ts'
import { type ServiceNames, serviceText } from './words.ts'

/** What the pages of single subscriptions are given. */
export interface ShownSubscription {
  readonly subscription: Subscription
  readonly authorities: ReadonlyMap<string, string>
  readonly services: ServiceNames
  /** Path that the answer is posted to. */
  readonly action: string
}

/** Asks the owner of an address whether they want to be told of notices. */
export function confirmPage(view: View, shown: ShownSubscription): Html {
  const t = subscriptionMessages.in(view.lang)
  return questionPage(view, {
    title: t.confirmTitle,
    lead: t.confirmLead(shown.subscription.address),
    body: html`<p>${wishText(view, shown)}</p>
      <form method="post" action="${formHref(view, shown.action)}">
        ${csrfField(view)}${button(view, { text: t.confirm, kind: 'primary' })}
      </form>`
  })
}

/** Asks whoever followed the link of a mail whether the subscription is to end; no token but the link's. */
export function endPage(view: View, shown: ShownSubscription): Html {
  const t = subscriptionMessages.in(view.lang)
  return questionPage(view, {
    title: t.endTitle,
    lead: t.endLead(shown.subscription.address),
    body: html`<p>${wishText(view, shown)}</p>
      <form method="post" action="${formHref(view, shown.action)}">
        ${button(view, { text: t.end, kind: 'primary' })}
      </form>`
  })
}

function questionPage(
  view: View,
  asked: { readonly title: string; readonly lead: string; readonly body: Html }
): Html {
  return layout(view, {
    title: asked.title,
    robots: 'noindex',
    body: html`${pageHead({ title: asked.title, lead: asked.lead })} ${asked.body}`
  })
}

/** What somebody wants to be told of, in words. */
function wishText(
  view: Speaks,
  {
    subscription,
    authorities,
    services
  }: Pick<ShownSubscription, 'subscription' | 'authorities' | 'services'>
): string {
  const { authority, kinds, services: codes } = subscription
  const words = [
    ...(authority === null ? [] : [authorities.get(authority) ?? authority]),
    ...kinds.map((kind) => kindMessages.in(view.lang)[kind]),
    ...codes.map((code) => serviceText(view, code, services))
  ]
  if (words.length === 0) return subscriptionMessages.in(view.lang).allNotices
  return words.join(view.lang === 'fa' ? '، ' : ', ')
}

/** The subscriptions that a person asked for while signed in. */
export function ownSubscriptionsPage(
  view: View,
  shown: Pick<ShownSubscription, 'authorities' | 'services'> & {
    readonly subscriptions: readonly Subscription[]
  }
): Html {
  const t = subscriptionMessages.in(view.lang)
  return layout(view, {
    title: t.own,
    robots: 'noindex',
    breadcrumbs: [
      { href: '/', text: messages.in(view.lang).home },
      { href: '/notices', text: messages.in(view.lang).title },
      { href: '/notices/subscriptions', text: t.own }
    ],
    body: html`${pageHead({
      title: t.own,
      actions: button(view, { href: '/notices/subscribe', text: t.title, icon: 'plus' })
    })}
    ${table<Subscription>(view, {
      caption: t.own,
      captionHidden: true,
      rows: shown.subscriptions,
      empty: t.ownEmpty,
      columns: [
        {
          key: 'wish',
          title: t.wish,
          rowHead: true,
          cell: (subscription) => wishText(view, { ...shown, subscription })
        },
        { key: 'address', title: t.address, cell: ({ address }) => html`<bdi>${address}</bdi>` },
        {
          key: 'asked',
          title: t.askedAt,
          cell: ({ askedAt }) => formatJalaliDateTime(askedAt, view.lang)
        },
        {
          key: 'state',
          title: t.state,
          cell: ({ confirmedAt }) =>
            confirmedAt === null
              ? badge(view, 'paused', t.waiting)
              : badge(view, 'running', t.active)
        },
        {
          key: 'end',
          title: t.end,
          titleHidden: true,
          cell: ({ id }) =>
            postButton(view, {
              action: `/notices/subscriptions/${id}/end`,
              text: t.end,
              size: 'small'
            })
        }
      ]
    })}`
  })
}
