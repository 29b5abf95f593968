import { z } from 'zod'
import { actorOf, takeAllowance } from '../../../people/index.ts'
import { type FastifyRequest, type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { answerSchema } from '../answer-schema.ts'
import { demandMayLookUp } from '../may-look-up.ts'
import { readAnswer } from '../read-answer.ts'
import { OwnerFormError, TooManyLookupsError } from '../refusals.ts'

const description =
  'Entries, their proof in the map, and the proof of the map’s head in the public log: believe none of it before it is checked (docs/specs/key-directory.md; `peyman/sdk` does it). For those who write letters for a body, for the person, and for those who act for them; keys of units are for everybody who is signed in. Nobody is told whether there is such a person.'
const common = {
  tag: 'letters',
  auth: 'session-or-key',
  scope: 'letters:send',
  response: answerSchema,
  description
} as const

/** A person at a screen looks up a few; programs have keys, and the limit of all requests. */
const perMinuteMax = 120

/** The operations by which keys are looked up. */
export function lookups(app: Server, context: Context): void {
  const answer = async (request: FastifyRequest, owner: string) => {
    const actor = actorOf(request)
    await demandMayLookUp(context, actor, owner)
    const counted = { what: `keys ${actor.id}`, most: perMinuteMax, withinSeconds: 60 }
    const now = context.clock.now()
    // The count is of the actor and of nothing that they looked for.
    const isFew = actor.kind !== 'person' || (await takeAllowance(context.db, counted, now))
    if (!isFew) throw new TooManyLookupsError()
    return readAnswer(context, owner)
  }
  api(app, {
    ...common,
    method: 'get',
    path: '/key-directory/{owner}',
    summary: 'The key of a unit or a mailbox, with its proof',
    params: z.object({
      owner: z.string().max(140).describe('`unit:<authority>/<unit>` or `mailbox:<id>`.')
    }),
    handler: ({ params, request }) => {
      // The identifier of a person stands in no address: addresses are written down on the way.
      if (params.owner.startsWith('identifier:')) throw new OwnerFormError()
      return answer(request, params.owner)
    }
  })
  api(app, {
    ...common,
    method: 'get',
    path: '/mailboxes/{id}/key',
    summary: 'The key of a mailbox, with its proof',
    params: z.object({ id: z.uuid().describe('Id of the mailbox.') }),
    handler: ({ params, request }) => answer(request, `mailbox:${params.id}`)
  })
  api(app, {
    ...common,
    method: 'post',
    path: '/key-directory/lookups',
    summary: 'The key of whoever has an identifier, with its proof',
    body: z.object({
      owner: z
        .string()
        .max(140)
        .describe('As in the address, or `identifier:<kind>:<value>`, such as a national id.')
    }),
    handler: ({ body, request }) => answer(request, body.owner)
  })
}
