import { z } from 'zod'
import { jalaliToPlainDate, parseJalaliDate } from '../../../kernel/persian/index.ts'
import { type Authority, NotAllowedError, actorOf, everyAuthority } from '../../../people/index.ts'
import { formatNumber } from '../../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  api,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { type Context, Refusal } from '../../../platform/index.ts'
import { recordingRoles } from '../../exchange/index.ts'
import { namesOf, sessionOf } from '../../mailboxes/index.ts'
import { deathMessages } from './messages.ts'
import {
  type DeathInput,
  deathToReverse,
  lookAtDeath,
  recordDeath,
  takeBack
} from './record-death.ts'
import { deathPage, reversalPage, secondLookPage } from './views.ts'

const text = z.string().max(2000).catch('')
const typedDeath = z.object({
  ...{
    authority: text,
    name: text,
    nationalId: text,
    foreignerCode: text,
    number: text,
    day: text
  },
  confirmed: z.enum(['yes', 'no', '']).catch('')
})
const typedReversal = z.object({ person: z.uuid().catch(''), authority: text, reason: text })

/** Where a counter records a death by its certificate, and takes it back when it was wrong. */
export function deathRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/registry/death' }, async (it) =>
    deathPage(it.view, { authorities: await bodiesOf(context, it), typed: {}, problems: [] })
  )
  page(app, { method: 'post', path: '/desk/registry/death' }, (it) => take(context, it))
  page(app, { method: 'get', path: '/desk/registry/death/reversal' }, async (it) => {
    const asked = typedReversal.parse(it.request.query ?? {})
    const death = await deathToReverse(context, sessionOf(it.request), asked)
    return reversalPage(it.view, { death, person: asked.person, reason: '', problems: [] })
  })
  page(app, { method: 'post', path: '/desk/registry/death/reversal' }, (it) => reverse(context, it))
  api(app, {
    method: 'post',
    path: '/letter-recipients/{person}/end-reversal',
    summary: 'Take back that a person has died or a business is dissolved: it was recorded wrongly',
    ...{ tag: 'letters', auth: 'session-or-key', scope: 'letters:send', status: 204 },
    params: z.object({ person: z.uuid().describe('Id of the person.') }),
    body: z.strictObject({
      authority: z.string().max(64).describe('The body that recorded it.'),
      reason: z.string().max(1000)
    }),
    response: z.null(),
    handler: async ({ params, body, request }) => {
      await takeBack(context, actorOf(request), { person: params.person, ...body })
      return null
    }
  })
}

/** The bodies at which somebody takes in papers. @throws {NotAllowedError} */
async function bodiesOf({ db }: Context, { request }: Page): Promise<Authority[]> {
  const { grants } = sessionOf(request).actor
  const own = (await everyAuthority(db)).filter(({ id }) =>
    grants.some(({ authority, role }) => authority === id && recordingRoles.includes(role))
  )
  if (own.length === 0) throw new NotAllowedError()
  return own
}

async function take(context: Context, it: Page): Promise<PageAnswer> {
  const authorities = await bodiesOf(context, it)
  const { confirmed, ...typed } = typedDeath.parse(it.request.body ?? {})
  const session = sessionOf(it.request)
  if (confirmed === 'no') return deathPage(it.view, { authorities, typed, problems: [] })
  const input = { ...typed, day: dayOf(typed.day) } satisfies DeathInput
  try {
    const look = await lookAtDeath(context, session, input)
    if (confirmed !== 'yes' || look.recorded !== null)
      return secondLookPage(it.view, { look, seenBy: session.person.name, typed })
    const returned = formatNumber(it.lang, await recordDeath(context, session, input))
    const said = deathMessages.in(it.lang).recorded(look.person.name[it.lang], returned)
    return redirect(it, '/desk/registry/death', { kind: 'success', text: said })
  } catch (error) {
    if (!(error instanceof Refusal) || error.fields.length === 0) throw error
    void it.reply.code(error.status)
    return deathPage(it.view, { authorities, typed, problems: error.fields })
  }
}

function dayOf(typed: string): Temporal.PlainDate | null {
  const date = parseJalaliDate(typed.trim())
  return date.ok ? jalaliToPlainDate(date.value) : null
}

async function reverse(context: Context, it: Page): Promise<PageAnswer> {
  const typed = typedReversal.parse(it.request.body ?? {})
  const session = sessionOf(it.request)
  const death = await deathToReverse(context, session, typed)
  try {
    const t = deathMessages.in(it.lang)
    const heirs = await takeBack(context, session.actor, typed)
    const said = heirs === null ? t.reversed : t.reversedClosed(namesOf(heirs)[it.lang])
    return redirect(it, '/desk/registry/death', { kind: 'success', text: said })
  } catch (error) {
    if (!(error instanceof Refusal) || error.fields.length === 0) throw error
    void it.reply.code(error.status)
    return reversalPage(it.view, { death, ...typed, problems: error.fields })
  }
}
