import { stringify } from 'csv-stringify/sync'
import type { Context } from '../../platform/index.ts'
import { type Page, type Server, page } from '../../platform/http/index.ts'
import { clauseFilterSchema } from '../clause-filter.ts'
import { monthFigures } from '../clause-state.ts'
import { type LivingClause, readClause } from '../read-clause.ts'
import { readLivingVersion } from '../read-states.ts'
import { agreementPage } from '../views/agreement-page.ts'
import { clausePage } from '../views/clause-page.ts'
import { addressOf, clauseQuery } from './input.ts'

/** The living agreement, and each of its clauses; an address without a version leads to the shown one. */
export function agreementPages(app: Server, context: Context): void {
  for (const path of ['/agreements/:id', '/agreements/:id/:version']) {
    page(app, { method: 'get', path }, async ({ view, request }) => {
      const { id, version } = versioned(request.params)
      const filter = clauseFilterSchema.parse(request.query)
      return agreementPage(view, await readLivingVersion(context, id, version), filter)
    })
    page(app, { method: 'get', path: `${path}/clauses/:clause` }, async (p) =>
      clausePage(p.view, await clauseOf(context, p.request))
    )
    page(app, { method: 'get', path: `${path}/clauses/:clause/months.csv` }, async (p) => {
      await sendMonths(p, await clauseOf(context, p.request))
      return undefined
    })
  }
}

function versioned(parameters: unknown): { id: string; version?: string } {
  const read: { id: string; version?: string } = addressOf(parameters, 'id')
  return read
}

function clauseOf(context: Context, request: Page['request']): Promise<LivingClause> {
  const { clause } = addressOf(request.params, 'clause')
  const { id, version } = versioned(request.params)
  const query = clauseQuery.parse(request.query)
  return readClause(context, { agreement: id, version, clause, ...query })
}

/** The months of a clause as a table for other programs: plain numbers, ISO instants. */
async function sendMonths({ reply }: Page, living: LivingClause): Promise<void> {
  const rows = living.standing.strip.map(({ period, state }) => ({
    agreement: living.version.ref,
    clause: living.clause.id,
    service: living.service,
    period: period.key,
    from: period.from.toString(),
    to: period.to.toString(),
    ...monthFigures(state)
  }))
  await reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${living.clause.id}.csv"`)
    .send(stringify(rows, { header: true, bom: true }))
}
