import { z } from 'zod'
import { formatAlert, parseAlert } from '../../kernel/alerts/index.ts'
import { toLatinDigits } from '../../kernel/persian/index.ts'
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
import type { Context } from '../../platform/index.ts'
import { mailboxOf } from '../mailboxes/index.ts'
import { messages } from './messages.ts'
import { broadcastingRoles, publishBroadcast } from './publish-broadcast.ts'
import { alertForm, alertOfTyped } from './typed-alert.ts'
import { type SendingUnit, newAlertPage, signAlertPage } from './views/new-alert-page.ts'

const signedForm = z.object({
  authority: z.string().max(64),
  unit: z.string().max(64),
  xml: z.base64().max(400_000),
  note: z.string().max(20_000),
  percent: z.coerce.number(),
  seconds: z.coerce.number()
})

/** Writing an alert, looking at it, signing it with the key of the unit. */
export function newAlertPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/alerts/new' }, async (p) =>
    newAlertPage(p.view, { units: await ownUnits(context, p), typed: {}, problems: [] })
  )
  page(app, { method: 'post', path: '/desk/alerts/new' }, (p) => preview(context, p))
  page(app, { method: 'post', path: '/desk/alerts' }, async (p) => {
    const session = p.request.session
    if (session === null) throw new SignInRequiredError()
    demandFreshProof(session, context.clock.now())
    const signed = signedForm.parse(p.request.body ?? {})
    const { authority, unit, percent, seconds } = signed
    // A form changes the ends of lines; a note has none but this one.
    const note = signed.note.replaceAll('\r\n', '\n')
    const { id } = await publishBroadcast(context, actorOf(p.request), {
      ...{ authority, unit, note, target: { percent, seconds } },
      // Base64: a form would change the ends of lines, and what was signed with them.
      xml: Buffer.from(signed.xml, 'base64').toString()
    })
    return redirect(p, `/alerts/${id}`, { kind: 'success', text: messages.in(p.lang).done })
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
  const from = units.find((one) => `${one.authority}/${one.unit}` === typed.from)
  if (from === undefined) throw new NotAllowedError()
  const { authority, unit } = from
  const sender = mailboxName(new URL(context.config.origin).host, { authority, unit })
  const now = context.clock.now()
  const xml = formatAlert(alertOfTyped(typed, { sender, senderName: from.title, now }))
  const read = parseAlert(xml)
  if (!read.ok) {
    void p.reply.code(422)
    return newAlertPage(p.view, { units, typed, problems: [problemOf(read.fault.at)] })
  }
  const target = { percent: numberOf(typed.percent, 95), seconds: numberOf(typed.minutes, 10) * 60 }
  return signAlertPage(p.view, { from, xml, target })
}

/** Where in the form the fault of the document lies: `infos/0/headline` is `fa.headline`. */
function problemOf(at: string) {
  const [, index, part = ''] = at.split('/')
  const lang = index === '1' ? 'en' : 'fa'
  const named = { areas: 'area', expires: 'hours' }[part] ?? part
  const pointer = named === 'hours' ? '/hours' : `/${lang}.${named}`
  return { pointer, code: 'broadcast/cap', text: messages.entries.wrongCap }
}

function numberOf(text: string, usual: number): number {
  return Number(toLatinDigits(text.trim()) || usual)
}
