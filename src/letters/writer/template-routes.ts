import { z } from 'zod'
import { refuseHiddenText } from '../../kernel/persian/index.ts'
import { unknownBlanks } from '../../kernel/reading/index.ts'
import { type Actor, NotAllowedError, actorOf } from '../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import {
  type Context,
  type FieldProblem,
  NotFoundError,
  inTransaction,
  newId
} from '../../platform/index.ts'
import { needsSecondPerson } from '../exchange/index.ts'
import type { ListedMailbox } from '../mailboxes/index.ts'
import { chooseMailbox } from '../reader/index.ts'
import { maySettle, mayWrite, unitOf } from './may-write.ts'
import { messages } from './messages.ts'
import { settleSecondPerson } from './settle-second-person.ts'
import {
  type LetterTemplate,
  type UnitPlace,
  removeTemplate,
  saveTemplate,
  templatesOf
} from './template-store.ts'
import { templatesPage } from './views/templates-page.ts'

const text = z.string().catch('')
const query = z.object({
  mailbox: z.uuid().nullable().catch(null),
  edit: z.uuid().or(z.literal('')).catch('')
})
const typedTemplate = z.object({
  id: z.uuid().or(z.literal('')).catch(''),
  name: text,
  subject: text,
  body: text
})
const limits = { name: 100, subject: 500, body: 20_000 } as const

/** A unit of whose letters an actor settles or writes something. */
interface Desk {
  readonly own: ListedMailbox
  readonly place: UnitPlace
  readonly maySettle: boolean
}

/** The templates of a unit, and whether a second person approves; without script. */
export function templateRoutes(app: Server, context: Context): void {
  const path = '/desk/letters/templates'
  page(app, { method: 'get', path }, async (it) => {
    const desk = await deskOf(context, it)
    const { edit } = query.parse(it.request.query)
    return show(context, it, { desk, edit, typed: null, problems: [] })
  })
  page(app, { method: 'post', path }, (it) => save(context, it))
  page(app, { method: 'post', path: `${path}/removal` }, async (it) => {
    const desk = await deskOf(context, it)
    const asked = z.object({ id: z.uuid() }).safeParse(it.request.body)
    if (!asked.success) throw new NotFoundError()
    await inTransaction(context.db, (tx) => removeTemplate(tx, desk.place, asked.data.id))
    return done(it, desk, 'removed')
  })
  page(app, { method: 'post', path: '/desk/letters/settings' }, async (it) => {
    const desk = await deskOf(context, it)
    const { secondPerson } = z
      .object({ secondPerson: z.string().optional() })
      .parse(it.request.body)
    await settleSecondPerson(context, actorOf(it.request), {
      mailbox: desk.own,
      secondPerson: secondPerson !== undefined
    })
    return done(it, desk, 'saved')
  })
}

async function deskOf(context: Context, it: Page): Promise<Desk> {
  const actor: Actor = actorOf(it.request)
  const { mailbox } = query.parse(it.request.query)
  const { all, chosen } = await chooseMailbox(context, actor, mailbox)
  const own = chosen?.kind === 'unit' ? chosen : all.find(({ kind }) => kind === 'unit')
  const place = own && unitOf(own)
  if (own === undefined || !place) throw new NotFoundError()
  const may = maySettle(actor, place)
  if (!may && !(await mayWrite(context, actor, own))) throw new NotAllowedError()
  return { own, place, maySettle: may }
}

async function save(context: Context, it: Page): Promise<PageAnswer> {
  const desk = await deskOf(context, it)
  const typed = typedTemplate.parse(it.request.body)
  const problems = problemsOf(typed)
  if (problems.length > 0) {
    void it.reply.code(422)
    return show(context, it, { desk, edit: typed.id, typed, problems })
  }
  const changedAt = context.clock.now()
  const id = typed.id === '' ? newId(changedAt) : typed.id
  await inTransaction(context.db, (tx) => saveTemplate(tx, desk.place, { ...typed, id, changedAt }))
  const unknown = unknownBlanks(`${typed.subject}\n${typed.body}`)
  if (unknown.length === 0) return done(it, desk, 'saved')
  // Back in the form, where a slip is put right at once.
  const blanks = unknown.map((name) => `{{${name}}}`).join(' ')
  const flash = { kind: 'warning', text: messages.in(it.lang).unknownBlanks(blanks) } as const
  return redirect(it, `/desk/letters/templates?mailbox=${desk.own.id}&edit=${id}`, flash)
}

function problemsOf(typed: Omit<LetterTemplate, 'id'>): FieldProblem[] {
  const { entries } = messages
  const problems: FieldProblem[] = []
  if (typed.name.trim() === '') {
    problems.push({ pointer: '/name', code: 'letter-template/name', text: entries.nameMissing })
  }
  if (typed.body.trim() === '') {
    problems.push({ pointer: '/body', code: 'letter-template/body', text: entries.bodyMissing })
  }
  for (const name of ['name', 'subject', 'body'] as const) {
    const hidden = refuseHiddenText(typed[name])
    if (hidden !== null) problems.push({ pointer: `/${name}`, ...hidden })
    else if (typed[name].length > limits[name]) {
      problems.push({
        pointer: `/${name}`,
        code: 'letter-template/too-long',
        text: entries.tooLong
      })
    }
  }
  return problems
}

async function show(
  context: Context,
  it: Page,
  of: {
    readonly desk: Desk
    readonly edit: string
    readonly typed: LetterTemplate | null
    readonly problems: readonly FieldProblem[]
  }
) {
  const { desk, edit, typed, problems } = of
  const templates = await templatesOf(context.db, desk.place)
  const found = templates.find(({ id }) => id === edit) ?? null
  return templatesPage(it.view, {
    own: desk.own,
    templates,
    edited: typed ?? found,
    problems,
    secondPerson: await needsSecondPerson(context.db, desk.place),
    maySettle: desk.maySettle
  })
}

function done(it: Page, { own }: Desk, what: 'saved' | 'removed') {
  const flash = { kind: 'success', text: messages.in(it.lang)[what] } as const
  return redirect(it, `/desk/letters/templates?mailbox=${own.id}`, flash)
}
