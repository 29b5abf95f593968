import { z } from 'zod'
import { type Actor, actorOf, consent } from '../../people/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { type Context, plainIds } from '../../platform/index.ts'
import { askForCase } from '../ask-for-case.ts'
import { placeOf } from '../counter-consent.ts'
import { demandArrival } from '../demand-arrival.ts'
import { offeredCard } from '../published.ts'
import { type CounterView, viewAtCounter } from '../view-at-counter.ts'
import { counterStateSchema } from './api-answers.ts'
import { atCounter } from './api-schemas.ts'
import { plain } from './plain.ts'

const officeCode = z.string().max(60)
const named = z
  .string()
  .max(60)
  .overwrite(plainIds)
  .describe('Id of the case, or its tracking code.')
const forFiling = z.strictObject({
  person: z.uuid(),
  service: z.string().max(60),
  officeCode
})
const forCase = z.strictObject({
  case: named,
  act: z.enum(['add-document', 'answer', 'contest', 'withdraw', 'view']),
  officeCode
})

/** Asking the citizen at a counter for consent to one act, and showing them where their case stands. */
export function consentApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/consents',
    summary: 'Send a one-time consent code to the citizen at a counter, for one act',
    description:
      'For clerks. The code goes to the proven contacts of the person and counts once, for this caller, office and act (a filing, or what is done on one case), for ten minutes; send it as `consentCode` with the act. 409 `consent/no-contact`: take it on paper.',
    tag: 'cases',
    body: z.union([forFiling, forCase]),
    status: 202,
    response: z.object({ consent: z.string(), expiresAt: z.string() }),
    auth: 'session-or-key',
    handler: async ({ body, request }) => {
      const actor = actorOf(request)
      const asked =
        'case' in body
          ? await askForCase(context, actor, body)
          : await askForFiling(context, actor, body)
      return { consent: asked.id, expiresAt: asked.expiresAt.toString() }
    }
  })
  api(app, {
    method: 'post',
    path: '/counter-views',
    summary: 'Where a case stands, for its applicant at a counter who consented to the look',
    tag: 'cases',
    body: z.strictObject({ case: named, ...atCounter }),
    status: 201,
    response: counterStateSchema,
    auth: 'session-or-key',
    handler: async ({ body, request }) =>
      plain(described(await viewAtCounter(context, actorOf(request), body)))
  })
}

async function askForFiling(context: Context, actor: Actor, body: z.infer<typeof forFiling>) {
  const now = context.clock.now()
  const { card } = await offeredCard(context.db, body.service, now)
  const given = { channel: 'pishkhan' as const, officeCode: body.officeCode }
  const office = demandArrival(given, { actor, now }).officeCode ?? ''
  const asked = { ...placeOf(card), person: body.person, office, serviceTitle: card.title }
  return consent.askConsent(context, actor, asked)
}

/** What the applicant reads: defects with their notes, and the decision with its reasons. */
function described({ id, state, missing, history, notes }: CounterView): object {
  const textOf = (note: string | null) => (note === null ? null : (notes[note]?.text ?? null))
  const { returns, decision } = history
  return {
    case: id,
    ...state,
    missing,
    returns: returns.map(({ at, resubmittedAt, defects }) => ({
      ...{ at, resubmittedAt },
      defects: defects.map(({ code, item, note }) => ({ code, item, note: textOf(note) }))
    })),
    decision: decision && {
      ...{ at: decision.at, outcome: decision.outcome, post: decision.post },
      reason: textOf(decision.reason)
    }
  }
}
