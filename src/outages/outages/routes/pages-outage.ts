import { actorNames, actorOf, holds } from '../../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import type { Context, FieldProblem } from '../../../platform/index.ts'
import { demandTyped, tried } from '../../planned/routes/planner.ts'
import { readMoment, textIn } from '../../planned/routes/typed-plan.ts'
import { correctionsOf } from '../correction-store.ts'
import { decideCorrection, proposeCorrection } from '../correct-outage.ts'
import { isUpNow } from '../is-up-now.ts'
import { deskTexts } from '../messages-pages.ts'
import type { Outage } from '../outage.ts'
import { outageById } from '../outage-store.ts'
import { OutageNotFoundError } from '../refusals.ts'
import { showOutage } from '../show-outage.ts'
import { closeOutage, updateOutageNews } from '../update-outage.ts'
import { looksAround } from '../looks-around.ts'
import type { DeskOutage } from '../views/desk-outage.ts'
import { deskOutagePage } from '../views/desk-outage-page.ts'
import { type Typed, typedMoment } from '../views/outage-fields.ts'
import { atForm, bothIn, neededMoment, readChanged, sentOf, typedIn } from './desk-input.ts'
import { outageAuthorities, whenMissing } from './pages-desk.ts'

/** One outage on the desk: its news, its end, its corrections. */
export function outagePages(app: Server, context: Context): void {
  const path = '/desk/outages/:id'
  page(app, { method: 'get', path }, async (p) => show(context, p, null))
  page(app, { method: 'post', path: `${path}/news` }, async (p) => tellNews(context, p))
  page(app, { method: 'post', path: `${path}/closing` }, async (p) => close(context, p))
  page(app, { method: 'post', path: `${path}/corrections` }, async (p) => propose(context, p))
  for (const [way, approved] of [
    ['approval', true],
    ['refusal', false]
  ] as const) {
    page(app, { method: 'post', path: `${path}/corrections/:correction/${way}` }, async (p) => {
      const { id, correction } = p.request.params as { id: string; correction: string }
      await decideCorrection(context, actorOf(p.request), { id, correction, approved })
      return redirect(p, addressOf(id), { kind: 'success', text: deskTexts.in(p.lang).done })
    })
  }
}

function addressOf(id: string): string {
  return `/desk/outages/${id}`
}

type Form = NonNullable<DeskOutage['refused']>

interface Refused {
  readonly form: Form
  readonly problems: readonly FieldProblem[]
}

/** An outage of an authority that the reader answers for; any other is not there. */
async function ownOutage(context: Context, p: Page): Promise<{ outage: Outage; zone: string }> {
  const authorities = await outageAuthorities(context, actorOf(p.request))
  const { id } = p.request.params as { id: string }
  const outage = await outageById(context.db, id)
  const authority = authorities.find((each) => each.id === outage?.authority)
  if (outage === null || authority === undefined) throw new OutageNotFoundError()
  return { outage, zone: authority.timeZone }
}

async function show(context: Context, p: Page, refused: Refused | null): Promise<PageAnswer> {
  const { outage, zone } = await ownOutage(context, p)
  const actor = actorOf(p.request)
  const [shown, corrections] = await Promise.all([
    showOutage(context, outage),
    correctionsOf(context.db, outage)
  ])
  const people = corrections.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? []])
  return deskOutagePage(p.view, {
    shown,
    corrections,
    names: await actorNames(context.db, people.flat()),
    reader: actor.id,
    mayTell: holds(actor, { authority: outage.authority, role: 'it-manager' }),
    isUpNow: await isUpNow(context, outage),
    looks: await looksAround(context, outage),
    refused: refused?.form ?? null,
    typed: refused === null ? {} : typedIn(sentOf(p.request.body, refused.form)),
    standing: standing(p, outage, zone),
    problems: refused?.problems ?? []
  })
}

/** What the forms begin with. */
function standing(p: Page, outage: Outage, zone: string): Typed {
  const at = (name: string, when: Temporal.Instant | null) =>
    typedMoment(p.view, name, { at: when, zone })
  return {
    cause: outage.cause,
    ...(outage.scope === null ? {} : { 'scope.fa': outage.scope.fa, 'scope.en': outage.scope.en }),
    ...at('from', outage.from),
    ...at('to', outage.to ?? p.view.now),
    ...at('expectedReturnAt', outage.expectedReturnAt),
    ...at('nextUpdateAt', outage.nextUpdateAt)
  }
}

async function answer(
  context: Context,
  p: Page,
  told: {
    readonly outcome: Awaited<ReturnType<typeof tried<unknown>>>
    readonly form: Form
    readonly text: string
  }
): Promise<PageAnswer> {
  const { outcome, form, text } = told
  const { id } = p.request.params as { id: string }
  if (outcome.ok) return redirect(p, addressOf(id), { kind: 'success', text })
  void p.reply.code(outcome.status)
  return show(context, p, { form, problems: atForm(outcome.problems, form) })
}

async function tellNews(context: Context, p: Page): Promise<PageAnswer> {
  const { outage, zone } = await ownOutage(context, p)
  const sent = sentOf(p.request.body, 'news')
  const outcome = await tried('/cause', () => {
    const expected = readMoment(sent, 'expectedReturnAt', zone)
    const next = readChanged(sent, 'nextUpdateAt', { was: outage.nextUpdateAt, zone })
    demandTyped(expected.problems, next.problems)
    return updateOutageNews(context, actorOf(p.request), {
      id: outage.id,
      cause: textIn(sent, 'cause') ?? '',
      scope: bothIn(sent, 'scope'),
      words: bothIn(sent, 'words'),
      expectedReturnAt: expected.at,
      nextUpdateAt: next.at
    })
  })
  return answer(context, p, { outcome, form: 'news', text: deskTexts.in(p.lang).told })
}

async function close(context: Context, p: Page): Promise<PageAnswer> {
  const { outage, zone } = await ownOutage(context, p)
  const sent = sentOf(p.request.body, 'closing')
  const t = deskTexts.in(p.lang)
  const outcome = await tried('/note/fa', () => {
    const read = neededMoment(readMoment(sent, 'to', zone), 'to', whenMissing)
    if (outage.to === null) demandTyped(read.problems)
    return closeOutage(context, actorOf(p.request), {
      id: outage.id,
      to: outage.to ?? read.at,
      cause: textIn(sent, 'cause') ?? '',
      note: bothIn(sent, 'note')
    })
  })
  const text = outage.to === null ? t.closed : t.noteAdded
  return answer(context, p, { outcome, form: 'closing', text })
}

async function propose(context: Context, p: Page): Promise<PageAnswer> {
  const { outage, zone } = await ownOutage(context, p)
  const sent = sentOf(p.request.body, 'correction')
  const outcome = await tried('/reason', () => {
    const shownFrom = readChanged(sent, 'from', { was: outage.from, zone })
    const from = neededMoment(shownFrom, 'from', whenMissing)
    const to = readChanged(sent, 'to', { was: outage.to, zone })
    demandTyped(from.problems, to.problems)
    return proposeCorrection(context, actorOf(p.request), {
      id: outage.id,
      from: from.at,
      to: to.at,
      cause: textIn(sent, 'cause') ?? '',
      void: textIn(sent, 'void') !== undefined,
      reason: textIn(sent, 'reason') ?? '',
      words: bothIn(sent, 'words')
    })
  })
  return answer(context, p, { outcome, form: 'correction', text: deskTexts.in(p.lang).proposed })
}
