import { z } from 'zod'
import { formatAlert, parseAlert } from '../../kernel/alerts/index.ts'
import { mailboxName } from '../../kernel/seal/index.ts'
import {
  NotAllowedError,
  actorOf,
  demandFreshProof,
  everyAuthority,
  holds
} from '../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  SignInRequiredError,
  page,
  redirect
} from '../../platform/http/index.ts'
import { type Context, Refusal } from '../../platform/index.ts'
import { mailboxOf } from '../mailboxes/index.ts'
import { messages } from './messages.ts'
import { broadcastingRoles, publishBroadcast } from './publish-broadcast.ts'
import { type TypedAlert, alertForm } from './alert-form.ts'
import type { Broadcast } from './broadcast.ts'
import { broadcastById } from './broadcast-store.ts'
import { problemsOfTyped, wholeOf } from './check-typed-alert.ts'
import { BroadcastReferenceError } from './refusals.ts'
import { alertOfTyped, typedOf } from './typed-alert.ts'
import { type SendingUnit, newAlertPage, signAlertPage } from './views/new-alert-page.ts'

const signedForm = z.object({
  authority: z.string().max(64),
  unit: z.string().max(64),
  xml: z.base64().max(400_000),
  note: z.string().max(20_000),
  percent: z.coerce.number(),
  seconds: z.coerce.number()
})
const following = z.object({
  of: z.uuid().or(z.literal('')).catch(''),
  as: z.enum(['Update', 'Cancel']).catch('Update')
})

/** Writing an alert, looking at it, signing it with the key of the unit. */
export function newAlertPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/alerts/new' }, async (p) => {
    const units = await ownUnits(context, p)
    const asked = following.parse(p.request.query)
    const earlier = await earlierOf(context, { units, of: asked.of })
    const typed = earlier === null ? {} : { ...typedAgain(p, earlier), ...asked }
    return newAlertPage(p.view, { units, typed, problems: [], earlier })
  })
  page(app, { method: 'post', path: '/desk/alerts/new' }, (p) => preview(context, p))
  page(app, { method: 'post', path: '/desk/alerts' }, async (p) => {
    const session = p.request.session
    if (session === null) throw new SignInRequiredError()
    demandFreshProof(session, context.clock.now())
    const signed = signedForm.parse(p.request.body ?? {})
    const { authority, unit, percent, seconds } = signed
    // A form changes the ends of lines; a note has none but this one.
    const note = signed.note.replaceAll('\r\n', '\n')
    // Base64: a form would change the ends of lines, and what was signed with them.
    const xml = Buffer.from(signed.xml, 'base64').toString()
    const target = { percent, seconds }
    try {
      const input = { authority, unit, note, target, xml }
      const { id } = await publishBroadcast(context, actorOf(p.request), input)
      return redirect(p, `/alerts/${id}`, { kind: 'success', text: messages.in(p.lang).done })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return again(context, p, { refused: error, xml, from: `${authority}/${unit}`, target })
    }
  })
}

/** The units with a mailbox in whose name the reader may publish. */
async function ownUnits(context: Context, p: Page): Promise<SendingUnit[]> {
  const actor = actorOf(p.request)
  const own = (await everyAuthority(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: broadcastingRoles })
  )
  if (own.length === 0) throw new NotAllowedError()
  const units = own.flatMap(({ id, units: all }) => all.map((unit) => ({ authority: id, ...unit })))
  const found = await Promise.all(
    units.map(async ({ authority, id: unit, title }) => {
      const mailbox = await mailboxOf(context.db, { authority, unit })
      return mailbox === null ? [] : [{ authority, unit, title, mailbox: mailbox.id }]
    })
  )
  return found.flat()
}

async function preview(context: Context, p: Page): Promise<PageAnswer> {
  const typed = alertForm.parse(p.request.body ?? {})
  const units = await ownUnits(context, p)
  const earlier = await earlierOf(context, { units, of: typed.of })
  const from = units.find((one) => `${one.authority}/${one.unit}` === typed.from)
  if (from === undefined) throw new NotAllowedError()
  const problems = problemsOfTyped(typed)
  if (problems.length > 0) {
    void p.reply.code(422)
    return newAlertPage(p.view, { units, typed, problems, earlier })
  }
  const { authority, unit } = from
  const sender = mailboxName(new URL(context.config.origin).host, { authority, unit })
  const now = context.clock.now()
  const xml = formatAlert(alertOfTyped(typed, { sender, senderName: from.title, now, earlier }))
  const target = { percent: wholeOf(typed.percent, 95), seconds: wholeOf(typed.minutes, 10) * 60 }
  return signAlertPage(p.view, { from, xml, target, earlier })
}

/** The alert of an own body, still in force, that another takes the place of. */
async function earlierOf(
  { db }: Context,
  { units, of }: { readonly units: readonly SendingUnit[]; readonly of: string }
): Promise<Broadcast | null> {
  if (of === '') return null
  const found = z.uuid().safeParse(of).success ? await broadcastById(db, of) : null
  const isOwn = units.some(({ authority }) => authority === found?.authority)
  if (found === null || !isOwn || found.replacedAt !== null) throw new BroadcastReferenceError()
  return found
}

/** What was written of an alert, in its form again. */
function typedAgain(
  p: Page,
  { xml, authority, unit, drill }: Pick<Broadcast, 'xml' | 'authority' | 'unit' | 'drill'>
): Partial<TypedAlert> {
  const read = parseAlert(xml)
  const from = `${authority}/${unit}`
  return read.ok ? typedOf(read.value, { from, target: drill, lang: p.lang }) : { from }
}

/** The form with what was written, where the signed alert is not taken: a page left open, another key. */
async function again(
  context: Context,
  p: Page,
  of: {
    readonly refused: Refusal
    readonly xml: string
    readonly from: string
    readonly target: Broadcast['drill']
  }
): Promise<PageAnswer> {
  const units = await ownUnits(context, p)
  const [authority = '', unit = ''] = of.from.split('/')
  const typed = typedAgain(p, { xml: of.xml, authority, unit, drill: of.target })
  const [{ code, text }] = [...of.refused.fields, of.refused]
  void p.reply.code(of.refused.status)
  const problems = [{ pointer: '/from', code, text }]
  return newAlertPage(p.view, { units, typed, problems, earlier: null })
}
