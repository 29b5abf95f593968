import { z } from 'zod'
import { formatJalaliDate } from '../../kernel/persian/index.ts'
import { type Actor, actorOf, listAuthorities } from '../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { type Bilingual, type Context, NotFoundError } from '../../platform/index.ts'
import { type ListedMailbox, mailboxOf } from '../mailboxes/index.ts'
import { mayUseCrisisLane, needsSecondPerson } from '../exchange/index.ts'
import {
  type PublishedScript,
  chooseMailbox,
  isolate,
  partyNames,
  rootOf
} from '../reader/index.ts'
import { type FoundRecipient, findRecipient } from './find-recipient.ts'
import { mayWrite, unitOf } from './may-write.ts'
import { templatesOf } from './template-store.ts'
import { type ComposePage, composePage } from './views/compose-page.ts'
import { findPage } from './views/find-page.ts'

const text = z.string().max(200).catch('')
const query = z.object({
  mailbox: z.uuid().nullable().catch(null),
  person: z.uuid().or(z.literal('')).catch(''),
  case: text,
  unit: z.uuid().or(z.literal('')).catch(''),
  draft: z.uuid().nullable().catch(null)
})

const typedRecipient = z.object({ mailbox: query.shape.mailbox, identifier: text, case: text })

type Scripts = (name: string) => Promise<PublishedScript>

/** The pages on which a letter is begun: who it is for, then the letter itself. */
export function composeRoutes(app: Server, context: Context, scripts: Scripts): void {
  for (const path of ['/desk/letters/new', '/letters/new']) {
    page(app, { method: 'get', path }, (it) => compose(context, it, { path, scripts }))
    page(app, { method: 'post', path }, (it) => find(context, it, { path, scripts }))
  }
}

interface At {
  readonly path: string
  readonly scripts: Scripts
}

/** Finds by what was typed. It stands in no address, for those are written down on the way: an id does. */
async function find(context: Context, it: Page, at: At): Promise<PageAnswer> {
  const actor = actorOf(it.request)
  const typed = typedRecipient.parse(it.request.body ?? {})
  const own = await mailboxFor(context, actor, typed.mailbox)
  const may = await mayWrite(context, actor, own)
  const asked = { ...typed, person: '', unit: '', from: own }
  const isAsked = typed.identifier.trim() !== '' || typed.case.trim() !== ''
  const to = isAsked && may ? await findRecipient(context, actor, asked) : null
  if (to !== null) {
    const who = to.case === null ? { person: to.person ?? '' } : { case: to.case.id }
    const address = new URLSearchParams({ mailbox: own.id, ...who })
    return redirect(it, `${at.path}?${address.toString()}`)
  }
  const script = await at.scripts('letters-writer')
  isolate(it.reply, context, script)
  void it.reply.code(422)
  const { integrity } = script
  const problem = isAsked ? 'notFound' : 'nothingTyped'
  return findPage(it.view, { own, path: at.path, units: [], typed, problem, may, integrity })
}

async function mailboxFor(
  context: Context,
  actor: Actor,
  wanted: string | null
): Promise<ListedMailbox> {
  const { all, chosen } = await chooseMailbox(context, actor, wanted)
  const own = chosen ?? all[0]
  if (own === undefined) throw new NotFoundError()
  return own
}

async function compose(context: Context, it: Page, { path, scripts }: At) {
  const actor = actorOf(it.request)
  const asked = query.parse(it.request.query)
  const script = await scripts('letters-writer')
  isolate(it.reply, context, script)
  const own = await mailboxFor(context, actor, asked.mailbox)
  const may = await mayWrite(context, actor, own)
  const isAsked = asked.person !== '' || asked.case !== '' || asked.unit !== ''
  const wanted = { ...asked, identifier: '', from: own }
  const to = isAsked && may ? await findRecipient(context, actor, wanted) : null
  if (to === null || !may) {
    const units = own.kind === 'unit' ? [] : await writableUnits(context)
    const typed = { identifier: '', case: asked.case }
    const of = { own, path, units, typed, problem: isAsked ? ('notFound' as const) : null, may }
    return findPage(it.view, { ...of, integrity: script.integrity })
  }
  return composePage(it.view, {
    ...(await composeData(context, it, { own, to })),
    ...{ path, asked },
    mayUseCrisis: mayUseCrisisLane(actor, own),
    integrity: script.integrity
  })
}

async function composeData(
  context: Context,
  it: Page,
  { own, to }: { readonly own: ListedMailbox; readonly to: FoundRecipient }
): Promise<Omit<ComposePage, 'path' | 'integrity' | 'asked' | 'mayUseCrisis'>> {
  const place = unitOf(own)
  const ends = [endOf(own), ...(to.mailbox === null ? [] : [endOf(to.mailbox)])]
  const names = await partyNames(context, ends)
  const { lang } = it.view
  const from = names(endOf(own))
  return {
    root: await rootOf(context, it, own),
    own,
    fromTitle: from.title ?? own.name,
    to,
    toParty: to.mailbox === null ? null : names(endOf(to.mailbox)),
    templates: place === null ? [] : await templatesOf(context.db, place),
    approval: place !== null && (await needsSecondPerson(context.db, place)),
    blanks: {
      name: to.title[lang],
      case: to.case?.code ?? null,
      service: to.case?.service[lang] ?? null,
      date: formatJalaliDate(context.clock.now(), lang),
      unit: (from.title ?? own.name)[lang]
    }
  }
}

function endOf({
  id,
  authority,
  unit,
  person
}: Pick<ListedMailbox, 'id' | 'authority' | 'unit' | 'person'>) {
  return { mailbox: id, authority, unit, person }
}

/** The units that people can write to: those with a mailbox. */
async function writableUnits({ db }: Context): Promise<{ mailbox: string; title: Bilingual }[]> {
  const bodies = await listAuthorities(db)
  const units = bodies.flatMap(({ id, shortTitle, units: of }) =>
    of.map((unit) => ({ authority: id, body: shortTitle, unit }))
  )
  const found = await Promise.all(
    units.map(async ({ authority, body, unit }) => {
      const mailbox = await mailboxOf(db, { authority, unit: unit.id })
      if (mailbox?.confidential !== true) return null
      const title = {
        fa: `${unit.title.fa}، ${body.fa}`,
        en: `${unit.title.en}, ${body.en}`
      }
      return { mailbox: mailbox.id, title }
    })
  )
  return found.filter((each) => each !== null)
}
