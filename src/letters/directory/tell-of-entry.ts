import { type DirectoryEntry, recoveryWaitHours } from '../../kernel/directory/index.ts'
import { contact, staffOf } from '../../people/index.ts'
import type { Bilingual, Tx } from '../../platform/index.ts'
import type { OwnedBy } from './entry-store.ts'
import { messages } from './messages-news.ts'

/**
 * Tells whose keys they are of a new entry, by every contact that they have; of a unit its administrators
 * and whoever heads it.
 */
export async function tellOfEntry(
  tx: Tx,
  of: { readonly entry: DirectoryEntry; readonly owned: OwnedBy; readonly told: readonly string[] },
  at: Temporal.Instant
): Promise<void> {
  const { entry, owned, told } = of
  const news = newsOf(entry)
  for (const person of await answering(tx, owned, at)) {
    if (!told.includes(person)) await contact.tellPerson(tx, { person, kind: 'key', ...news }, at)
  }
}

async function answering(tx: Tx, owned: OwnedBy, at: Temporal.Instant): Promise<string[]> {
  const { person, authority, unit } = owned
  if (person !== null) return [person]
  if (authority === null) return []
  const staff = await staffOf(tx, { authority, roles: ['authority-admin'], at })
  return [
    ...new Set(staff.flatMap((one) => (one.unit === null || one.unit === unit ? [one.id] : [])))
  ]
}

function newsOf({ reason, owner }: DirectoryEntry): { subject: Bilingual; text: Bilingual } {
  const { entries: t } = messages
  const of = owner.startsWith('unit:') ? owner.slice('unit:'.length) : null
  const subjects = {
    enrolled: t.enrolled,
    rotated: t.rotated,
    recovered: t.recovered,
    stopped: t.stopped,
    closed: t.closed
  }
  const texts = {
    enrolled: t.enrolledText,
    rotated: t.rotatedText,
    recovered: filled(t.recoveredText, recoveryWaitHours),
    stopped: t.stoppedText,
    closed: t.closedText
  }
  const isWarning = reason === 'recovered' || of === null
  return { subject: isWarning ? subjects[reason] : filled(t.ofUnit, of), text: texts[reason] }
}

type Filled<T> = { readonly fa: (of: T) => string; readonly en: (of: T) => string }

function filled<T>({ fa, en }: Filled<T>, of: T): Bilingual {
  return { fa: fa(of), en: en(of) }
}
