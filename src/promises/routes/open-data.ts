import { stringify as csvOf } from 'csv-stringify/sync'
import { stringify as yamlOf } from 'yaml'
import { agreementVersions, listAgreements } from '../../agreements/index.ts'
import type { Context } from '../../platform/index.ts'
import type { Server } from '../../platform/http/index.ts'
import { type LinkedPromise, linkLeaves } from '../link-leaves.ts'
import { listMonths, listPromises } from '../list-promises.ts'
import { computing } from '../measures/index.ts'
import { openSloDocuments } from '../open-slo.ts'
import { contractMonthSeconds } from '../period.ts'
import { readScoreboard } from '../read-scoreboard.ts'

/** The numbers for other programs: newest as JSON, every month as CSV, floors as OpenSLO. */
export function openData(app: Server, context: Context): void {
  app.get('/promises.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(await promisesJson(context)))
  )
  app.get('/promises.csv', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="promises.csv"')
      .send(
        csvOf((await linkLeaves(context.db, await listMonths(context))).map(flat), {
          header: true,
          bom: true
        })
      )
  )
  app.get('/promises/openslo.yaml', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/yaml; charset=utf-8').send(await openSlo(context))
  )
}

async function promisesJson(context: Context): Promise<object> {
  const { origin } = context.config
  const scored = await readScoreboard(context)
  const periods = scored[0]?.periods ?? []
  return {
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    formulas: `${origin}/promises/formulas`,
    months: `${origin}/promises.csv`,
    counts: scored.map(({ version, run }) => ({
      agreement: version.ref,
      state: version.state,
      asOf: run.asOf.toString(),
      factsThrough: run.factsThrough,
      factsRead: run.factsRead,
      codeVersion: run.codeVersion
    })),
    periods: periods.map(({ key, from, to }) => ({
      period: key,
      from: from.toString(),
      to: to.toString(),
      seconds: from.until(to).total('seconds'),
      contractSeconds: contractMonthSeconds
    })),
    measures: Object.values(computing).map(({ name, reads }) => ({
      measure: name,
      formula: `${origin}/promises/formulas#${name}`,
      reads
    })),
    promises: await linkLeaves(context.db, await listPromises(context))
  }
}

/** One line of the table; lists become one cell. */
function flat({ evidence, leaves, service, ...promise }: LinkedPromise) {
  const { agreement, version, clause, measure, ...rest } = promise
  return {
    agreement,
    version,
    clause,
    measure,
    service: service ?? '',
    ...rest,
    proposal: promise.proposal ? 'true' : 'false',
    evidence: evidence.join(' '),
    leaves: leaves.map((leaf) => leaf ?? '-').join(' ')
  }
}

async function openSlo(context: Context): Promise<string> {
  const documents: string[] = []
  for (const { agreement } of await listAgreements(context.db)) {
    for (const version of await agreementVersions(context.db, agreement)) {
      documents.push(
        ...openSloDocuments(version, context.config.origin).map((each) => yamlOf(each))
      )
    }
  }
  return documents.join('---\n')
}
