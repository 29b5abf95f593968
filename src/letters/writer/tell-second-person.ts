import { type Role, authorityById, contact, staffOf } from '../../people/index.ts'
import { type Bilingual, type Tx, withScope } from '../../platform/index.ts'
import { settlingRoles, writingRoles } from './may-write.ts'
import { messages } from './messages-news.ts'
import type { UnitPlace } from './template-store.ts'

const toldRoles: readonly Role[] = [...new Set([...writingRoles, ...settlingRoles])]

/**
 * Tells those who write and approve for a unit, and the administrators of its body, that its rule of two people
 * changed: each once, by every contact that they have. Whoever changed it hears of it too.
 * @returns Who was told.
 */
export async function tellSecondPerson(
  tx: Tx,
  place: UnitPlace,
  { secondPerson, at }: { readonly secondPerson: boolean; readonly at: Temporal.Instant }
): Promise<string[]> {
  const { authority, unit } = place
  // Whoever is told is told: the one who changes the rule may see no rows of the others.
  const staff = await withScope('system', () => staffOf(tx, { authority, roles: toldRoles, at }))
  const body = await authorityById(tx, authority)
  const title = body?.units.find(({ id }) => id === unit)?.title ?? { fa: unit, en: unit }
  const news = newsOf(title, secondPerson)
  const concerned = staff.filter((one) => one.unit === null || one.unit === unit)
  const told = [...new Set(concerned.map(({ id }) => id))]
  for (const person of told) await contact.tellPerson(tx, { person, kind: 'mailbox', ...news }, at)
  return told
}

function newsOf(unit: Bilingual, secondPerson: boolean): { subject: Bilingual; text: Bilingual } {
  const { turnedOn, turnedOnText, turnedOff, turnedOffText } = messages.entries
  const [subject, text] = secondPerson ? [turnedOn, turnedOnText] : [turnedOff, turnedOffText]
  return {
    subject: { fa: subject.fa(unit.fa), en: subject.en(unit.en) },
    text: { fa: text.fa(unit.fa), en: text.en(unit.en) }
  }
}
