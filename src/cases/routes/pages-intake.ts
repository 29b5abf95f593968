import { listServices } from '../../catalogue/index.ts'
import { toLatinDigits } from '../../kernel/persian/index.ts'
import { dataPolicy } from '../../agreements/index.ts'
import { type Actor, actorOf, anyUnit, demand, findPerson } from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { type Context, type FieldProblem, InvalidInputError, newId } from '../../platform/index.ts'
import { caseIdByCode } from '../case-store.ts'
import { checkChannel } from '../check-channel.ts'
import { trackMessages } from '../messages-case.ts'
import { fileMessages } from '../messages-desk.ts'
import { intakeMessages } from '../messages-intake.ts'
import { offeredCard } from '../published.ts'
import { sealingFor } from '../sealed/sealing-page.ts'
import { parseTrackingCode } from '../tracking-code.ts'
import { intakeFormPage } from '../views/intake-form-page.ts'
import { intakePage } from '../views/intake-page.ts'
import { channelIn } from '../views/words.ts'
import { formAddress, queryOf, sentBy, textIn, tried } from './page-input.ts'
import { desksOf } from './pages-desk-common.ts'
import { register } from './register-application.ts'

/** The counter and the post room: registering what did not come over the site. */
export function intakePages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/intake' }, async (p) => {
    const actor = actorOf(p.request)
    const code = queryOf(p.request, 'code')
    if (code === undefined) return choosePage(context, p, {})
    const id = await caseOfCode(context, code)
    if (id !== null) return redirect(p, `/desk/cases/${id}`)
    void p.reply.code(404)
    await desksOf(context, actor)
    const text = trackMessages.entries.notFound
    const codeProblems = [{ pointer: '/code', code: 'tracking/code', text }]
    return choosePage(context, p, { typed: { code }, codeProblems })
  })
  page(app, { method: 'post', path: '/desk/intake' }, async (p) => choose(context, p))
  page(app, { method: 'get', path: '/desk/intake/new' }, async (p) =>
    formPage(context, p, {
      service: queryOf(p.request, 'service'),
      channel: queryOf(p.request, 'channel'),
      identifier: undefined
    })
  )
  page(app, { method: 'post', path: '/desk/intake/applications' }, async (p) =>
    register(context, p)
  )
  formAddress(app, '/desk/intake/applications', () => '/desk/intake')
}

async function caseOfCode(context: Context, typed: string): Promise<string | null> {
  const code = parseTrackingCode(typed)
  return code === null ? null : caseIdByCode(context.db, code)
}

interface Again {
  readonly typed?: Readonly<Record<string, string | undefined>>
  readonly problems?: readonly FieldProblem[]
  readonly codeProblems?: readonly FieldProblem[]
}

async function choosePage(context: Context, p: Page, again: Again): Promise<Html> {
  const desks = await desksOf(context, actorOf(p.request))
  const lists = await Promise.all(
    desks.map(({ id }) => listServices(context.db, { authority: id, at: context.clock.now() }))
  )
  return intakePage(p.view, {
    services: lists.flat().map(({ service, card }) => ({ id: service, name: card.title })),
    typed: again.typed ?? {},
    problems: again.problems ?? [],
    codeProblems: again.codeProblems ?? []
  })
}

/** The way something came is judged first: what is refused is counted, and nothing more is typed. */
async function choose(context: Context, p: Page): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const sent = sentBy(p.request)
  const service = textIn(sent, 'service')
  const channel = textIn(sent, 'channel')
  const typed = { service, channel, identifier: textIn(sent, 'identifier') }
  const problems = missingChoices(typed)
  if (problems.length > 0 || service === undefined || channel === undefined) {
    void p.reply.code(422)
    return choosePage(context, p, { typed, problems })
  }
  const outcome = await tried(async () => {
    const offered = await offeredCard(context.db, service, context.clock.now())
    demand(actor, { authority: offered.card.authority, role: 'clerk', unit: anyUnit })
    await checkChannel(context, actor, { ...offered, channel })
    return identifiedBy(typed.identifier)
  })
  if (!outcome.ok) {
    void p.reply.code(outcome.status)
    return choosePage(context, p, { typed, problems: outcome.problems })
  }
  // A national id stands in no address: the form is the answer itself where one was typed.
  if (typed.identifier !== undefined) return formPage(context, p, typed)
  const query = new URLSearchParams({ service, channel })
  return redirect(p, `/desk/intake/new?${query.toString()}`)
}

