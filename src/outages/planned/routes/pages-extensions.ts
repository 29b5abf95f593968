import { listServices } from '../../../catalogue/index.ts'
import { type Actor, actorNames, actorOf, holds, listAuthorities } from '../../../people/index.ts'
import type { Html } from '../../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import {
  type Bilingual,
  type Context,
  type FieldProblem,
  problem
} from '../../../platform/index.ts'
import type { Outage } from '../../outages/outage.ts'
import { newestOutages } from '../../outages/outage-store.ts'
import { componentTitle } from '../../status/component-title.ts'
import {
  decideExtension,
  granterRoles,
  proposeExtension,
  proposerRoles
} from '../extend-for-outage.ts'
import { type DeadlineExtension, extensionFault } from '../extension.ts'
import { deskTexts } from '../messages-pages.ts'
import { invalid } from '../refusals.ts'
import { extensionsFor } from '../read-extensions.ts'
import { type ShownExtension, extensionsPage } from '../views/extensions-page.ts'
import { tried } from './planner.ts'
import { sentBy, textIn } from './typed-plan.ts'

const outagesListed = 100
const path = '/desk/planned/extensions'

/** Proposals to extend deadlines, and what a second person says to them. */
export function extensionPages(app: Server, context: Context): void {
  page(app, { method: 'get', path }, async (p) => show(context, p, []))
  page(app, { method: 'post', path }, async (p) => propose(context, p))
  page(app, { method: 'post', path: `${path}/:id/decision` }, async (p) => {
    const { id } = p.request.params as { id: string }
    const approved = textIn(sentBy(p.request.body), 'approved') === 'yes'
    await decideExtension(context, actorOf(p.request), { extension: id, approved })
    return redirect(p, path, { kind: 'success', text: deskTexts.in(p.lang).decided })
  })
}

async function propose(context: Context, p: Page): Promise<PageAnswer> {
  const sent = sentBy(p.request.body)
  const outcome = await tried('/outage', () => {
    const outage = textIn(sent, 'outage')
    if (outage === undefined) {
      throw invalid(problem('/outage', 'extension/outage', deskTexts.entries.outageMissing))
    }
    const reason = textIn(sent, 'reason') ?? ''
    return proposeExtension(context, actorOf(p.request), { outage, reason })
  })
  if (outcome.ok) {
    return redirect(p, path, { kind: 'success', text: deskTexts.in(p.lang).proposed })
  }
  void p.reply.code(outcome.status)
  return show(context, p, outcome.problems)
}

async function show(context: Context, p: Page, problems: readonly FieldProblem[]): Promise<Html> {
  const actor = actorOf(p.request)
  const extensions = await extensionsFor(context, actor)
  const names = await actorNames(
    context.db,
    extensions.map(({ proposedBy }) => proposedBy)
  )
  const titles = await componentTitles(context)
  const sent = sentBy(p.request.body)
  return extensionsPage(p.view, {
    extensions: extensions.map((each) => ({
      ...each,
      title: titles(each),
      proposer: names.get(each.proposedBy)?.name ?? { fa: each.proposedBy, en: each.proposedBy },
      ...rightsOf(actor, each)
    })),
    outages: await extendable(context, actor, { titles, extensions }),
    typed: {
      outage: textIn(sent, 'outage') ?? textIn(sentBy(p.request.query), 'outage'),
      reason: textIn(sent, 'reason')
    },
    problems
  })
}

function rightsOf(
  actor: Actor,
  { authority, approved, proposedBy }: DeadlineExtension
): Pick<ShownExtension, 'mayApprove' | 'mayDecline' | 'isOwn'> {
  const isOwn = proposedBy === actor.id
  const waits = approved === null
  const mayGrant = holds(actor, { authority, role: granterRoles })
  return {
    isOwn,
    mayApprove: waits && mayGrant && !isOwn,
    mayDecline: waits && (mayGrant || isOwn)
  }
}

type Titles = (of: Pick<Outage, 'authority' | 'component'>) => Bilingual

async function componentTitles(context: Context): Promise<Titles> {
  const at = context.clock.now()
  const services = new Map(
    (await listServices(context.db, { at })).map(({ card }) => [card.code, card.title])
  )
  return ({ authority, component: id }) => {
    const service = /^service:(.+)$/.exec(id)?.[1] ?? null
    const full = { authority, id, service, host: null, addedAt: at, retiredAt: null }
    return componentTitle(full, services)
  }
}

/** Outages that are over, for which the reader may propose; `null` for whoever may propose nothing. */
async function extendable(
  context: Context,
  actor: Actor,
  { titles, extensions }: { titles: Titles; extensions: readonly DeadlineExtension[] }
) {
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: proposerRoles })
  )
  if (own.length === 0) return null
  const all = await Promise.all(
    own.map(({ id }) => newestOutages(context.db, { authority: id, limit: outagesListed }))
  )
  // What waits, or was granted for this very span, needs not be proposed again.
  const known = extensions.filter(({ approved }) => approved !== false)
  return all.flat().flatMap((outage) => {
    const { id, from, to } = outage
    if (to === null || extensionFault(outage) !== null) return []
    if (known.some((each) => each.outage === id && each.from.equals(from) && each.to.equals(to)))
      return []
    return [{ id, from, to, title: titles(outage) }]
  })
}
