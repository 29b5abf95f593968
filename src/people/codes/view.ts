import {
  type Html,
  type View,
  alert,
  code,
  emptyState,
  field,
  form,
  hidden,
  html,
  inDigits,
  layout,
  link,
  pageHead
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { ContactAddress } from '../contact/contact.ts'
import { messages } from './messages.ts'

/** Which channels messages can be sent by. */
export interface Channels {
  readonly mail: boolean
  readonly sms: boolean
}

/** A form that asks for an address to send a code to. */
export interface AddressForm {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly channels: Channels
  readonly next: string
  readonly typed?: string
  readonly problems?: readonly FieldProblem[]
  /** What stands under the form. */
  readonly after?: Html | null
}

/** The page that asks where a code shall go. */
export function addressPage(view: View, page: AddressForm): Html {
  const t = messages.in(view.lang)
  const { channels } = page
  const label =
    channels.mail && channels.sms ? t.address : channels.mail ? t.addressMailOnly : t.addressSmsOnly
  const asked = form(view, {
    action: page.action,
    problems: page.problems,
    body: html`${hidden('next', page.next)}${field(view, {
      type: 'text',
      name: 'address',
      label,
      help: channels.mail && channels.sms ? t.addressHelp : undefined,
      value: page.typed,
      required: true,
      lengthMax: 254,
      width: 'medium',
      problems: page.problems,
      autocomplete: channels.sms && !channels.mail ? 'tel' : 'username',
      attributes: { dir: 'ltr', spellcheck: 'false' }
    })}`,
    submit: { text: t.send }
  })
  const isAny = channels.mail || channels.sms
  const body = html`${pageHead({ title: page.title, lead: page.lead })}
  ${isAny ? asked : alert(view, { kind: 'info', body: t.noChannel, still: true })}
  ${isAny && html`<p class="prose mt-6">${t.risk}</p>`} ${page.after}`
  return layout(view, { title: page.title, body, robots: 'noindex' })
}

/** A form that asks for the code. */
export interface CodeForm {
  readonly title?: string
  readonly action: string
  /** Where another code can be asked for. */
  readonly back: string
  readonly sentTo: ContactAddress | null
  readonly next: string
  readonly problems?: readonly FieldProblem[]
}

/** The page that asks for the code. It tells where the code went, which this browser itself had said. */
export function codePage(view: View, page: CodeForm): Html {
  const t = messages.in(view.lang)
  const title = page.title ?? t.entryTitle
  const again = link(view, { href: page.back, text: t.another })
  if (page.sentTo === null) {
    const body = html`${pageHead({ title })}
    ${emptyState({ title: t.nothingAsked, actions: again })}`
    return layout(view, { title, body, robots: 'noindex' })
  }
  const asked = form(view, {
    action: page.action,
    problems: page.problems,
    body: html`${hidden('next', page.next)}${field(view, {
      type: 'text',
      name: 'code',
      label: t.code,
      help: t.codeHelp,
      required: true,
      lengthMax: 12,
      width: 'short',
      problems: page.problems,
      autocomplete: 'one-time-code',
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })}`,
    submit: { text: t.check },
    more: again
  })
  const lead = t.entryLead(addressText(view, page.sentTo))
  const body = html`${pageHead({ title, lead })}${asked}`
  return layout(view, { title, body, robots: 'noindex' })
}

/** An address as people write it: a mobile number as it is dialled. */
export function addressText(view: View, { channel, address }: ContactAddress): string {
  return channel === 'sms' ? inDigits(view.lang, address.replace(/^\+98/, '0')) : address
}

/** An address in the direction in which it is read. */
export function addressCode(view: View, address: ContactAddress): Html {
  return code(addressText(view, address))
}

/** What was typed into the form of a new account, and what is wrong with it. */
export interface SignUpForm {
  readonly address: ContactAddress
  readonly next: string
  readonly typed: Readonly<Record<'name' | 'nationalId' | 'foreignerCode', string>>
  readonly problems?: readonly FieldProblem[]
}

/** The page that makes an account for a proven address. */
export function signUpPage(view: View, page: SignUpForm): Html {
  const t = messages.in(view.lang)
  const { problems, typed } = page
  const asked = form(view, {
    action: '/sign-up',
    problems,
    body: html`${hidden('next', page.next)}
    ${field(view, {
      type: 'text',
      name: 'name',
      label: t.name,
      value: typed.name,
      required: true,
      lengthMax: 120,
      problems,
      autocomplete: 'name'
    })}
    ${field(view, {
      type: 'national-id',
      name: 'nationalId',
      label: t.nationalId,
      help: t.identifierHelp,
      value: typed.nationalId,
      required: false,
      problems,
      width: 'medium'
    })}
    ${field(view, {
      type: 'text',
      name: 'foreignerCode',
      label: t.foreignerCode,
      help: t.identifierHelp,
      value: typed.foreignerCode,
      required: false,
      lengthMax: 24,
      problems,
      width: 'medium',
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })}`,
    submit: { text: t.make }
  })
  const lead = t.signUpLead(addressText(view, page.address))
  return layout(view, {
    title: t.signUp,
    body: html`${pageHead({ title: t.signUp, lead })}${asked}`,
    robots: 'noindex'
  })
}
