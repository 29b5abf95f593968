import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Context, Lang, Tx } from '../../platform/index.ts'
import { tellPerson } from '../contact/tell-person.ts'
import { insertLink } from '../devices/link-store.ts'
import { newSecret } from '../session.ts'
import { messages } from './messages.ts'
import type { Recovery } from './recovery-store.ts'

/** Tells a person by every contact that their account is being recovered, with a link that stops it. */
export async function tellOfRecovery(
  { config }: Context,
  tx: Tx,
  { id, person, begunAt, readyAt, endsAt }: Recovery
): Promise<void> {
  const token = newSecret()
  await insertLink(tx, { person, purpose: 'stop-recovery', subject: id, token }, endsAt)
  const textIn = (lang: Lang) => {
    const said = messages.in(lang).begunText(formatJalaliDateTime(readyAt, lang))
    return `${said}\n${config.origin}${lang === 'en' ? '/en' : ''}/sign-in/recovery/stop/${token}`
  }
  const subject = messages.entries.begunSubject
  const text = { fa: textIn('fa'), en: textIn('en') }
  await tellPerson(tx, { person, subject, text, kind: 'recovery' }, begunAt)
}

/** Tells a person by every contact that their account was recovered. */
export async function tellRecovered(tx: Tx, person: string, at: Temporal.Instant): Promise<void> {
  const { recoveredSubject: subject, recoveredText: text } = messages.entries
  await tellPerson(tx, { person, subject, text, kind: 'recovery' }, at)
}