function missingChoices(typed: Readonly<Record<string, string | undefined>>): FieldProblem[] {
  const text = fileMessages.entries.chooseOne
  return ['service', 'channel']
    .filter((name) => typed[name] === undefined)
    .map((name) => ({ pointer: `/${name}`, code: 'form/missing', text }))
}

/** Which identifier it can be, by its length; the names are those of a person's form. */
function identifiedBy(typed: string | undefined): Readonly<Record<string, string>> {
  if (typed === undefined) return {}
  const digits = toLatinDigits(typed).replaceAll(/\D/g, '')
  if (digits.length >= 8 && digits.length <= 10) return { nationalId: typed }
  if (digits.length === 11) return { legalId: typed }
  if (digits.length > 11 && digits.length <= 16) return { foreignerCode: typed }
  const text = intakeMessages.entries.notIdentifier
  throw new InvalidInputError([{ pointer: '/identifier', code: 'identifier/form', text }])
}

async function formPage(
  context: Context,
  p: Page,
  typed: Readonly<Record<'service' | 'channel' | 'identifier', string | undefined>>
): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const offered = await offeredCard(context.db, typed.service ?? '', context.clock.now())
  const { card } = offered
  const channel = channelIn(typed.channel)
  demand(actor, { authority: card.authority, role: 'clerk', unit: anyUnit })
  if (channel === undefined || channel === 'site' || !card.channels.includes(channel)) {
    return redirect(p, '/desk/intake')
  }
  const by = { actor, authority: card.authority }
  const looked = await lookUp(context, by, typed.identifier)
  if (looked.problems.length > 0) {
    void p.reply.code(422)
    return choosePage(context, p, { typed, problems: looked.problems })
  }
  return intakeFormPage(p.view, {
    card,
    channel,
    known: looked.person,
    sealing: await sealingFor(context, offered),
    submissionKey: newId(context.clock.now()),
    answers: {},
    typed: looked.typed,
    scans: [],
    problems: []
  })
}

/** The card in question is the applicant's: the clerk is not told of "your card". */
function atTheCounter(problem: FieldProblem): FieldProblem {
  const isCard = problem.code === 'national-id/check-digit'
  const text = isCard ? intakeMessages.entries.notNationalId : problem.text
  return { ...problem, text, pointer: '/identifier' }
}

/** What is known of a person is shown to a clerk by the data policy, and that person reads who looked. */
function demandPerson(
  context: Context,
  { actor, authority }: { readonly actor: Actor; readonly authority: string },
  person: string
): Promise<void> {
  return dataPolicy.demandUse(context, {
    ...{ actor, authority, owner: person },
    dataType: 'account',
    action: 'read',
    object: { kind: 'person', id: person },
    relation: 'assigned',
    role: 'clerk'
  })
}

/** Who the clerk's identifier belongs to; where it is nobody's yet, it fills the form. */
async function lookUp(
  context: Context,
  by: { readonly actor: Actor; readonly authority: string },
  typed: string | undefined
) {
  const outcome = await tried(async () => {
    const identifier = identifiedBy(typed)
    const person = await findPerson(context.db, identifier)
    if (person !== null) await demandPerson(context, by, person.id)
    return { identifier, person }
  })
  if (!outcome.ok) {
    const problems = outcome.problems.map(atTheCounter)
    return { person: null, typed: {}, problems }
  }
  const { identifier, person } = outcome.value
  const named = Object.entries(identifier).map(([name, value]) => [`applicant.${name}`, value])
  return { person, typed: Object.fromEntries(named) as Record<string, string>, problems: [] }
}
