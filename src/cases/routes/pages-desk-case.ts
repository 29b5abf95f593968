import { type Actor, actorOf } from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { askForCase } from '../ask-for-case.ts'
import { type CaseConsentAct, isAtCounter } from '../case-consent.ts'
import { demandOfficeChannel } from '../counter-consent.ts'
import { readQueue } from '../read-queue.ts'
import { sealingFor } from '../sealed/sealing-page.ts'
import { viewCase } from '../view-case.ts'
import type { DeskForm, RefusedForm } from '../views/desk-case-options.ts'
import { deskCasePage } from '../views/desk-case-page.ts'
import { queueQuery, readQueueFilters } from '../views/queue-filters.ts'
import { formAddress, paramOf, type Sent, textIn, textsOf, tried } from './page-input.ts'
import { authorityOf, clockAt } from './pages-case-common.ts'
import { colleaguesOf } from './pages-desk-common.ts'
import { counterIn, type DeskWork, deskWork } from './desk-work.ts'
import { filtersOf } from './pages-queue.ts'
import { besideForm, type DeskFormInput, readDeskForm } from './desk-form-input.ts'
import { keepingTexts } from './lost-form.ts'

/** The officer's page of a case, and everything that is done on it. */
export function deskCasePages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/cases/:id' }, async (p) => show(context, p, null))
  for (const [form, work] of Object.entries(deskWork)) {
    page(app, { method: 'post', path: `/desk/cases/:id/${form}` }, async (p) =>
      act(context, p, { form: form as DeskForm, work })
    )
    formAddress(app, `/desk/cases/:id/${form}`, (p) => `${deskCase(p)}#${form}`)
  }
}

/** The officer's page of the case that the address names, with the queue that the officer came from. */
function deskCase(p: Page): string {
  return `/desk/cases/${paramOf(p.request, 'id')}${queueQuery(readQueueFilters(p.request.query))}`
}

/** Does what a form asks; a refused form comes back open, with what was typed. */
async function act(
  context: Context,
  p: Page,
  { form, work }: { form: DeskForm; work: DeskWork }
): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const id = paramOf(p.request, 'id')
  const sent = await readDeskForm(context, p, { actor, id, form })
  return keepingTexts(context, p, {
    sent: { form, texts: sent.texts },
    work: () => answer(context, p, { form, work, sent })
  })
}

async function answer(
  context: Context,
  p: Page,
  { form, work, sent }: { form: DeskForm; work: DeskWork; sent: DeskFormInput }
): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const id = paramOf(p.request, 'id')
  if (textIn(sent.texts, 'then') === 'consent') return askConsent(context, p, { form, sent })
  const outcome = await tried(async () => {
    if (sent.problems.length > 0) return null
    await demandOfficeChannel(context, p.request.session, channelOf(form, sent.texts))
    return work({ context, actor, id, sent: sent.texts, lang: p.lang })
  })
  if (outcome.ok && outcome.value !== null) {
    return redirect(p, deskCase(p), { kind: 'success', text: outcome.value })
  }
  const problems = besideForm(outcome.ok ? sent.problems : outcome.problems, form)
  void p.reply.code(outcome.ok ? 422 : outcome.status)
  return show(context, p, { form, typed: textsOf(sent.texts), problems })
}

/** By which way something came, as far as the form says it: a device of a counter registers by its own. */
function channelOf(form: DeskForm, sent: Sent): string {
  if (form === 'documents') return textIn(sent, 'channel') ?? ''
  return form === 'resubmission' && !isAtCounter(counterIn(sent)) ? 'in-person' : 'pishkhan'
}

/** Sends the applicant a code for what the form is about, and shows the form as it was. */
async function askConsent(
  context: Context,
  p: Page,
  { form, sent }: { form: DeskForm; sent: DeskFormInput }
): Promise<PageAnswer> {
  const input = { case: paramOf(p.request, 'id'), officeCode: textIn(sent.texts, 'officeCode') }
  const asked = consentActOf(form, sent.texts)
  const outcome = await tried(() =>
    askForCase(context, actorOf(p.request), { ...input, act: asked })
  )
  const found = outcome.ok ? sent.problems : outcome.problems
  const problems = besideForm(
    found.map((each) => (each.pointer === '/' ? { ...each, pointer: '/consentCode' } : each)),
    form
  )
  if (problems.length > 0) void p.reply.code(outcome.ok ? 422 : outcome.status)
  const typed = textsOf(sent.texts)
  return show(context, p, { form, typed, problems, consentSent: outcome.ok })
}

function consentActOf(form: DeskForm, sent: Sent): CaseConsentAct {
  if (form === 'documents') return 'add-document'
  if (form === 'withdrawal') return 'withdraw'
  return textIn(sent, 'contest') === undefined ? 'answer' : 'contest'
}

async function show(context: Context, p: Page, refused: RefusedForm | null): Promise<Html> {
  const actor = actorOf(p.request)
  const shown = await viewCase(context, actor, { case: paramOf(p.request, 'id') })
  const { authority, unit, card, history } = shown
  const place = await placeOf(context, actor, { id: shown.id, query: p.request.query })
  return deskCasePage(p.view, {
    shown,
    clock: await clockAt(context, shown, { at: p.view.now }),
    authority: await authorityOf(context, authority),
    colleagues: await colleaguesOf(context, { authority, units: [unit] }),
    reader: actor.id,
    ...place,
    refused,
    sealing: await sealingFor(context, { card, cardVersion: history.cardVersion })
  })
}

/** Where a case stands in the queue that its reader came from, as far as one page of it goes. */
async function placeOf(context: Context, actor: Actor, at: { id: string; query: unknown }) {
  const filters = await filtersOf(context, actor, at.query)
  const { items } = await readQueue(context, actor, { ...filters, limit: 200 })
  const index = items.findIndex((item) => item.case === at.id)
  // A case that has just left the list leads back to its beginning.
  const next = items[index + 1]?.case ?? null
  return {
    query: queueQuery(readQueueFilters(at.query)),
    place: {
      previous: items[index - 1]?.case ?? null,
      next,
      number: index < 0 ? null : index + 1,
      count: items.length
    }
  }
}
