import { sandboxAuthority } from '../../kernel/terms/sandbox-authority.ts'
import { listAuthorities } from '../../people/index.ts'
import { type Context, type Db, recently } from '../../platform/index.ts'
import { type Offered, type TypedFilter, readFilter } from './filter.ts'
import {
  type MonthCount,
  type PartSum,
  type StatisticsPart,
  type StatisticsQuery,
  countedNames,
  monthCounts,
  sumsBy
} from './statistics-store.ts'

/** The zone by whose days and months facts are counted. */
const zone = 'Asia/Tehran'

/** What can be asked for now: nothing of the sandbox, nothing that is not public. */
export async function offeredNow({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<Offered> {
  const today = clock.now().toZonedDateTimeISO(zone).toPlainDate()
  const authorities = (await listAuthorities(db))
    .map(({ id }) => id)
    .filter((id) => id !== sandboxAuthority)
  const key = `statistics names ${authorities.join(' ')}`
  const names = await recently(db, key, () => countedNames(db, authorities))
  return { authorities, ...names, today }
}

/** Counts added up by each part. */
export interface Statistics {
  readonly query: StatisticsQuery
  readonly sums: Readonly<Record<StatisticsPart, readonly PartSum[]>>
}

/**
 * Counts of recorded facts, from the view of whoever analyses and from nothing else.
 * @throws {InvalidInputError} At the names of the filter.
 */
export async function readStatistics(
  context: Pick<Context, 'db' | 'clock'>,
  typed: TypedFilter
): Promise<Statistics> {
  const query = readFilter(typed, await offeredNow(context))
  const { db } = context
  const by = (part: StatisticsPart) =>
    recently(db, `statistics ${part} ${keyOf(query)}`, () => sumsBy(db, query, part))
  const [month, authority, kind, service] = await Promise.all([
    by('month'),
    by('authority'),
    by('kind'),
    by('service')
  ])
  return { query, sums: { month, authority, kind, service } }
}

function keyOf({ authorities, kind, service, from, to }: StatisticsQuery): string {
  return JSON.stringify([authorities, kind, service, from.toString(), to.toString()])
}

const pageLimit = 1000

/** All counts of a query, a page at a time, in their order. */
export async function* eachCount(
  db: Db,
  query: StatisticsQuery
): AsyncGenerator<readonly MonthCount[]> {
  for (let after: MonthCount | null = null; ;) {
    const page: MonthCount[] = await monthCounts(db, query, { after, limit: pageLimit })
    yield page
    after = page.at(-1) ?? null
    if (page.length < pageLimit) return
  }
}
