import { createHash, randomInt } from 'node:crypto'
import { z } from 'zod'
import { sendToAddress } from '../../channels/index.ts'
import { formatDigits, toLatinDigits } from '../../kernel/persian/index.ts'
import type { Context, Lang, OutboxMessage, Tx } from '../../platform/index.ts'
import { authorityById } from '../authority-store.ts'
import { consentSeconds, reachableBy } from './ask-consent.ts'
import { consentActWord } from './consent-act.ts'
import { type CounterConsent, giveConsentCode } from './consent-store.ts'
import { messages } from './messages.ts'

const queued = z.object({
  consent: z.uuid(),
  person: z.uuid(),
  serviceTitle: z.object({ fa: z.string(), en: z.string() }),
  reference: z.string().nullish()
})
const digits = 6

/** What is kept of a code. It hides little by itself; five tries of one clerk are all there are. */
export function hashConsentCode(consent: string, code: string): string {
  return createHash('sha256').update(`consent:${consent}:${code}`).digest('hex')
}

/** A code as it is typed; `null` if it cannot be one. */
export function readConsentCode(typed: string): string | null {
  const code = toLatinDigits(typed.normalize('NFKC')).replaceAll(/[\s-]/g, '')
  return /^[0-9]{6}$/.test(code) ? code : null
}

/**
 * Makes the code of an asking. Nobody but its citizen may be told it.
 * @returns `null` if the asking is over.
 */
export async function makeConsentCode(
  tx: Tx,
  asked: { readonly id: string; readonly person: string },
  now: Temporal.Instant
): Promise<{ consent: CounterConsent; code: string } | null> {
  const code = String(randomInt(10 ** digits)).padStart(digits, '0')
  const sha256 = hashConsentCode(asked.id, code)
  const expiresAt = now.add({ seconds: consentSeconds })
  const consent = await giveConsentCode(tx, { ...asked, sha256, expiresAt })
  return consent === null ? null : { consent, code }
}

/** Makes codes and sends them to every proven contact; made here, so that none lies in the database. */
export async function sendConsentCodes(
  context: Context,
  tx: Tx,
  entries: readonly OutboxMessage[]
): Promise<void> {
  for (const { id, payload } of entries) {
    const { consent: asked, person, serviceTitle, reference } = queued.parse(payload)
    const made = await makeConsentCode(tx, { id: asked, person }, context.clock.now())
    if (made === null) continue
    const authority = await authorityById(tx, made.consent.authority)
    for (const { channel, address, lang } of await reachableBy({ ...context, db: tx }, person)) {
      const service = [serviceTitle[lang], reference ?? []].flat().join(' · ')
      const of = { ...made, lang, service, isSms: channel === 'sms' }
      const text = textOf(of, authority?.shortTitle[lang] ?? made.consent.authority)
      const subject = messages.in(lang).subject
      const outcome = await sendToAddress(context.config, { id, channel, address, subject, text })
      if (outcome.state === 'delayed' || outcome.state === 'stopped') {
        throw new Error(`a consent code was not sent by ${channel}: ${outcome.reason}`)
      }
    }
  }
}

function textOf(
  of: { consent: CounterConsent; code: string; lang: Lang; service: string; isSms: boolean },
  authority: string
): string {
  const { consent, lang, service, isSms } = of
  const code = isSms ? of.code : formatDigits(of.code, lang)
  const act = consentActWord(consent.act, lang)
  return messages.in(lang).message(code, { office: consent.office, act, service, authority })
}
