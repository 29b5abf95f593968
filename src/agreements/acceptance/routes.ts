import { z } from 'zod'
import { compareAgreements } from '../../kernel/terms/index.ts'
import { type Actor, actorOf, delegation } from '../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  api,
  page,
  redirect
} from '../../platform/http/index.ts'
import { type Context, type FieldProblem, NotFoundError, Refusal } from '../../platform/index.ts'
import { agreementVersions } from '../find-agreement.ts'
import { acceptAgreement } from './accept-agreement.ts'
import { acceptancesOf } from './acceptance-store.ts'
import { messages } from './messages.ts'
import { type ToAccept, toAccept } from './to-accept.ts'
import { type Acceptor, acceptancePage } from './views.ts'

const text = z.string().max(200).catch('')
const named = z.object({
  id: z.string().meta({ description: 'Name of the agreement, such as PI' })
})
const asking = z.object({ for: text, next: text })
const sending = z.object({
  for: z.union([z.uuid().toLowerCase(), z.literal('')]).catch(''),
  next: text,
  version: text,
  agree: text
})
const path = '/agreements/:id/acceptance'

/** Accepting an agreement: the page, and the operations. */
export function acceptanceRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path }, (p) =>
    show(context, p, { ...asking.parse(p.request.query), problems: [] })
  )
  page(app, { method: 'post', path }, (p) => accept(context, p))
  operations(app, context)
}

/** What is to be accepted of the agreement that the address names. */
async function askedOf(context: Context, params: unknown): Promise<ToAccept> {
  const read = named.safeParse(params)
  if (!read.success) throw new NotFoundError(messages.entries.nothing)
  const { id } = read.data
  const [version] = await agreementVersions(context.db, id)
  const asked =
    version === undefined
      ? null
      : await toAccept(context.db, version.authority, context.clock.now())
  if (asked?.version.agreement !== id) throw new NotFoundError(messages.entries.nothing)
  return asked
}

/** The reader, and those for whom the reader may apply at the authority. */
async function acceptorsOf(
  context: Context,
  actor: Actor,
  { version }: ToAccept
): Promise<Acceptor[]> {
  if (actor.person === null) return []
  const { authority } = version
  const others = await delegation.personsToActFor(context.db, actor.person, {
    act: 'apply',
    service: null,
    authority,
    at: context.clock.now()
  })
  return Promise.all(
    [{ id: actor.person, name: actor.name }, ...others].map(async ({ id, name }) => {
      const all = await acceptancesOf(context.db, id)
      return { id, name, accepted: all.find((each) => each.version === version.ref) ?? null }
    })
  )
}

async function show(
  context: Context,
  p: Page,
  sent: { for: string; next: string; problems: readonly FieldProblem[] }
): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const asked = await askedOf(context, p.request.params)
  const acceptors = await acceptorsOf(context, actor, asked)
  const chosen = acceptors.find(({ id }) => id === sent.for) ?? acceptors[0]
  const changes = chosen === undefined ? null : await changesFor(context, chosen.id, asked)
  const { next, problems } = sent
  return acceptancePage(p.view, {
    asked,
    acceptors,
    chosen: chosen?.id ?? '',
    changes,
    next,
    problems
  })
}

/** What changed since the version that somebody accepted last; `null` for their first. */
async function changesFor(context: Context, person: string, { version }: ToAccept) {
  const versions = await agreementVersions(context.db, version.agreement)
  const accepted = await acceptancesOf(context.db, person)
  const last = accepted.findLast((each) => each.version !== version.ref)
  const from = versions.find(({ ref }) => ref === last?.version)
  const isAccepted = accepted.some((each) => each.version === version.ref)
  if (from === undefined || isAccepted) return null
  return { from, list: compareAgreements(from.document, version.document) }
}

async function accept(context: Context, p: Page): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const asked = await askedOf(context, p.request.params)
  const sent = sending.parse(p.request.body ?? {})
  const again = (problems: readonly FieldProblem[], status: 403 | 409 | 422) => {
    void p.reply.code(status)
    return show(context, p, { ...sent, problems })
  }
  if (sent.agree === '') {
    const { agreeNeeded } = messages.entries
    return again([{ pointer: '/agree', code: 'agreement/agree', text: agreeNeeded }], 422)
  }
  const { authority } = asked.version
  const person = sent.for === '' ? undefined : sent.for
  try {
    await acceptAgreement(context, actor, { authority, version: sent.version, person })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const problems = [{ pointer: '/', code: error.code, text: error.text }]
    return again(problems, error.status === 409 ? 409 : 403)
  }
  const lead = /^\/(?![/\\])[\w\-/?=&.]*$/.test(sent.next) ? sent.next : '/'
  return redirect(p, lead, { kind: 'success', text: messages.in(p.lang).done })
}

const acceptance = z.object({
  version: z.string(),
  standing: z.enum(['in-force', 'draft', 'expired']),
  acceptedAt: z.string().nullable().meta({ description: 'null: not accepted yet' }),
  onPaper: z.boolean()
})

function operations(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/agreements/{id}/acceptance',
    summary: 'Which version the caller has to accept, and whether they did',
    tag: 'agreements',
    params: named,
    response: acceptance,
    auth: 'session-or-key',
    handler: async ({ params, request }) => {
      const asked = await askedOf(context, params)
      const [own] = await acceptorsOf(context, actorOf(request), asked)
      return {
        version: asked.version.ref,
        standing: asked.standing,
        acceptedAt: own?.accepted?.acceptedAt.toString() ?? null,
        onPaper: own?.accepted?.onPaper ?? false
      }
    }
  })
  api(app, {
    method: 'post',
    path: '/agreements/{id}/acceptance',
    summary: 'Accept the version that was read, for oneself or as a delegate who may apply',
    tag: 'agreements',
    params: named,
    body: z.strictObject({
      version: z.string().max(60).meta({ description: 'As it was read, such as PI@1405' }),
      person: z.uuid().optional()
    }),
    status: 201,
    response: z.object({ acceptance: z.string() }),
    auth: 'session-or-key',
    handler: async ({ params, body, request }) => {
      const { authority } = (await askedOf(context, params)).version
      return {
        acceptance: await acceptAgreement(context, actorOf(request), { authority, ...body })
      }
    }
  })
}
