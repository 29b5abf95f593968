import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { endKinds, endRecipient } from '../end-recipient.ts'

/** Recipients who will read no more. */
export function endRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/letter-recipients/{person}/end',
    summary: 'Record by a paper that a person has died or a business is dissolved',
    description:
      'From then on letters to it are refused with 409 `letter/recipient-ended`; what waited for it goes back to its senders. 404 for what is no such person or business. For staff of the body who take in papers: its clerks, approvers and administrators.',
    ...{ tag: 'letters', auth: 'session-or-key', scope: 'letters:send', status: 201 },
    params: z.object({ person: z.uuid().describe('Id of the person.') }),
    body: z.strictObject({
      authority: z.string().max(64).describe('The body at which the paper was shown.'),
      kind: z.enum(endKinds),
      paper: z.string().max(2000).describe('Which paper it is: office, number, date.')
    }),
    response: z.object({ returned: z.int().describe('Waiting letters that went back.') }),
    handler: async ({ params, body, request }) => ({
      returned: await endRecipient(context, actorOf(request), { person: params.person, ...body })
    })
  })
}
