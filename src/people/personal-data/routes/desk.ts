import { z } from 'zod'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { type Context, type FieldProblem, InvalidInputError } from '../../../platform/index.ts'
import { toLatinDigits } from '../../../kernel/persian/index.ts'
import { actorNames } from '../../actor-names.ts'
import { everyAuthority } from '../../authority-store.ts'
import { namedServices } from '../../delegation/service-names.ts'
import { demandFreshProof } from '../../fresh-proof.ts'
import { actorOf } from '../../request-actor.ts'
import { NotAllowedError, type Role, holds } from '../../role.ts'
import { holdsOfAuthorities } from '../hold-store.ts'
import type { PersonalDataHolder } from '../holder.ts'
import { deskMessages } from '../messages-pages.ts'
import { changeHold, holdRoles, placeHold } from '../place-hold.ts'
import { retentionRules } from '../retention-store.ts'
import { dropRetention, saveRetention } from '../save-retention.ts'
import { holdsPage } from '../views/holds.ts'
import { retentionPage } from '../views/retention.ts'
import { sessionOf } from '../../session-of.ts'

const holdsMost = 200
const field = z.string().max(2000).catch('')
const ruleForm = z.object({
  authority: field,
  dataType: field,
  service: field,
  keepDays: field,
  erasable: field
})
const holdForm = z.object({ authority: field, matter: field, scope: field, reason: field })

/** The pages of staff about data of persons: how long it is kept, and what is held. */
export function personalDataDesk(
  app: Server,
  context: Context,
  holders: readonly PersonalDataHolder[]
): void {
  page(app, { method: 'get', path: '/desk/retention' }, (p) => showRules(context, p, {}))
  page(app, { method: 'post', path: '/desk/retention' }, (p) => saveRule(context, p))
  page(app, { method: 'post', path: '/desk/retention/removal' }, async (p) => {
    fresh(context, p)
    const { authority, dataType, service } = ruleForm.parse(p.request.body ?? {})
    await dropRetention(context, actorOf(p.request), { authority, dataType, service })
    const { removed } = deskMessages.in(p.lang)
    return redirect(p, '/desk/retention', { kind: 'success', text: removed })
  })
  page(app, { method: 'get', path: '/desk/legal-holds' }, (p) => showHolds(context, p, {}))
  page(app, { method: 'post', path: '/desk/legal-holds' }, (p) => place(context, holders, p))
  page(app, { method: 'post', path: '/desk/legal-holds/:id' }, async (p) => {
    fresh(context, p)
    const { id } = p.request.params as { id: string }
    const { act, reason } = z.object({ act: field, reason: field }).parse(p.request.body ?? {})
    await changeHold(context, actorOf(p.request), { hold: id, ...actOf(act, reason) })
    const { changed } = deskMessages.in(p.lang)
    return redirect(p, '/desk/legal-holds', { kind: 'success', text: changed })
  })
}

/** What data is kept or held is no click for somebody who found an open browser. */
function fresh(context: Context, p: Page): void {
  demandFreshProof(sessionOf(p.request), context.clock.now())
}

async function ownAuthorities(context: Context, p: Page, role: Role | readonly Role[]) {
  const actor = actorOf(p.request)
  const all = await everyAuthority(context.db)
  const own = all.filter(({ id }) => holds(actor, { authority: id, role }))
  if (own.length === 0) throw new NotAllowedError()
  return own
}

interface Typed {
  readonly typed?: Readonly<Record<string, string>>
  readonly problems?: readonly FieldProblem[]
}

async function showRules(context: Context, p: Page, { typed = {}, problems = [] }: Typed) {
  const authorities = await ownAuthorities(context, p, 'authority-admin')
  const ids = new Set(authorities.map(({ id }) => id))
  const rules = (await retentionRules(context.db)).filter(({ authority }) => ids.has(authority))
  return retentionPage(p.view, { authorities, rules, typed, problems })
}

async function saveRule(context: Context, p: Page): Promise<PageAnswer> {
  fresh(context, p)
  const typed = ruleForm.parse(p.request.body ?? {})
  try {
    await saveRetention(context, actorOf(p.request), {
      ...typed,
      service: toLatinDigits(typed.service.trim()),
      keepDays: Number(toLatinDigits(typed.keepDays.trim()) || 'none'),
      erasable: typed.erasable !== '',
      services: await namedServices(p.request.server)
    })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    void p.reply.code(error.status)
    return showRules(context, p, { typed, problems: error.fields })
  }
  return redirect(p, '/desk/retention', { kind: 'success', text: deskMessages.in(p.lang).saved })
}

async function showHolds(context: Context, p: Page, { typed = {}, problems = [] }: Typed) {
  const authorities = await ownAuthorities(context, p, holdRoles)
  const ids = authorities.map(({ id }) => id)
  const all = await holdsOfAuthorities(context.db, ids, holdsMost)
  const by = all.flatMap(({ placedBy, person }) => [placedBy, person])
  const names = await actorNames(context.db, [...new Set(by)])
  const me = actorOf(p.request).id
  return holdsPage(p.view, { authorities, holds: all, names, me, typed, problems })
}

async function place(
  context: Context,
  holders: readonly PersonalDataHolder[],
  p: Page
): Promise<PageAnswer> {
  fresh(context, p)
  const typed = holdForm.parse(p.request.body ?? {})
  const scope = typed.scope === 'person' ? 'person' : 'case'
  try {
    await placeHold(context, actorOf(p.request), { ...typed, scope, holders })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    void p.reply.code(error.status)
    return showHolds(context, p, { typed, problems: error.fields })
  }
  return redirect(p, '/desk/legal-holds', { kind: 'success', text: deskMessages.in(p.lang).placed })
}

function actOf(act: string, reason: string) {
  if (act === 'ask-lift') return { act: 'ask-lift' as const, reason }
  const known = (['confirm', 'lift', 'keep'] as const).find((each) => each === act)
  if (known !== undefined) return { act: known }
  const text = { fa: 'چنین کاری نیست.', en: 'There is no such act.' }
  throw new InvalidInputError([{ pointer: '/act', code: 'legal-hold/act', text }])
}
