import type { Db } from '../platform/index.ts'
import type { ServiceCard } from './card.ts'
import { catalogueMark, listServices } from './card-store.ts'
import { indexOf, type SearchIndex, searchIn } from './search-index.ts'

const indexes = new WeakMap<Db, { mark: string; index: SearchIndex }>()

/**
 * Services whose cards answer a query, the best first; all where the query is blank. Tolerates any
 * keyboard, any digits, half-spaces or none, and a typing error.
 * @param query - At most {@link queryLengthMax} characters are read.
 * @param of - `at`: the cards that are in force then.
 */
export async function searchServices(
  db: Db,
  query: string,
  of: { readonly authority?: string; readonly at: Temporal.Instant }
): Promise<ServiceCard[]> {
  const { cards } = await findServices(db, query, of.at)
  return of.authority === undefined
    ? cards
    : cards.filter((card) => card.authority === of.authority)
}

/** As {@link searchServices}; says as well whether the services hold every word of the query. */
export async function findServices(
  db: Db,
  query: string,
  at: Temporal.Instant
): Promise<{ cards: ServiceCard[]; isWhole: boolean }> {
  const index = await currentIndex(db, at)
  const typed = query.slice(0, queryLengthMax).trim()
  if (typed === '') return { cards: index.entries.map(({ card }) => card), isWhole: true }
  const found = searchIn(index, typed)
  return { cards: found.map(({ card }) => card), isWhole: found.every((one) => one.isWhole) }
}

/** What is typed beyond this many characters is not searched for. */
export const queryLengthMax = 200

/** The catalogue is a reference table of hundreds of rows: it is indexed in memory, and again when it changed. */
async function currentIndex(db: Db, at: Temporal.Instant): Promise<SearchIndex> {
  const mark = await catalogueMark(db, at)
  const known = indexes.get(db)
  if (known?.mark === mark) return known.index
  const index = indexOf((await listServices(db, { at })).map(({ card }) => card))
  indexes.set(db, { mark, index })
  return index
}
