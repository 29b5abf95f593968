import type { SmsConfig } from '../config.ts'

/** One short message to one telephone. */
export interface Sms {
  /** `+989…` */
  readonly to: string
  readonly text: string
}

/** What became of a message, by the same words as for mails. */
export type SmsOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'refused' | 'delayed' | 'stopped'; readonly reason: string }

const patienceMilliseconds = 10_000
const answerCharactersMax = 65_536
const mobileForm = /^\+[1-9][0-9]{6,14}$/

type Escape = (value: string) => string

const asJson: Escape = (value) => JSON.stringify(value).slice(1, -1)
const asXml: Escape = (value) =>
  value.replaceAll(/[<>&"']/g, (letter) => `&#${String(letter.charCodeAt(0))};`)
const asIs: Escape = (value) => value

/**
 * Sends a short message by the HTTP gateway that the installation names. Most gateways take one request
 * with a number and a text; the templates of the configuration say where the two stand, and each value is
 * written as its place asks for, so that no text becomes a second field, header or recipient.
 */
export async function sendSms(config: SmsConfig, sms: Sms): Promise<SmsOutcome> {
  if (!mobileForm.test(sms.to)) return { state: 'refused', reason: 'address' }
  const fill = (template: string, escape: Escape) =>
    template.replaceAll(/\{(to|mobile|text)\}/g, (_all, name: string) =>
      escape(name === 'text' ? sms.text : name === 'to' ? sms.to : sms.to.replace(/^\+98/, '0'))
    )
  try {
    const response = await fetch(fill(config.url, encodeURIComponent), {
      method: config.method,
      headers:
        config.method === 'GET'
          ? config.headers
          : { ...config.headers, 'content-type': config.type },
      ...(config.method === 'GET' ? {} : { body: fill(config.body, escapeFor(config.type)) }),
      // A gateway that leads elsewhere would be given the message and the key.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds)
    })
    return await outcomeOf(response, config.accepted)
  } catch (error) {
    return { state: 'stopped', reason: error instanceof Error ? error.name : 'unknown' }
  }
}

function escapeFor(type: string): Escape {
  if (/\bjson\b/i.test(type)) return asJson
  if (/\bx-www-form-urlencoded\b/i.test(type)) return encodeURIComponent
  return /\bxml\b/i.test(type) ? asXml : asIs
}

/** Only codes: what gateways say in words may hold the number. */
async function outcomeOf(response: Response, accepted: string | null): Promise<SmsOutcome> {
  const text = (await response.text()).slice(0, answerCharactersMax)
  const reason = `HTTP ${String(response.status)}`
  if (response.ok) {
    const isTaken = accepted === null || text.includes(accepted)
    return isTaken ? { state: 'sent' } : { state: 'refused', reason: `${reason}, not accepted` }
  }
  if (response.status === 429 || response.status >= 500) return { state: 'delayed', reason }
  // A wrong key or address of the gateway: the next message would fare no better.
  const isOurs = [401, 403, 404, 405, 407].includes(response.status)
  return { state: isOurs ? 'stopped' : 'refused', reason }
}
