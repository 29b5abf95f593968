import { z } from 'zod'
import { type Context, InvalidInputError } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { linkLeaves } from '../link-leaves.ts'
import { listMonths, listPromises } from '../list-promises.ts'
import { promiseStates, valueUnits } from '../measure.ts'
import type { OpenPromise } from '../open-data.ts'

const promise = z.object({
  agreement: z.string().describe('`SK`.'),
  version: z.string().describe('`SK@1398`: the version whose text was measured.'),
  clause: z.string(),
  measure: z.string(),
  accounting: z
    .enum([
      'facts',
      'no-facts-yet',
      'definition',
      'construction',
      'survey',
      'attestation',
      'not-measured'
    ])
    .describe('How the clause is accounted for; only `facts` has numbers.'),
  service: z.string().optional().describe('Absent: all services together.'),
  period: z.string().nullable().describe('Jalali month in Tehran, `1405-09`.'),
  state: z.enum(promiseStates),
  value: z.number().nullable().describe('In `unit`; a percentage is rounded down.'),
  unit: z.enum(valueUnits).nullable(),
  numerator: z.number().int().describe('Of availability: seconds up.'),
  denominator: z
    .number()
    .int()
    .describe(
      'Of availability: 2,592,000 seconds a month and component, less planned and unknown.'
    ),
  breaches: z.number().int(),
  evidence: z.array(z.string()).describe('Ids of facts, those of breaches first; at most 20.'),
  leaves: z
    .array(z.string().nullable())
    .describe('For each of `evidence` the address of its entry in the public log; null: not yet.'),
  evidenceCount: z.number().int(),
  minimum: z.number().nullable().describe('Percent that the annex asks for.'),
  proposal: z
    .boolean()
    .describe('The minimum is a proposal of this project, not of the agreement.'),
  realPercent: z.number().nullable().describe('Of availability: percent of the real month.'),
  plannedSeconds: z.number().int().nullable(),
  unknownSeconds: z.number().int().nullable().describe('Without any probe result.'),
  page: z.string().describe('The formula, the months and the facts, for people.')
})

const query = z.object({
  agreement: z.string().max(20).optional().describe('Only the clauses of this agreement, `SK`.'),
  clause: z.string().max(40).optional().describe('Only this clause, `SK-5.4a`.'),
  service: z.string().max(20).optional().describe('Only the numbers of this service.'),
  state: z.enum(promiseStates).optional().describe('Only the promises in this state.'),
  period: z
    .string()
    .regex(/^1\d{3}-(0[1-9]|1[0-2])$/)
    .optional()
    .describe('That month of every counted clause; absent: the newest month with a number.'),
  limit: z.coerce.number().int().min(1).max(1000).default(500).describe('How many at once.'),
  cursor: z.string().max(20).optional().describe('Where to go on; in `links.next`.')
})

/** The scoreboard for programs. */
export function apiRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/promises',
    summary: 'Every clause of the agreements: its state, number, month and evidence',
    tag: 'promises',
    query,
    response: z.object({
      items: z.array(promise),
      links: z.object({ next: z.string().nullable() })
    }),
    auth: 'public',
    handler: async ({ query: asked }) => {
      const all =
        asked.period === undefined ? await listPromises(context) : await listMonths(context)
      const { items, links } = pageOf(
        all.filter((each) => matches(each, asked)),
        asked
      )
      return { items: await linkLeaves(context.db, items), links }
    }
  })
}

type Query = z.infer<typeof query>

function matches(each: OpenPromise, asked: Query): boolean {
  const pairs = [
    [asked.agreement, each.agreement],
    [asked.clause, each.clause],
    [asked.service, each.service],
    [asked.state, each.state],
    [asked.period, each.period]
  ]
  return pairs.every(([wanted, found]) => wanted === undefined || wanted === found)
}

function pageOf(all: readonly OpenPromise[], asked: Query) {
  const from = asked.cursor === undefined ? 0 : Number(asked.cursor)
  if (!Number.isSafeInteger(from) || from < 0) {
    throw new InvalidInputError([
      {
        pointer: '/cursor',
        code: 'cursor/unknown',
        text: {
          fa: 'نشانگر را همان‌گونه که در links.next آمده است بفرستید.',
          en: 'Send the cursor as links.next gave it.'
        }
      }
    ])
  }
  const to = from + asked.limit
  const { cursor: _, ...kept } = asked
  const words = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]]
  )
  const next = new URLSearchParams([...words, ['cursor', String(to)]]).toString()
  return {
    items: all.slice(from, to),
    links: { next: to < all.length ? `/api/v1/promises?${next}` : null }
  }
}
