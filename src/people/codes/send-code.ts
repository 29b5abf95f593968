import { z } from 'zod'
import { sendToAddress } from '../../channels/index.ts'
import { formatDigits } from '../../kernel/persian/index.ts'
import type { Context, OutboxMessage, Tx } from '../../platform/index.ts'
import { ownerOfAddress } from '../contact/contact-store.ts'
import { takeAllowance } from './attempt-store.ts'
import { type CodeChallenge, giveCode } from './challenge-store.ts'
import { codeSeconds, hashCode, newCode } from './code.ts'
import { messages } from './messages.ts'

const queued = z.object({ challenge: z.uuid() })
const codesOfPerson = { most: 6, withinSeconds: 3600 }

/**
 * Makes a code and sends it: the outbox topic `people.code`. It is made here so that it never lies in the
 * database, and a repetition makes another. A person is sent only so many, whatever contact was asked
 * for: nobody but them can notice that one more did not come.
 */
export async function sendCodes(
  context: Context,
  tx: Tx,
  entries: readonly OutboxMessage[]
): Promise<void> {
  for (const { id, payload } of entries) {
    const { challenge: asked } = queued.parse(payload)
    const now = context.clock.now()
    const code = newCode()
    const expiresAt = now.add({ seconds: codeSeconds })
    const challenge = await giveCode(tx, { id: asked, hash: hashCode(asked, code), now, expiresAt })
    if (challenge === null) continue
    const owner = challenge.person ?? (await ownerOfAddress(tx, challenge))
    const what = `codes of person ${owner ?? 'nobody'}`
    if (owner !== null && !(await takeAllowance(tx, { what, ...codesOfPerson }, now))) continue
    const outcome = await sendToAddress(context.config, {
      id,
      channel: challenge.channel,
      address: challenge.address,
      ...textOf(context, challenge, code)
    })
    if (outcome.state === 'delayed' || outcome.state === 'stopped')
      throw new Error(`a code was not sent by ${challenge.channel}: ${outcome.reason}`)
  }
}

function textOf(context: Context, { channel, lang, purpose }: CodeChallenge, code: string) {
  const t = messages.in(lang)
  const { hostname } = new URL(context.config.origin)
  const shown = channel === 'sms' ? code : formatDigits(code, lang)
  const said = t.message(shown, hostname, t[`for-${purpose}`])
  // The last line lets a telephone offer the code on this site and on no other.
  const text = channel === 'sms' ? `${said}\n\n@${hostname} #${code}` : said
  return { subject: t.subject(hostname), text }
}
