import type { Config } from '../config.ts'
import { type MailOutcome, withMailer } from './mail.ts'
import { sendSms } from './sms.ts'

/** A message to one address of one person. */
export interface AddressedMessage {
  /** The same at each attempt. */
  readonly id: string
  readonly channel: 'e-mail' | 'sms'
  readonly address: string
  /** Of the mail; a short message has none. */
  readonly subject: string
  readonly text: string
}

/** Whether messages can be sent this way here. */
export function canSend(config: Config, channel: AddressedMessage['channel']): boolean {
  return channel === 'sms' ? config.sms !== null : config.mail !== null
}

/** Sends one message; refused with the reason `not-configured` where the installation has no such way. */
export async function sendToAddress(
  config: Config,
  { id, channel, address, subject, text }: AddressedMessage
): Promise<MailOutcome> {
  const nowhere = { state: 'refused', reason: 'not-configured' } as const
  if (channel === 'sms') {
    return config.sms === null ? nowhere : sendSms(config.sms, { to: address, text })
  }
  if (config.mail === null) return nowhere
  const messageId = `${id}@${new URL(config.origin).hostname}`
  return withMailer(config.mail, (send) =>
    send({ to: address, subject, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } })
  )
}
