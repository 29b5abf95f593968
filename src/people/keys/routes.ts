import { type Context, type FieldProblem, Refusal } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { everyAuthority } from '../authority-store.ts'
import { NotAllowedError, holds } from '../role.ts'
import { keyApi } from './api.ts'
import { type RefusedKey, daysOfKeys, keysPage, shownKeyPage } from './keys-page.ts'
import { endKey, keysOf, makeKey, replaceKey } from './manage-keys.ts'
import { messages } from './messages.ts'
import { overlapHoursUsual } from './rotate-api-key.ts'
import { personalSessionOf } from '../session-of.ts'

/** Keys of systems: the page of administrators, and the operations. */
export function keyRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/keys' }, (p) => show(context, p, null))
  page(app, { method: 'post', path: '/desk/keys' }, (p) => make(context, p))
  page(app, { method: 'post', path: '/desk/keys/:id/rotation' }, async (p) => {
    const asked = { id: idIn(p), overlapHours: overlapHoursUsual }
    const { key, text, old } = await replaceKey(context, personalSessionOf(p.request), asked)
    return shown(p, { text, label: key.label, oldEndsAt: old.expiresAt })
  })
  page(app, { method: 'post', path: '/desk/keys/:id/revocation' }, async (p) => {
    await endKey(context, personalSessionOf(p.request), idIn(p))
    const { wasRevoked } = messages.in(p.lang)
    return redirect(p, '/desk/keys', { kind: 'success', text: wasRevoked })
  })
  keyApi(app, context)
}

function idIn({ request }: Page): string {
  return (request.params as { readonly id: string }).id
}

/** The page with the key itself is kept by nobody. */
function shown({ view, reply }: Page, what: Parameters<typeof shownKeyPage>[1]): PageAnswer {
  void reply.header('cache-control', 'private, no-store')
  return shownKeyPage(view, what)
}

async function show(context: Context, p: Page, refused: RefusedKey | null): Promise<PageAnswer> {
  const session = personalSessionOf(p.request)
  const own = (await everyAuthority(context.db)).filter(({ id }) =>
    holds(session.actor, { authority: id, role: 'authority-admin' })
  )
  if (own.length === 0) throw new NotAllowedError()
  const desks = await Promise.all(
    own.map(async (authority) => ({
      authority,
      keys: await keysOf(context, session, authority.id)
    }))
  )
  return keysPage(p.view, desks, refused)
}

async function make(context: Context, p: Page): Promise<PageAnswer> {
  const session = personalSessionOf(p.request)
  const sent = (p.request.body ?? {}) as Readonly<Record<string, unknown>>
  const authority = textOf(sent.authority)
  const of = (name: string) => sent[`${authority}.${name}`]
  const typed = {
    label: textOf(of('label')),
    role: textOf(of('role')),
    unit: textOf(of('unit')),
    scopes: [of('scopes') ?? []].flat().filter((each) => typeof each === 'string'),
    days: textOf(of('days')),
    live: textOf(of('live'))
  }
  try {
    const { key, text } = await makeKey(context, session, {
      authority,
      label: typed.label,
      role: typed.role,
      unit: typed.unit === '*' || typed.unit === '' ? null : typed.unit,
      scopes: typed.scopes,
      expiresAt: endOf(typed.days, context.clock.now()),
      live: typed.live === 'live'
    })
    return shown(p, { text, label: key.label, oldEndsAt: null })
  } catch (error) {
    if (!(error instanceof Refusal) || error.fields.length === 0) throw error
    void p.reply.code(error.status)
    return show(context, p, { authority, typed, problems: error.fields.map(atForm(authority)) })
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Anything but the choice "without an end" ends. */
function endOf(days: string, now: Temporal.Instant): Temporal.Instant | null {
  if (days === 'none') return null
  const known = daysOfKeys.find((each) => each === days) ?? daysOfKeys[0]
  return now.add({ hours: 24 * Number(known) })
}

function atForm(authority: string) {
  return (problem: FieldProblem): FieldProblem => {
    const pointer = problem.pointer === '/expiresAt' ? '/days' : problem.pointer
    return { ...problem, pointer: `/${authority}${pointer}` }
  }
}
