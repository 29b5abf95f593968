import type { Transporter } from 'nodemailer'
import type { MailConfig } from '../config.ts'

/** One mail to one reader, in plain text. */
export interface Mail {
  /** An address alone; see {@link isMailAddress}. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Without its angle brackets; the same at each attempt, so that a reader's server sees a repetition. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
}

/** What became of a mail. `stopped`: the server itself is in trouble, and others would fare no better. */
export type MailOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'refused' | 'delayed' | 'stopped'; readonly reason: string }

const patienceMilliseconds = 15_000

/**
 * Opens a way to the mail server for as long as `work` takes.
 * @param work - Gets `send`, which tells what became of each mail and never throws.
 */
export async function withMailer<T>(
  config: MailConfig,
  work: (send: (mail: Mail) => Promise<MailOutcome>) => Promise<T>
): Promise<T> {
  // Read by the first mail: many a desk sends none.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(
    {
      url: config.url,
      pool: true,
      maxConnections: 1,
      connectionTimeout: patienceMilliseconds,
      greetingTimeout: patienceMilliseconds,
      socketTimeout: 2 * patienceMilliseconds,
      // A mail is what is given here: nothing of it is read from files or fetched.
      disableFileAccess: true,
      disableUrlAccess: true
    },
    { from: config.from }
  )
  try {
    return await work((mail) => send(transport, mail))
  } finally {
    transport.close()
  }
}

const addressForm = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i

/** Whether a text is one plain e-mail address, that can stand in a header as it is. */
export function isMailAddress(text: string): boolean {
  const [local = '', domain = ''] = text.split('@')
  const dots = /^\.|\.\.|\.$/
  return addressForm.test(text) && domain.includes('.') && !dots.test(local) && !dots.test(domain)
}

async function send(transport: Transporter, mail: Mail): Promise<MailOutcome> {
  if (!isMailAddress(mail.to)) return { state: 'refused', reason: 'address' }
  try {
    await transport.sendMail({
      to: { name: '', address: mail.to },
      subject: oneLine(mail.subject),
      text: mail.text,
      messageId: `<${mail.messageId}>`,
      headers: Object.fromEntries(
        Object.entries(mail.headers).map(([name, value]) => [name, oneLine(value)])
      )
    })
    return { state: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** A line end in a header would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+|[\u2028\u2029]/gu, ' ').trim()
}

/** Only codes: what servers say in words may hold the address. */
function outcomeOf(error: unknown): MailOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const answer = typeof responseCode === 'number' ? responseCode : 0
  const reason = `${typeof code === 'string' ? code : 'EUNKNOWN'} ${String(answer)}`
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!isAboutMail) return { state: 'stopped', reason }
  return { state: answer >= 500 ? 'refused' : 'delayed', reason }
}
