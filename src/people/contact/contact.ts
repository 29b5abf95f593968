import { createHash } from 'node:crypto'
import { isMailAddress } from '../../channels/index.ts'
import { normaliseMobile } from '../../kernel/persian/index.ts'
import type { Lang } from '../../platform/index.ts'

/** How a person is reached. */
export type ContactChannel = 'e-mail' | 'sms'

/** An address in its one form: `+989…`, or an e-mail address whose domain is in small letters. */
export interface ContactAddress {
  readonly channel: ContactChannel
  readonly address: string
}

/** An address at which a person was reached: a code that was sent there came back. */
export interface Contact extends ContactAddress {
  readonly person: string
  /** In which language its owner read when proving it. */
  readonly lang: Lang
  readonly provenAt: Temporal.Instant
}

/** What somebody typed as their e-mail address or mobile number; `null` if it is neither. */
export function readAddress(typed: string): ContactAddress | null {
  const text = typed.normalize('NFKC').trim()
  if (!text.includes('@')) {
    const mobile = normaliseMobile(text)
    return mobile.ok ? { channel: 'sms', address: mobile.value } : null
  }
  // Servers that tell capital letters apart before the @ are rarer than people who type them.
  const address = text.toLowerCase()
  return isMailAddress(address) ? { channel: 'e-mail', address } : null
}

/** The key of an address in the directory: addresses can be guessed, so it hides nothing; it places the row. */
export function addressKey({ channel, address }: ContactAddress): string {
  return createHash('sha256').update(`${channel}:${address}`).digest('hex')
}
