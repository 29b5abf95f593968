import { z } from 'zod'
import { listAgreements } from '../../agreements/index.ts'
import { promisedTimeText, searchServices } from '../../catalogue/index.ts'
import { formatFee } from '../../kernel/persian/index.ts'
import { type Actor, NotAllowedError, type Role, actorOf } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Page, type Server, page } from '../../platform/http/index.ts'
import { type Desk, readDesk } from '../read-desk.ts'
import { readScoreboard, readScoredServices } from '../read-scoreboard.ts'
import { deskPage } from '../views/desk-page.ts'
import { formulasPage } from '../views/formulas-page.ts'
import { frontPage as frontView } from '../views/front-page.ts'
import { promisesPage } from '../views/promises-page.ts'

const boardQuery = z.object({ by: z.enum(['clause', 'service']).catch('clause') })

/** The scoreboard and the formulas, for everyone; the dashboard, for staff. */
export function boardPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/promises' }, async ({ view, request }) => {
    const { by } = boardQuery.parse(request.query)
    const entries = []
    for (const scored of await readScoreboard(context)) {
      const services = by === 'service' ? await readScoredServices(context, scored) : null
      entries.push({ scored, services })
    }
    return promisesPage(view, entries, by)
  })
  page(app, { method: 'get', path: '/promises/formulas' }, ({ view }) => formulasPage(view))
  page(app, { method: 'get', path: '/desk' }, async (p) => {
    const desks = await desksOf(context, p)
    const { grants } = actorOf(p.request)
    const hasQueue = grants.some(({ role }) => role === 'officer' || role === 'approver')
    return deskPage(p.view, desks, hasQueue)
  })
}

/** Roles whose work the dashboard is about; an applicant has none of it. */
const staffRoles: readonly Role[] = [
  'clerk',
  'officer',
  'approver',
  'it-manager',
  'inspector',
  'signatory',
  'authority-admin',
  'auditor'
]

async function desksOf(context: Context, { request }: Page): Promise<Desk[]> {
  const own = authoritiesOf(actorOf(request))
  if (own.size === 0) throw new NotAllowedError()
  const desks: Desk[] = []
  for (const { agreement, authority } of await listAgreements(context.db)) {
    if (!own.has(authority)) continue
    const desk = await readDesk(context, { authority, agreement })
    if (desk !== null) desks.push(desk)
  }
  return desks
}

function authoritiesOf(actor: Actor): Set<string> {
  return new Set(
    actor.grants.filter(({ role }) => staffRoles.includes(role)).map(({ authority }) => authority)
  )
}

/** The front page of the whole desk. */
export function frontPage(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/' }, async ({ view }) => {
    // Every service: the index of the search keeps them in memory until one is published.
    const cards = await searchServices(context.db, '', { at: context.clock.now() })
    const { lang } = view
    return frontView(view, {
      scored: await readScoreboard(context),
      services: cards.map((card) => ({
        code: card.code,
        authority: card.authority,
        title: card.title,
        note: `${promisedTimeText(card.promisedTime, lang)} · ${formatFee(card.feeRial, lang)}`
      }))
    })
  })
}
