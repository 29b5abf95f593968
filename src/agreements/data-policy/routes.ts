import { z } from 'zod'
import { policyAttributes, policyTypes, policyValues } from '../../kernel/policy/index.ts'
import { listAuthorities } from '../../people/index.ts'
import { type Server, api, page } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { type StandingRow, policyTable } from './policy-table.ts'
import { policyPage } from './views/policy-page.ts'

const answer = z.object({
  items: z.array(
    z.object({
      authority: z.string(),
      dataType: z.enum(policyTypes),
      policy: z.object({
        'provided-by': z.enum(policyValues['provided-by']),
        'received-by': z.enum(policyValues['received-by']),
        storage: z.enum(policyValues.storage),
        analysis: z.enum(policyValues.analysis),
        'public-display': z.enum(policyValues['public-display']),
        publication: z.enum(policyValues.publication)
      }),
      source: z
        .object({
          agreement: z.string().describe('The version whose table says so, such as `PI@1400`.'),
          inForce: z.boolean(),
          clause: z.string(),
          decided: z.array(z.enum(policyAttributes)).describe('Attributes that its words decide.')
        })
        .nullable()
        .describe('Null: the row of the installation.')
    })
  )
})

/** The data policy of every body: the page and the operation. */
export function policyRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/data-policy' }, async ({ view }) =>
    policyPage(view, { bodies: await bodiesOf(context) })
  )
  api(app, {
    method: 'get',
    path: '/data-policy',
    summary: 'What may be done with each kind of data, by body, and which clause says so',
    tag: 'agreements',
    auth: 'public',
    response: answer,
    handler: async () => {
      const bodies = await bodiesOf(context)
      return { items: bodies.flatMap(({ id, rows }) => rows.map((row) => itemOf(id, row))) }
    }
  })
}

async function bodiesOf({ db, clock }: Context) {
  const authorities = await listAuthorities(db)
  return Promise.all(
    authorities.map(async ({ id, title }) => ({
      ...{ id, title },
      rows: await policyTable(db, id, clock.now())
    }))
  )
}

function itemOf(authority: string, { dataType, row, source }: StandingRow) {
  return {
    ...{ authority, dataType, policy: row },
    source: source && {
      agreement: source.ref,
      inForce: source.inForce,
      clause: source.table.clause.id,
      decided: [...source.decided]
    }
  }
}
