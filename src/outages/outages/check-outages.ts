import { type Fact, factsBetween } from '../../ledger/index.ts'
import type { Db } from '../../platform/index.ts'
import { type OutageDifference, differencesOf } from '../difference.ts'
import { checkWatching } from '../probes/check-watching.ts'
import { outageOfFacts } from './outage-of-facts.ts'
import { allOutages } from './outage-store.ts'

export type { OutageDifference } from '../difference.ts'

const kinds = ['outage.opened', 'outage.updated', 'outage.closed', 'outage.corrected'] as const

/**
 * Rebuilds outages, times without results, vantage points, targets and the state of channels from the
 * facts, and compares: also what only one side knows of. The words of people stand in no fact.
 * @returns How many outages were looked at, and how many rows of what watches; every difference.
 */
export async function checkOutages(
  db: Db
): Promise<{ checked: number; watching: number; differences: OutageDifference[] }> {
  const facts = await factsBetween(db, { kinds: [...kinds, 'notice.published'] })
  const outages = await allOutages(db)
  const notices = noticesAbout(facts)
  const own = facts.filter(({ kind }) => kind !== 'notice.published')
  const told = [...Map.groupBy(own, ({ subject }) => subject)].flatMap(([id, each]) => {
    const outage = outageOfFacts(each)
    return outage === null ? [] : [[id, { ...outage, notice: notices.get(id) }] as const]
  })
  const differences = differencesOf('outage', {
    cached: new Map(outages.map((outage) => [outage.id, outage])),
    computed: new Map(told)
  })
  const watching = await checkWatching(db)
  return {
    checked: outages.length,
    watching: watching.checked,
    differences: [...differences, ...watching.differences]
  }
}

/** The public notice of each outage, by its id. */
function noticesAbout(facts: readonly Fact[]): ReadonlyMap<string, string> {
  return new Map(
    facts.flatMap(({ kind, subject, body }) => {
      const about = body['about'] as { kind: string; id: string } | null | undefined
      const isNotice = kind === 'notice.published' && about?.kind === 'outage'
      return isNotice ? [[about.id, subject] as const] : []
    })
  )
}
