import type { z } from 'zod'
import { listServices } from '../../catalogue/index.ts'
import { type Actor, actorOf, authorityById } from '../../people/index.ts'
import type { FastifyRequest } from '../../platform/http/index.ts'
import { type Context, type FieldProblem, InvalidInputError } from '../../platform/index.ts'
import { listMyCases } from '../list-my-cases.ts'
import { refusalMessages } from '../messages-refusals.ts'
import { readQueue } from '../read-queue.ts'
import { problem } from '../refusals.ts'
import type { casesQuery } from './api-schemas.ts'
import { plain } from './plain.ts'

type Asked = z.infer<typeof casesQuery>

/**
 * The caller's own cases, or the queue of an authority. What narrows the one says nothing of the other, and
 * what cannot be there is refused by name: an empty answer to a slip reads like good news.
 */
export async function listCases(
  context: Context,
  request: FastifyRequest,
  query: Asked
): Promise<object> {
  const actor = actorOf(request)
  const { applicant, cursor, limit } = query
  const authority = query.authority ?? authorityOfProgram(actor)
  if (authority === undefined) {
    refuse(queueOnly.filter((name) => query[name] !== undefined).map(of('queueOnly')))
    const { items, next } = await listMyCases(context, actor, { applicant, cursor, limit })
    return { items: items.map(plain), links: { next: nextLink(request, next) } }
  }
  if (applicant !== undefined) refuse([of('ownOnly')('applicant')])
  const page = await readQueue(context, actor, { ...query, authority })
  refuse(await unknownNames(context, { ...query, authority }))
  return {
    items: page.items.map(({ case: id, ...item }) => plain({ id, ...item })),
    counts: page.counts,
    links: { next: nextLink(request, page.next) }
  }
}

/** What narrows a queue, and no list of one's own. */
const queueOnly = [
  'unit',
  'service',
  'step',
  'assigned',
  'state',
  'late',
  'search',
  'order'
] as const satisfies (keyof Asked)[]

/** Names that the authority does not have: no case can be there. */
async function unknownNames(
  { db, clock }: Context,
  { authority, unit, service, assigned }: Asked & { authority: string }
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  if (unit !== undefined) {
    const { units = [] } = (await authorityById(db, authority)) ?? {}
    if (!units.some(({ id }) => id === unit)) problems.push(of('unitUnknown')('unit'))
  }
  if (service !== undefined) {
    const services = await listServices(db, { authority, at: clock.now() })
    if (!services.some((each) => each.service === service)) {
      problems.push(of('serviceUnknown')('service'))
    }
  }
  if (assigned !== undefined && !assignee.test(assigned)) {
    problems.push(of('assignedUnknown')('assigned'))
  }
  return problems
}

const assignee = /^(me|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

type Why = 'queueOnly' | 'ownOnly' | 'unitUnknown' | 'serviceUnknown' | 'assignedUnknown'

function of(why: Why): (name: keyof Asked) => FieldProblem {
  return (name) => problem(`/${name}`, 'case/filter', refusalMessages.entries[why])
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidInputError(problems)
}

/**
 * A program has no cases of its own: it asks for the queue of the authority that its key is of. One that
 * works for several has to say which it means.
 */
function authorityOfProgram({ person, grants }: Actor): string | undefined {
  if (person !== null) return undefined
  const authorities = [...new Set(grants.map((grant) => grant.authority))]
  if (authorities.length === 1) return authorities[0]
  const { authorityRequired: text } = refusalMessages.entries
  throw new InvalidInputError([problem('/authority', 'case/authority-required', text)])
}

/** The same question, from the next page on. */
function nextLink(request: FastifyRequest, cursor: string | null): string | null {
  if (cursor === null) return null
  const url = new URL(request.url, 'http://localhost')
  url.searchParams.set('cursor', cursor)
  return `${url.pathname}${url.search}`
}
