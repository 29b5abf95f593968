import type { Authority } from '../../people/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  button,
  field,
  form,
  html,
  join,
  layout,
  link,
  pageHead
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { kindMessages, messages } from '../messages.ts'
import { subscriptionMessages } from '../messages-subscription.ts'
import { noticeKinds } from '../notice.ts'
import type { ServiceName } from '../service-name-store.ts'
import { feedFormats, feedLinks } from './feed-links.ts'

/** What the form shows. */
export interface SubscribeForm {
  readonly isMailSetUp: boolean
  readonly isSignedIn: boolean
  readonly authorities: readonly Authority[]
  readonly services: readonly ServiceName[]
  readonly typed: {
    readonly address: string
    readonly authority: string
    readonly services: readonly string[]
    readonly kinds: readonly string[]
  }
  readonly problems: readonly FieldProblem[]
  readonly refusal?: string
}

/** The form with which anybody asks to be told of notices by e-mail. */
export function subscribePage(view: View, shown: SubscribeForm): Html {
  const t = subscriptionMessages.in(view.lang)
  return layout(view, {
    title: t.title,
    hasProblems: shown.problems.length > 0,
    head: feedLinks(view),
    breadcrumbs: [
      { href: '/', text: messages.in(view.lang).home },
      { href: '/notices', text: messages.in(view.lang).title },
      { href: '/notices/subscribe', text: t.title }
    ],
    body: html`
      ${pageHead({
        title: t.title,
        ...(shown.isMailSetUp ? { lead: t.lead } : {}),
        actions:
          shown.isSignedIn &&
          button(view, { href: '/notices/subscriptions', text: t.own, kind: 'quiet' })
      })}
      ${shown.refusal !== undefined && alert(view, { kind: 'error', body: shown.refusal })}
      ${shown.isMailSetUp ? mailForm(view, shown) : noMail(view)}
    `
  })
}

function noMail(view: View): Html {
  const t = subscriptionMessages.in(view.lang)
  return alert(view, {
    kind: 'info',
    still: true,
    title: t.noMailTitle,
    body: t.noMail,
    actions: join(
      feedFormats.map(({ ending, name }) =>
        button(view, { href: `/notices.${ending}`, text: name })
      )
    )
  })
}

function mailForm(view: View, { typed, authorities, services, problems }: SubscribeForm): Html {
  const t = subscriptionMessages.in(view.lang)
  const { lang } = view
  const bodies = authorities.map(({ id, shortTitle }) => ({ value: id, text: shortTitle[lang] }))
  return form(view, {
    action: '/notices/subscribe',
    problems,
    body: html`${field(view, {
      type: 'e-mail',
      name: 'address',
      label: t.address,
      help: t.privacy,
      value: typed.address,
      autocomplete: 'email',
      problems,
      width: 'medium'
    })}
    ${field(view, {
      type: 'choice',
      name: 'authority',
      label: t.authority,
      value: typed.authority,
      choices: [{ value: '', text: t.anyAuthority }, ...bodies],
      problems
    })}
    ${field(view, {
      type: 'choices',
      name: 'kinds',
      label: t.kinds,
      help: t.kindsHelp,
      required: false,
      value: typed.kinds,
      choices: noticeKinds.map((value) => ({ value, text: kindMessages.in(lang)[value] })),
      problems
    })}
    ${
      services.length > 0 &&
      field(view, {
        type: 'choices',
        name: 'services',
        label: t.services,
        help: t.servicesHelp,
        required: false,
        value: typed.services,
        choices: services.map(({ code, title }) => ({ value: code, text: title[lang] })),
        problems
      })
    }`,
    submit: { text: t.subscribe, icon: 'letter' }
  })
}

/** A page that says what was done, or that a mail is on its way. */
export function saidPage(
  view: View,
  said: { readonly title: string; readonly text: string; readonly isDone: boolean }
): Html {
  const t = subscriptionMessages.in(view.lang)
  return layout(view, {
    title: said.title,
    robots: 'noindex',
    body: html`${pageHead({ title: said.title })}
    ${alert(view, { kind: said.isDone ? 'success' : 'info', still: true, title: said.title, body: said.text })}
    ${actions(
      link(view, { href: '/notices', text: messages.in(view.lang).showAll }),
      link(view, { href: '/notices/subscribe', text: t.again })
    )}`
  })
}
