import { routes as agreementRoutes } from './agreements/routes.ts'
import { caseDesk } from './cases/index.ts'
import { backupRoutes } from './backup/routes.ts'
import { routes as caseRoutes } from './cases/routes.ts'
import { listServices } from './catalogue/index.ts'
import { routes as catalogueRoutes } from './catalogue/routes.ts'
import { navigationOf } from './navigation.ts'
import { access, delegation, installSessions, personalData } from './people/index.ts'
import { routes as ledgerRoutes } from './ledger/routes.ts'
import { routes as letterRoutes } from './letters/routes.ts'
import { routes as noticeRoutes } from './notices/routes.ts'
import { routes as outageRoutes } from './outages/routes.ts'
import { routes as peopleRoutes } from './people/routes.ts'
import { personalDataHolders } from './personal-data.ts'
import type { Context } from './platform/index.ts'
import { type Server, createServer, plainPath } from './platform/http/index.ts'
import { routes as promiseRoutes } from './promises/routes.ts'
import { aboutRoutes } from './about-routes.ts'
import { operatorRoutes } from './operator/routes.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { securityRoutes } from './security-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'

const apiTags = [
  { name: 'agreements', description: 'Agreements with their versions and clauses.' },
  { name: 'broadcasts', description: 'Public alerts in a crisis, signed, as CAP 1.2.' },
  { name: 'cases', description: 'Applications: filing, documents, steps, clocks, decisions.' },
  { name: 'delegations', description: 'Who acts for whom, offered, accepted and ended.' },
  { name: 'drafts', description: 'What somebody typed and did not send yet.' },
  { name: 'failure-reports', description: 'What anybody reports as failed, and its receipt.' },
  { name: 'keys', description: 'Keys of systems, for administrators of authorities.' },
  {
    name: 'letters',
    description: 'Letters that the operator cannot read, and the keys of mailboxes.'
  },
  { name: 'notices', description: 'Public notices, their versions, and who saw them.' },
  { name: 'outages', description: 'Outages, planned outages and suspensions.' },
  { name: 'people', description: 'Authorities, their units and posts, and who asks.' },
  { name: 'platform', description: 'What the operator of the platform sees and sets up.' },
  { name: 'probes', description: 'What is watched, from where, and what was found.' },
  { name: 'promises', description: 'Every clause: whether it is kept, and on what evidence.' },
  {
    name: 'receipts',
    description: 'What anybody can check offline: a leaf of the public log, opened.'
  },
  { name: 'services', description: 'Identity cards of services, in force and in the making.' },
  { name: 'uploads', description: 'Files that survive a broken line, by tus 1.0.0.' }
]

/**
 * The whole desk as one server that has not started to listen: the edge, sessions, and the pages and
 * operations of every slice.
 * @param assetsFolder - Where the built styles, scripts and fonts are.
 */
export async function createApp(context: Context, assetsFolder: string): Promise<Server> {
  const app = await createServer({
    context,
    assetsFolder,
    apiTags,
    describeReader: (request, lang) => ({
      account: request.session === null ? null : { name: request.session.actor.name[lang] },
      nav: navigationOf(request.session, lang, plainPath(request))
    })
  })
  installSessions(app, context)
  await metricsRoutes(app, context)
  const slices = [
    peopleRoutes,
    agreementRoutes,
    noticeRoutes,
    catalogueRoutes,
    caseRoutes,
    outageRoutes,
    letterRoutes,
    promiseRoutes
  ]
  delegation.nameServices(app, () => servicesToName(context))
  access.lookRoutes(app, context, (person) => caseDesk.nameCases(context, person))
  for (const routes of [
    ...slices,
    ledgerRoutes,
    receiptRoutes,
    operatorRoutes,
    backupRoutes,
    aboutRoutes
  ])
    await routes(app, context)
  securityRoutes(app, context)
  personalData.personalDataRoutes(app, context, personalDataHolders)
  return app
}

/** The services that a delegation can be limited to. */
async function servicesToName({ db, clock }: Context) {
  const services = await listServices(db, { at: clock.now() })
  return services.map(({ card }) => ({
    code: card.code,
    authority: card.authority,
    title: card.title
  }))
}
