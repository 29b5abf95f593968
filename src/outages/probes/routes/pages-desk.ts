import { toLatinDigits } from '../../../kernel/persian/index.ts'
import {
  type Actor,
  type Authority,
  NotAllowedError,
  actorOf,
  holds,
  listAuthorities
} from '../../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { atForm, sentOf, typedIn } from '../../outages/routes/desk-input.ts'
import { tried } from '../../planned/routes/planner.ts'
import { type Sent, textIn } from '../../planned/routes/typed-plan.ts'
import { addTarget, retireTarget } from '../add-target.ts'
import { deskTexts } from '../messages-desk.ts'
import { readProbeDesk } from '../read-desk.ts'
import { registerHost, retireHost } from '../register-host.ts'
import { retireVantage } from '../register-vantage.ts'
import { changeSettings } from '../save-settings.ts'
import { type ProbeSettings, settingLimits } from '../settings.ts'
import { probesPage } from '../views/probes-page.ts'
import type { RefusedForm } from '../views/refused-form.ts'

/** The page of probes, and everything that is done on it. */
export function deskPages(app: Server, context: Context): void {
  const own = '/desk/probes/:authority'
  page(app, { method: 'get', path: '/desk/probes' }, async (p) => show(context, p, null))
  page(app, { method: 'post', path: `${own}/hosts` }, async (p) => addHost(context, p))
  page(app, { method: 'post', path: `${own}/targets` }, async (p) => addOne(context, p))
  page(app, { method: 'post', path: `${own}/settings` }, async (p) => change(context, p))
  page(app, { method: 'post', path: `${own}/hosts/:host/retirement` }, async (p) => {
    await retireHost(context, actorOf(p.request), {
      authority: authorityIn(p),
      host: partIn(p, 'host')
    })
    return done(p, deskTexts.in(p.lang).retired)
  })
  page(app, { method: 'post', path: `${own}/targets/:target/retirement` }, async (p) => {
    const name = { authority: authorityIn(p), target: partIn(p, 'target') }
    await retireTarget(context, actorOf(p.request), name)
    return done(p, deskTexts.in(p.lang).retired)
  })
  page(app, { method: 'post', path: `${own}/vantages/:vantage/retirement` }, async (p) => {
    const name = { authority: authorityIn(p), vantage: partIn(p, 'vantage') }
    await retireVantage(context, actorOf(p.request), name)
    return done(p, deskTexts.in(p.lang).retired)
  })
}

function partIn(p: Page, name: string): string {
  return (p.request.params as Readonly<Record<string, string | undefined>>)[name] ?? ''
}

function authorityIn(p: Page): string {
  return partIn(p, 'authority')
}

function done(p: Page, text: string): PageAnswer {
  return redirect(p, '/desk/probes', { kind: 'success', text })
}

async function probeAuthorities(context: Context, actor: Actor): Promise<Authority[]> {
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: 'it-manager' })
  )
  if (own.length === 0) throw new NotAllowedError()
  return own
}

async function show(context: Context, p: Page, refused: RefusedForm | null): Promise<PageAnswer> {
  const authorities = await probeAuthorities(context, actorOf(p.request))
  const desks = await Promise.all(authorities.map((each) => readProbeDesk(context, each)))
  return probesPage(p.view, desks, refused)
}

/** Does what a form of the page asks, or shows the page again with what was typed. */
async function act(
  context: Context,
  p: Page,
  what: {
    readonly form: RefusedForm['form']
    readonly first: string
    readonly text: string
    readonly work: (sent: Sent, authority: string) => Promise<unknown>
  }
): Promise<PageAnswer> {
  const authority = authorityIn(p)
  const form = `${authority}-${what.form}`
  const sent = sentOf(p.request.body, form)
  const outcome = await tried(what.first, () => what.work(sent, authority))
  if (outcome.ok) return done(p, what.text)
  void p.reply.code(outcome.status)
  const problems = atForm(outcome.problems, form)
  return show(context, p, { authority, form: what.form, typed: typedIn(sent), problems })
}

function addHost(context: Context, p: Page): Promise<PageAnswer> {
  return act(context, p, {
    form: 'host',
    first: '/address',
    text: deskTexts.in(p.lang).hostAdded,
    work: (sent, authority) =>
      registerHost(context, actorOf(p.request), {
        authority,
        address: textIn(sent, 'address') ?? ''
      })
  })
}

function addOne(context: Context, p: Page): Promise<PageAnswer> {
  return act(context, p, {
    form: 'target',
    first: '/component',
    text: deskTexts.in(p.lang).targetAdded,
    work: (sent, authority) =>
      addTarget(context, actorOf(p.request), {
        authority,
        component: textIn(sent, 'component') ?? '',
        what: textIn(sent, 'what') ?? '',
        check: checkIn(sent),
        everySeconds: numberIn(sent, 'everySeconds'),
        timeoutMs: numberIn(sent, 'timeoutMs')
      })
  })
}

function change(context: Context, p: Page): Promise<PageAnswer> {
  const names = Object.keys(settingLimits) as (keyof ProbeSettings)[]
  return act(context, p, {
    form: 'settings',
    first: '/everySeconds',
    text: deskTexts.in(p.lang).saved,
    work: (sent, authority) => {
      const settings = Object.fromEntries(
        names.map((name) => [name, numberIn(sent, name) ?? Number.NaN])
      ) as unknown as ProbeSettings
      return changeSettings(context, actorOf(p.request), { authority, ...settings })
    }
  })
}

/** The fields of the chosen kind of probe. */
function checkIn(sent: Sent): object {
  const kind = textIn(sent, 'kind')
  const text = (name: string) => textIn(sent, `check.${name}`)
  if (kind === 'tcp') return { kind, host: text('host'), port: numberIn(sent, 'check.port') }
  if (kind === 'dns') return { kind, name: text('name'), type: text('type') }
  return {
    kind: 'http',
    url: text('url'),
    keyword: text('keyword') ?? null,
    tlsDaysMin: numberIn(sent, 'check.tlsDaysMin')
  }
}

/** A number as typed, in any digits; what is none is no number. */
function numberIn(sent: Sent, name: string): number | null {
  const typed = textIn(sent, name)
  return typed === undefined ? null : Number(toLatinDigits(typed))
}
