import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Lang, Tx } from '../../platform/index.ts'
import { tellPerson } from '../contact/tell-person.ts'
import type { SessionStart } from '../session.ts'
import { messages } from './messages.ts'

/** Tells a person by every contact that they (or somebody else) signed in where they never were. */
export async function tellOfDevice(
  tx: Tx,
  seen: { person: string; device: string; begunBy: SessionStart },
  at: Temporal.Instant
): Promise<void> {
  const textIn = (lang: Lang) => {
    const t = messages.in(lang)
    const device = seen.device === '' ? t.unknownDevice : seen.device
    return t.newDeviceText(device, formatJalaliDateTime(at, lang), t[seen.begunBy])
  }
  const news = {
    person: seen.person,
    subject: messages.entries.newDevice,
    text: { fa: textIn('fa'), en: textIn('en') },
    kind: 'device'
  }
  await tellPerson(tx, news, at)
}
