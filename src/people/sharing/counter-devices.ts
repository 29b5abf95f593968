import { z } from 'zod'
import {
  type Html,
  type View,
  alert,
  code,
  field,
  form,
  html,
  layout,
  pageHead,
  postButton,
  table
} from '../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { type Context, type FieldProblem, inTransaction } from '../../platform/index.ts'
import type { Authority } from '../authority.ts'
import { listAuthorities } from '../authority-store.ts'
import { refuseDisguisedName } from '../keys/plain-name.ts'
import { NotAllowedError, anyUnit, holds } from '../role.ts'
import { readForm } from '../routes/cookies.ts'
import type { Session } from '../session.ts'
import { messages } from './messages.ts'
import {
  type CounterDevice,
  counterDevicesOf,
  deleteCounterDevice,
  saveCounterDevice
} from './sharing-store.ts'
import { sessionOf } from '../session-of.ts'

const path = '/desk/counter-devices'
const text = z.string().catch('')
const officeLengthMax = 100

/** Devices of counter offices: those who work at an authority's counters register the one they are at. */
export function counterDeviceRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path }, (p) => show(context, p, { office: '', problems: [] }))
  page(app, { method: 'post', path }, (p) => register(context, p))
  page(app, { method: 'post', path: `${path}/removal` }, async (p) => {
    const sent = readForm(p.request, z.object({ id: text, authority: text }))
    demandCounter(sessionOf(p.request), sent.authority)
    await inTransaction(context.db, (tx) => deleteCounterDevice(tx, sent))
    return redirect(p, path, { kind: 'success', text: messages.in(p.lang).removed })
  })
}

async function register(context: Context, p: Page): Promise<PageAnswer> {
  const session = sessionOf(p.request)
  const { office, authority } = readForm(p.request, z.object({ office: text, authority: text }))
  demandCounter(session, authority)
  const name = office.trim()
  const isWrong = name === '' || refuseDisguisedName(name, officeLengthMax) !== null
  const t = messages.entries
  const problems: FieldProblem[] = [
    ...(isWrong ? [{ pointer: '/office', code: 'sharing/office', text: t.officeForm }] : []),
    ...(session.deviceId === null
      ? [{ pointer: '/', code: 'sharing/no-device', text: t.noDevice }]
      : [])
  ]
  if (session.deviceId === null || problems.length > 0) {
    void p.reply.code(422)
    return show(context, p, { office, problems })
  }
  const device = {
    id: session.deviceId,
    authority,
    office: name,
    registeredBy: session.person.id,
    registeredAt: context.clock.now()
  }
  await inTransaction(context.db, (tx) => saveCounterDevice(tx, device))
  return redirect(p, path, { kind: 'success', text: messages.in(p.lang).registered })
}

async function show(
  context: Context,
  p: Page,
  typed: { office: string; problems: readonly FieldProblem[] }
): Promise<PageAnswer> {
  const session = sessionOf(p.request)
  const all = await listAuthorities(context.db)
  const own = all.filter(({ id }) => worksAtCounter(session, id))
  if (own.length === 0) throw new NotAllowedError()
  const devices = await Promise.all(own.map(({ id }) => counterDevicesOf(context.db, id)))
  return counterPage(p.view, { own, devices: devices.flat(), session, ...typed })
}

interface CounterPage {
  readonly own: readonly Authority[]
  readonly devices: readonly CounterDevice[]
  readonly session: Session
  readonly office: string
  readonly problems: readonly FieldProblem[]
}

function counterPage(view: View, shown: CounterPage): Html {
  const t = messages.in(view.lang)
  const { own, devices, session, office, problems } = shown
  const nameOf = (id: string) => own.find((each) => each.id === id)?.shortTitle[view.lang] ?? id
  const body = html`${pageHead({ title: t.counterTitle, lead: t.counterLead })}
  ${session.deviceId === null && alert(view, { kind: 'warning', still: true, body: t.noDevice })}
  ${table(view, {
    caption: t.counterTitle,
    captionHidden: devices.length > 0,
    rows: devices,
    columns: [
      { key: 'office', title: t.office, cell: (row) => row.office },
      { key: 'authority', title: t.authority, cell: (row) => nameOf(row.authority) },
      { key: 'id', title: t.device, cell: (row) => code(row.id.slice(0, 8)) },
      { key: 'at', title: t.at, cell: (row) => formatJalaliDateTime(row.registeredAt, view.lang) },
      {
        key: 'remove',
        title: t.remove,
        titleHidden: true,
        cell: ({ id, authority }) =>
          postButton(view, {
            action: `${path}/removal`,
            text: t.remove,
            size: 'small',
            fields: { id, authority }
          })
      }
    ]
  })}
  ${form(view, {
    action: path,
    problems,
    body: html`${field(view, {
      type: 'choice',
      name: 'authority',
      label: t.authority,
      value: own[0]?.id,
      choices: own.map(({ id, shortTitle }) => ({ value: id, text: shortTitle[view.lang] }))
    })}
    ${field(view, {
      type: 'text',
      name: 'office',
      label: t.office,
      width: 'medium',
      lengthMax: officeLengthMax,
      value: office,
      problems
    })}`,
    submit: { text: t.registerThis }
  })}`
  return layout(view, { title: t.counterTitle, body, robots: 'noindex' })
}

function worksAtCounter({ actor }: Session, authority: string): boolean {
  return (
    holds(actor, { authority, role: 'clerk', unit: anyUnit }) ||
    holds(actor, { authority, role: 'authority-admin' })
  )
}

function demandCounter(session: Session, authority: string): void {
  if (!worksAtCounter(session, authority)) throw new NotAllowedError()
}
