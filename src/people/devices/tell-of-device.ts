import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Context, Lang, Tx } from '../../platform/index.ts'
import { tellPerson } from '../contact/tell-person.ts'
import type { SessionStart } from '../session.ts'
import { messages } from './messages.ts'
import { notMeLink } from './not-me-link.ts'

/** A sign-in on a device that its person was never seen on. */
export interface FirstSighting {
  readonly person: string
  readonly session: string
  /** What the browser calls itself. */
  readonly device: string
  readonly begunBy: SessionStart
}

/**
 * Tells a person by every contact that they (or somebody else) signed in where they never were, with a
 * link that freezes the account without a session.
 */
export async function tellOfDevice(context: Context, tx: Tx, seen: FirstSighting): Promise<void> {
  const at = context.clock.now()
  const { person } = seen
  const link = await notMeLink(context, tx, seen)
  const textIn = (lang: Lang) => {
    const t = messages.in(lang)
    const device = seen.device === '' ? t.unknownDevice : seen.device
    const said = t.newDeviceText(device, formatJalaliDateTime(at, lang), t[seen.begunBy])
    return `${said}\n${link[lang]}`
  }
  const news = {
    person,
    subject: messages.entries.newDevice,
    text: { fa: textIn('fa'), en: textIn('en') },
    kind: 'device'
  }
  await tellPerson(tx, news, at)
}
