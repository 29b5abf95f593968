import { z } from 'zod'
import { toLatinDigits } from '../../kernel/persian/index.ts'
import { actorOf, everyAuthority, holds } from '../../people/index.ts'
import { type Page, type Server, api, page, redirect } from '../../platform/http/index.ts'
import { type Context, type FieldProblem, InvalidInputError } from '../../platform/index.ts'
import { messages } from './messages.ts'
import { setUnitCost } from './set-unit-cost.ts'
import { unitCosts } from './unit-cost-store.ts'
import { type UnitCost, costedThings } from './unit-cost.ts'
import { unitCostPage } from './view.ts'

const typed = z.string().max(2000).catch('')
const costForm = z.object({
  authority: typed,
  what: typed,
  amountRial: typed,
  'source.fa': typed,
  'source.en': typed
})

const shape = z.object({
  id: z.string(),
  authority: z.string(),
  what: z.enum(costedThings),
  amountRial: z.number(),
  source: z.object({ fa: z.string(), en: z.string() }),
  setAt: z.string()
})
const shown = (cost: UnitCost) => ({ ...cost, setAt: cost.setAt.toString() })

/** What letters and visits cost on paper: read by everybody, declared by administrators (PI-3.1c). */
export function unitCostRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/promises/unit-costs' }, (p) => show(context, p, {}))
  page(app, { method: 'post', path: '/promises/unit-costs' }, (p) => save(context, p))
  api(app, {
    method: 'get',
    path: '/unit-costs',
    summary: 'Declared costs of letters and visits, the newest first',
    tag: 'promises',
    auth: 'public',
    response: z.object({ unitCosts: z.array(shape) }),
    handler: async () => ({ unitCosts: (await unitCosts(context.db)).map(shown) })
  })
  api(app, {
    method: 'post',
    path: '/unit-costs',
    summary: 'Declare what a letter or a visit costs',
    tag: 'promises',
    auth: 'session-or-key',
    body: z.object({
      authority: z.string(),
      what: z.string(),
      amountRial: z.number(),
      source: z.object({ fa: z.string(), en: z.string() })
    }),
    response: shape,
    status: 201,
    handler: async ({ body, request }) => shown(await setUnitCost(context, actorOf(request), body))
  })
}

interface Typed {
  readonly values?: Readonly<Record<string, string>>
  readonly problems?: readonly FieldProblem[]
}

async function show(context: Context, p: Page, { values = {}, problems = [] }: Typed) {
  const authorities = await everyAuthority(context.db)
  const actor = p.request.session?.actor
  const own = authorities.filter(
    ({ id }) => actor !== undefined && holds(actor, { authority: id, role: 'authority-admin' })
  )
  const costs = await unitCosts(context.db)
  return unitCostPage(p.view, { costs, authorities, own, typed: values, problems })
}

/** An amount in any digits, in groups or not; `NaN` for all that only programs read as a number. */
function rialOf(text: string): number {
  const digits = toLatinDigits(text).replaceAll(/[\s,٬،]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

async function save(context: Context, p: Page) {
  const values = costForm.parse(p.request.body ?? {})
  const { authority, what } = values
  try {
    await setUnitCost(context, actorOf(p.request), {
      ...{ authority, what },
      amountRial: rialOf(values.amountRial),
      source: { fa: values['source.fa'], en: values['source.en'] }
    })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    void p.reply.code(error.status)
    // The form names its fields by dots, a pointer by slashes.
    const problems = error.fields.map((one) => ({
      ...one,
      pointer: one.pointer.replace('/source/', '/source.')
    }))
    return show(context, p, { values, problems })
  }
  const { saved } = messages.in(p.lang)
  return redirect(p, '/promises/unit-costs', { kind: 'success', text: saved })
}
