import type { PersonalDataHolder } from './holder.ts'
import type { PersonTable } from './person-table.ts'
import { countOfPerson, removeOfPerson, rowsOfPerson } from './person-table-store.ts'

/**
 * The holder of a slice whose rows about persons are in tables of their own, a row to a person. What
 * a slice keeps otherwise it adds to the answers of this one.
 */
export function tableHolder(
  slice: string,
  tables: readonly PersonTable[]
): Required<Pick<PersonalDataHolder, 'slice' | 'tables' | 'collect' | 'foresee' | 'evidence'>> &
  PersonalDataHolder {
  return {
    slice,
    tables: [...new Set(tables.map(({ table }) => table))],
    async *collect({ db }, person) {
      for (const table of tables) {
        const rows = await rowsOfPerson(db, table, person)
        // A directory that says only whose it is tells its person nothing.
        const telling = rows.filter((row) => Object.keys(row).some((key) => key !== table.person))
        if (telling.length > 0) yield { name: nameOf(table), title: table.title, rows: telling }
      }
    },
    async foresee(db, person) {
      const erased = []
      for (const table of tables.filter(({ emptied }) => emptied === undefined)) {
        const count = await countOfPerson(db, table, person)
        if (count > 0) erased.push({ what: table.title, count })
      }
      return { erased, kept: [], refused: [] }
    },
    evidence: () => Promise.resolve([]),
    async erase(tx, person) {
      const erased: Record<string, number> = {}
      for (const table of tables) {
        const count = await removeOfPerson(tx, table, person)
        if (count > 0) erased[nameOf(table)] = (erased[nameOf(table)] ?? 0) + count
      }
      return { erased, kept: [] }
    }
  }
}

function nameOf({ table, person }: PersonTable): string {
  const name = table.replaceAll('_', '-')
  return person === 'person' ? name : `${name}-by-${person.replaceAll('_', '-')}`
}
