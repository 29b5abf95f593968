import { z } from 'zod'
import { actorOf, consent } from '../../people/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { placeOf } from '../counter-consent.ts'
import { demandArrival } from '../demand-arrival.ts'
import { offeredCard } from '../published.ts'

/** Asking the citizen at a counter for consent to one filing. */
export function consentApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/consents',
    summary: 'Send a one-time consent code to the citizen at a counter, for one filing',
    description:
      'For clerks. The code goes to the proven contacts of the person and counts once, for this caller, office and service, for ten minutes; send it as `consentCode` with the case. 409 `consent/no-contact`: take it on paper.',
    tag: 'cases',
    body: z.strictObject({
      person: z.uuid(),
      service: z.string().max(60),
      officeCode: z.string().max(60)
    }),
    status: 202,
    response: z.object({ consent: z.string(), expiresAt: z.string() }),
    auth: 'session-or-key',
    handler: async ({ body, request }) => {
      const actor = actorOf(request)
      const now = context.clock.now()
      const { card } = await offeredCard(context.db, body.service, now)
      const given = { channel: 'pishkhan' as const, officeCode: body.officeCode }
      const office = demandArrival(given, { actor, now }).officeCode ?? ''
      const asked = { ...placeOf(card), person: body.person, office, serviceTitle: card.title }
      const { id, expiresAt } = await consent.askConsent(context, actor, asked)
      return { consent: id, expiresAt: expiresAt.toString() }
    }
  })
}
