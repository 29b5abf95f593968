import type { PersonalDataHolder } from './holder.ts'
import { heldBecause } from './hold.ts'
import { emptyHolds, holdsOnPerson } from './hold-store.ts'
import { messages } from './messages.ts'
import { peopleTables } from './people-tables.ts'
import { holdingsOf, personRow, removeBeside, rolesAt } from './people-store.ts'
import { tableHolder } from './table-holder.ts'

const { entries: t } = messages
const withoutName = true as const
const tables = tableHolder('people', peopleTables)

/** Who a person is here: names, ways in, contacts, roles, delegations, and what was held or exported. */
export const peopleHolder: PersonalDataHolder = {
  ...tables,
  tables: [
    ...tables.tables,
    'persons',
    'post_holdings',
    'legal_holds',
    'data_export_chunks',
    'erasures'
  ],
  async *collect(context, person) {
    const row = await personRow(context.db, person)
    if (row !== null) yield { name: 'person', title: t.person, rows: [row] }
    yield* tables.collect(context, person)
    const holdings = await holdingsOf(context.db, person)
    if (holdings.length > 0) yield { name: 'posts', title: t.posts, rows: holdings }
    const holds = await holdsOnPerson(context.db, person)
    const rows = holds.map(({ authority, case: of, reason, placedAt, liftedAt }) => ({
      authority,
      case: of,
      reason,
      placedAt: placedAt.toString(),
      liftedAt: liftedAt?.toString() ?? null
    }))
    if (rows.length > 0) yield { name: 'legal-holds', title: t.holds, rows }
  },
  async foresee(db, person, at) {
    const foreseen = await tables.foresee(db, person, at)
    const roles = await rolesAt(db, person, at)
    const holds = (await holdsOnPerson(db, person)).filter(
      (hold) => hold.liftedAt === null && hold.case === null
    )
    return {
      erased: foreseen.erased,
      kept: [...(await keptPosts(db, person)), ...(await keptHolds(db, person))],
      refused: [
        ...(roles === 0 ? [] : [{ code: 'personal-data/has-roles', text: t.hasRoles }]),
        ...holds.map((hold) => ({
          code: 'personal-data/legal-hold',
          text: t.holdRefuses(hold.authority, hold.reason ?? '')
        }))
      ]
    }
  },
  async erase(tx, person, at) {
    await removeBeside(tx, person, at)
    const { erased } = await tables.erase(tx, person, at)
    await emptyHolds(tx, person)
    return { erased, kept: await keptHolds(tx, person) }
  }
}

/** Posts stay for as long as the decisions that name them: they hold nothing up. */
async function keptPosts(db: Parameters<typeof holdingsOf>[0], person: string) {
  const holdings = await holdingsOf(db, person)
  return holdings.length === 0
    ? []
    : [{ what: t.posts, because: t.postsBecause, until: null, withoutName }]
}

/** A hold that stands keeps itself, with the name of whom it is on. */
async function keptHolds(db: Parameters<typeof holdsOnPerson>[0], person: string) {
  const held = (await holdsOnPerson(db, person)).some((hold) => hold.liftedAt === null)
  return held ? [{ what: t.holds, because: heldBecause, until: null }] : []
}
