import { type Context, Refusal } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { Html, View } from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import { listAuthorities } from '../authority-store.ts'
import { NotAllowedError, anyUnit, holds } from '../role.ts'
import { namedPage } from '../staff/staff-page.ts'
import { personTyped, typedOf } from '../staff/typed-person.ts'
import { registryApi } from './api.ts'
import { correctPerson } from './correct-person.ts'
import { enrolAtCounter } from './enrol-at-counter.ts'
import { messages } from './messages.ts'
import { registerOrganisation } from './register-organisation.ts'
import {
  type CounterForm,
  correctionPage,
  organisationPage,
  personPage,
  registryPage
} from './registry-pages.ts'
import { personalSessionOf } from '../session-of.ts'

/** The counter that writes people down: its pages, and the operations. */
export function registryRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/registry' }, async (p) => {
    await countersOf(context, p)
    return registryPage(p.view)
  })
  counterForm(app, context, {
    path: '/desk/registry/person',
    show: personPage,
    act: (p) => enrolTyped(context, p)
  })
  counterForm(app, context, {
    path: '/desk/registry/organisation',
    show: organisationPage,
    act: (p) => registerTyped(context, p)
  })
  counterForm(app, context, {
    path: '/desk/registry/correction',
    show: correctionPage,
    act: (p) => correctTyped(context, p)
  })
  registryApi(app, context)
}

/** The authorities whose counter the reader serves. */
async function countersOf(context: Context, { request }: Page): Promise<Authority[]> {
  const { actor } = personalSessionOf(request)
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: 'clerk', unit: anyUnit })
  )
  if (own.length === 0) throw new NotAllowedError()
  return own
}

interface CounterRoute {
  readonly path: string
  readonly show: (view: View, filled: CounterForm) => Html
  readonly act: (p: Page) => Promise<PageAnswer>
}

/** A form by itself; what is refused comes back as it was typed. */
function counterForm(app: Server, context: Context, { path, show, act }: CounterRoute): void {
  page(app, { method: 'get', path }, async (p) =>
    show(p.view, { authorities: await countersOf(context, p), typed: {}, problems: [] })
  )
  page(app, { method: 'post', path }, async (p) => {
    const authorities = await countersOf(context, p)
    try {
      return await act(p)
    } catch (error) {
      if (!(error instanceof Refusal) || error.fields.length === 0) throw error
      void p.reply.code(error.status)
      const typed = typedOf(p.request.body)
      return show(p.view, { authorities, typed, problems: error.fields })
    }
  })
}

async function enrolTyped(context: Context, p: Page): Promise<PageAnswer> {
  const typed = typedOf(p.request.body)
  const { authority = '' } = typed
  const named = await enrolAtCounter(context, personalSessionOf(p.request), {
    authority,
    person: personTyped(typed)
  })
  return shown(context, p, named)
}

async function registerTyped(context: Context, p: Page): Promise<PageAnswer> {
  const typed = typedOf(p.request.body)
  const { authority = '', kind, name = '', legalId = '' } = typed
  const session = personalSessionOf(p.request)
  const registered = await registerOrganisation(context, session, {
    authority,
    kind: kind === 'body' ? 'body' : 'business',
    name,
    legalId,
    representative: personTyped(typed, 'representative.')
  })
  const { organisation, person } = registered
  const text = messages.in(p.lang).wasRegistered(organisation.name[p.lang], person.name[p.lang])
  return redirect(p, '/desk/registry', { kind: 'success', text })
}

async function correctTyped(context: Context, p: Page): Promise<PageAnswer> {
  const { authority = '', name = '', ...typed } = typedOf(p.request.body)
  const { nationalId, foreignerCode, legalId } = typed
  const input = { authority, name, nationalId, foreignerCode, legalId }
  await correctPerson(context, personalSessionOf(p.request), input)
  const text = messages.in(p.lang).wasCorrected
  return redirect(p, '/desk/registry', { kind: 'success', text })
}

function shown(
  { config }: Context,
  { view, lang, reply }: Page,
  named: Parameters<typeof namedPage>[1]
): PageAnswer {
  void reply.header('cache-control', 'private, no-store')
  const { title } = messages.in(lang)
  return namedPage(view, named, { title, href: '/desk/registry', origin: config.origin })
}
