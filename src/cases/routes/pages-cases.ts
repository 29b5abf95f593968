import { cardInForce, interruptions } from '../../catalogue/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { actorOf, representedBy } from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { Bilingual, Context } from '../../platform/index.ts'
import { listMyCases } from '../list-my-cases.ts'
import { caseMessages } from '../messages-case.ts'
import { readReceipt } from '../read-receipt.ts'
import { casePage } from '../views/case-page.ts'
import { myCasesPage } from '../views/my-cases-page.ts'
import { receiptPage } from '../views/receipt-page.ts'
import { withdrawCase } from '../withdraw-case.ts'
import { authorityOf, openCasePage, refusedCasePage } from './pages-case-common.ts'
import { keepingTexts } from './lost-form.ts'
import { formAddress, paramOf, queryOf, sentBy, textIn, tried } from './page-input.ts'

/** What an applicant sees of a case: the list, the case, its receipt; and withdrawing it. */
export function casePages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/cases' }, async (p) => listPage(context, p))
  page(app, { method: 'get', path: '/cases/:id' }, async (p) => {
    const { actor: _, ...open } = await openCasePage(context, p)
    // Staff who follow an applicant's link are shown their own page of the case.
    if (!open.shown.mine) return redirect(p, `/desk/cases/${open.shown.id}`)
    return casePage(p.view, open)
  })
  for (const prefix of ['/cases', '/desk/cases']) {
    page(app, { method: 'get', path: `${prefix}/:id/receipt` }, async (p) => {
      const { shown } = await readReceipt(context, actorOf(p.request), {
        case: paramOf(p.request, 'id')
      })
      const evidence = await publicLog.evidenceOf(context, {
        owner: shown.applicant.id,
        subject: shown.id,
        kind: 'case.submitted'
      })
      return receiptPage(p.view, {
        shown,
        evidence,
        authority: await authorityOf(context, shown.authority),
        origin: context.config.origin,
        caseHref: `${prefix}/${shown.id}`,
        isNew: queryOf(p.request, 'new') !== undefined
      })
    })
  }
  page(app, { method: 'post', path: '/cases/:id/withdrawal' }, async (p) =>
    keepingTexts(context, p, {
      sent: { form: 'withdrawal', texts: sentBy(p.request) },
      work: () => withdraw(context, p)
    })
  )
  formAddress(app, '/cases/:id/withdrawal', (p) => `/cases/${paramOf(p.request, 'id')}`)
}

async function listPage(context: Context, p: Page): Promise<Html> {
  const cursor = queryOf(p.request, 'cursor')
  const actor = actorOf(p.request)
  const own = actor.person ?? actor.id
  const represented =
    actor.person === null ? [] : await representedBy(context.db, actor.person, context.clock.now())
  const applicant = queryOf(p.request, 'applicant') ?? own
  const { items, next } = await listMyCases(context, actor, { applicant, cursor })
  const titles = await titlesOf(context, new Set(items.map(({ service }) => service)))
  return myCasesPage(p.view, {
    items: await Promise.all(
      items.map(async (item) => ({
        ...item,
        title: titles(item.service),
        interruptions: await interruptions.interruptionsOfService(
          context.db,
          { authority: item.authority, code: item.service },
          context.clock.now()
        )
      }))
    ),
    next,
    isFirst: cursor === undefined,
    applicants: [{ id: own, name: actor.name }, ...represented],
    applicant
  })
}

/** The titles of services, by code; a service that is offered no more is known by its code. */
export async function titlesOf(
  context: Context,
  services: ReadonlySet<string>
): Promise<(service: string) => Bilingual> {
  const now = context.clock.now()
  const found = await Promise.all(
    [...services].map(async (service): Promise<[string, Bilingual]> => {
      const offered = await cardInForce(context.db, service, now)
      return [service, offered?.card.title ?? { fa: service, en: service }]
    })
  )
  const titles = new Map(found)
  return (service) => titles.get(service) ?? { fa: service, en: service }
}

async function withdraw(context: Context, p: Page): Promise<PageAnswer> {
  const sent = sentBy(p.request)
  const id = paramOf(p.request, 'id')
  const reason = textIn(sent, 'reason')
  const outcome = await tried(() => withdrawCase(context, actorOf(p.request), { case: id, reason }))
  if (outcome.ok) {
    const text = caseMessages.in(p.lang).withdrawn
    return redirect(p, `/cases/${id}`, { kind: 'success', text })
  }
  void p.reply.code(outcome.status)
  const { problems } = outcome
  return refusedCasePage(context, p, { form: 'withdrawal', typed: { reason }, problems })
}
