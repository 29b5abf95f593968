import { z } from 'zod'
import { mailboxName } from '../../../kernel/seal/index.ts'
import {
  type Actor,
  type Authority,
  NotAllowedError,
  demandFreshProof,
  everyAuthority,
  holds,
  personById,
  staffOf
} from '../../../people/index.ts'
import { type Context, NotFoundError, newId, withScope } from '../../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { headRoles, isHead, readingRoles, receivingDelegation } from '../access.ts'
import { sessionOf } from '../session-of.ts'
import { type Candidate, custodiansOf, ready, staffWithMailbox } from '../candidates.ts'
import { mailboxOf } from '../mailbox-store.ts'
import { unitMessages } from '../messages-unit.ts'
import { type ListedMailbox, readMailbox } from '../read-mailboxes.ts'
import { openingPage, sharedPage, unitsPage } from '../views/unit-pages.ts'
import { waysOf } from './own.ts'
import { removalRoutes } from './removal.ts'

const ofUnit = z.object({ authority: z.string().catch(''), unit: z.string().catch('') })
const ofMailbox = z.object({ id: z.uuid().catch('') })
const ofPerson = z.object({ person: z.uuid().catch('') })

/** Mailboxes that several keep: of units and of businesses. */
export function sharedRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/mailboxes' }, (it) => list(context, it))
  page(app, { method: 'get', path: '/desk/mailboxes/:authority/:unit' }, (it) => unit(context, it))
  page(app, { method: 'get', path: '/mailbox/for/:person' }, (it) => organisation(context, it))
  page(app, { method: 'get', path: '/mailbox/of/:id' }, async (it) => {
    const { id } = ofMailbox.parse(it.request.params)
    const { actor } = sessionOf(it.request)
    const mailbox = await readMailbox(context, actor, id)
    if (mailbox.via === 'own') return redirect(it, '/mailbox')
    return shared(context, it, mailbox)
  })
  removalRoutes(app, context)
}

/** The units where an actor may read letters, or make the mailbox. */
async function list(context: Context, it: Page): Promise<PageAnswer> {
  const { actor } = sessionOf(it.request)
  const bodies = await everyAuthority(context.db)
  const roles = [...new Set([...readingRoles, ...headRoles])]
  const mine = bodies.flatMap((body) =>
    body.units
      .filter(({ id }) => holds(actor, { authority: body.id, unit: id, role: roles }))
      .map((each) => ({ body, unit: each }))
  )
  if (mine.length === 0) throw new NotAllowedError()
  const rows = await Promise.all(
    mine.map(async ({ body, unit: each }) => ({
      name: `${body.shortTitle[it.lang]} · ${each.title[it.lang]}`,
      href: `/desk/mailboxes/${body.id}/${each.id}`,
      mailbox: await mailboxOf(context.db, { authority: body.id, unit: each.id })
    }))
  )
  return unitsPage(it.view, rows)
}

async function unit(context: Context, it: Page): Promise<PageAnswer> {
  const place = ofUnit.parse(it.request.params)
  const session = sessionOf(it.request)
  const body = await unitBody(context, session.actor, place)
  const mailbox = await mailboxOf(context.db, place)
  if (mailbox !== null)
    return shared(context, it, await readMailbox(context, session.actor, mailbox.id))
  if (!isHead(session.actor, place)) throw new NotAllowedError()
  demandFreshProof(session, context.clock.now())
  const title = body.units.find(({ id }) => id === place.unit)?.title[it.lang] ?? ''
  const candidates = await staffWithMailbox(context, place, it.lang)
  return opening(context, it, { title, owner: place, candidates })
}

/** The body of a unit where the actor works; the same answer wherever they do not. */
async function unitBody(
  context: Context,
  actor: Actor,
  { authority, unit: id }: { authority: string; unit: string }
): Promise<Authority> {
  const bodies = await everyAuthority(context.db)
  const body = bodies.find((each) => each.id === authority)
  const works = holds(actor, { authority, unit: id, role: [...readingRoles, ...headRoles] })
  if (!works || body === undefined || body.units.every((each) => each.id !== id))
    throw new NotFoundError()
  return body
}

/** The mailbox of a business, by whoever represents it. */
async function organisation(context: Context, it: Page): Promise<PageAnswer> {
  const { person } = ofPerson.parse(it.request.params)
  const session = sessionOf(it.request)
  const now = context.clock.now()
  const asked = { actor: session.actor, person, now }
  const by = person === '' ? null : await receivingDelegation(context.db, asked)
  const found = by?.kind === 'representative' ? await personById(context.db, person) : null
  if (found === null || found.kind === 'person') throw new NotFoundError()
  const mailbox = await mailboxOf(context.db, { person })
  if (mailbox !== null) return redirect(it, `/mailbox/of/${mailbox.id}`)
  demandFreshProof(session, now)
  const candidates = await custodiansOf(context, person, it.lang)
  return opening(context, it, { title: found.name[it.lang], owner: { person }, candidates })
}

function opening(
  context: Context,
  it: Page,
  of: {
    readonly title: string
    readonly owner: { authority: string; unit: string } | { person: string }
    readonly candidates: readonly Candidate[]
  }
): PageAnswer {
  const t = unitMessages.in(it.lang)
  const isUnit = 'unit' in of.owner
  const mailbox = newId(context.clock.now())
  const { host } = new URL(context.config.origin)
  const keyName = mailboxName(host, 'unit' in of.owner ? of.owner : { mailbox })
  const title = `${isUnit ? t.open : t.openOrganisation}: ${of.title}`
  void it.reply.header('cache-control', 'private, no-store')
  return openingPage(it.view, { ...of, title, isUnit, mailbox, keyName })
}

async function shared(context: Context, it: Page, mailbox: ListedMailbox): Promise<PageAnswer> {
  const { actor } = sessionOf(it.request)
  const ways = await waysOf(context, it, mailbox)
  const keeps = ways.some(
    ({ purpose, reader }) => purpose === 'custodian' && reader === actor.person
  )
  const { authority, person } = mailbox
  const persons = keeps
    ? await withScope('system', async () =>
        authority === null
          ? (await custodiansOf(context, person ?? '', it.lang)).map((each) => each.person)
          : (
              await staffOf(context.db, { authority, roles: readingRoles, at: context.clock.now() })
            ).map(({ id }) => id)
      )
    : []
  const candidates = await ready(context, {
    mailbox,
    persons: [...new Set(persons)],
    lang: it.lang
  })
  return sharedPage(it.view, {
    mailbox,
    ways,
    candidates,
    keeps,
    base: `/mailbox/of/${mailbox.id}`
  })
}
