import type { Mail } from '../channels/index.ts'
import { paragraphsOf, plainLine } from '../kernel/notices/index.ts'
import { formatJalaliDateTime } from '../kernel/persian/index.ts'
import { formHref } from '../platform/html/index.ts'
import { kindMessages } from './messages.ts'
import { mailMessages } from './messages-subscription.ts'
import { type Notice, noticePath } from './notice.ts'
import type { ServiceName } from './service-name-store.ts'
import { type MailToken, type Subscription, tokenText } from './subscription.ts'

/** From where mails come, and where their links lead. */
interface Place {
  /** The public address, without a slash at the end. */
  readonly origin: string
}

/** The question to the owner of an address whether they want to be told of notices. */
export function questionMail(
  asked: Pick<Subscription, 'id' | 'address' | 'lang'>,
  token: MailToken,
  { origin }: Place
): Mail {
  const t = mailMessages.in(asked.lang)
  const link = `${origin}${formHref(asked, `/notices/subscriptions/confirm/${tokenText(token)}`)}`
  return {
    to: asked.address,
    subject: t.askSubject,
    text: [t.ask, link, t.askElse].join('\n\n'),
    messageId: `ask-${asked.id}-${token.secret.slice(0, 8)}@${hostOf(origin)}`,
    headers: { 'Auto-Submitted': 'auto-generated' }
  }
}

/** What the mail of a notice is made of. */
export interface NoticeMail extends Place {
  readonly notice: Notice
  readonly to: Pick<Subscription, 'address' | 'lang'>
  readonly subscription: string
  readonly token: MailToken
  readonly authority: string
  readonly services: ReadonlyMap<string, ServiceName>
}

/**
 * A version of a notice as a mail, with the way out of the subscription: in the text, and for the
 * reader's program in its headers (RFC 2369, one click by RFC 8058).
 */
export function noticeMail(input: NoticeMail): Mail {
  const { notice, to, origin, token } = input
  const t = mailMessages.in(to.lang)
  const address = `${origin}${formHref(to, noticePath(notice.id))}`
  const end = `${origin}${formHref(to, `/notices/subscriptions/end/${tokenText(token)}`)}`
  const kind = kindMessages.in(to.lang)[notice.kind]
  const title = plainLine(notice.title[to.lang])
  const correction = notice.version > 1 ? `${t.corrected}: ` : ''
  const lines = [
    `${input.authority} · ${kind}`,
    `${correction}${title}`,
    ...paragraphsOf(notice.body[to.lang]),
    ...facts(input),
    `${t.read}: ${address}`,
    `-- \n${t.end}: ${end}`
  ]
  const version = `${notice.id}-${String(notice.version)}`
  return {
    to: to.address,
    subject: `${kind}: ${correction}${title}`,
    text: lines.join('\n\n'),
    messageId: `notice-${version}-${input.subscription}@${hostOf(origin)}`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Id': `<notices.${hostOf(origin)}>`,
      'List-Unsubscribe': `<${end}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
    }
  }
}

function facts({ notice, to, services }: NoticeMail): string[] {
  const t = mailMessages.in(to.lang)
  const names = notice.services.map((code) => services.get(code)?.title[to.lang] ?? code)
  const between = to.lang === 'fa' ? '، ' : ', '
  return [
    ...(notice.effectiveAt === null
      ? []
      : [`${t.effectiveAt}: ${formatJalaliDateTime(notice.effectiveAt, to.lang)}`]),
    ...(names.length === 0 ? [] : [`${t.services}: ${names.join(between)}`])
  ]
}

/** The host alone: mail programs know no port in an id. */
function hostOf(origin: string): string {
  const { hostname } = new URL(origin)
  return hostname.replaceAll(/[[\]:]/g, '')
}
