import { demonstrationPeople, personsByIds } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { agreementVersions, listAgreements } from '../find-agreement.ts'
import { recordAcceptance } from './accept-agreement.ts'
import { asksForAcceptance, standingAt } from './to-accept.ts'

/**
 * Lets the invented people of a demonstration accept every version that asks for it, the earlier ones
 * too: a replay passes through their time. A second time it changes nothing.
 */
export async function seedAcceptances(context: Context): Promise<void> {
  const people = await demonstrationPeople()
  const known = await personsByIds(
    context.db,
    people.map(({ id }) => id)
  )
  const agreements = await listAgreements(context.db)
  const all = await Promise.all(
    agreements.map(({ agreement }) => agreementVersions(context.db, agreement))
  )
  const versions = all.flat().filter(asksForAcceptance)
  const now = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    for (const person of known.keys()) {
      for (const version of versions) {
        const standing = standingAt(version, now)
        const made = { person, version, standing, actor: 'system:demonstration' }
        await recordAcceptance(tx, { ...made, at: now, knownAt: now, onPaper: false })
      }
    }
  })
}
