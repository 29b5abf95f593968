import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { type ProvenState, confirmOpening } from '../confirm-opening.ts'
import { reportKinds, reportLetter } from '../report-letter.ts'
import { withdrawLetter } from '../withdraw-letter.ts'
import { plainLetter } from './plain.ts'
import { letterParams, letterSchema, proofBody } from './schemas.ts'

const tag = 'letters'
const auth = 'session-or-key'
const scope = 'letters:send'

const proofs: readonly { path: string; state: ProvenState; summary: string }[] = [
  {
    path: '/letters/{id}/opening',
    state: 'opened',
    summary: 'Prove that a letter was opened'
  },
  {
    path: '/letters/{id}/acknowledgement',
    state: 'acknowledged',
    summary: 'Acknowledge a letter'
  },
  {
    path: '/letters/{id}/reply',
    state: 'replied',
    summary: 'Prove that a letter was answered, beside the answer itself'
  }
]

/** What both sides do to a letter that is there. */
export function actRoutes(app: Server, context: Context): void {
  for (const { path, state, summary } of proofs) {
    api(app, {
      method: 'post',
      path,
      summary,
      description:
        'The token stands inside the letter; the note is signed by the key of the recipient’s mailbox in the key directory. Given again, it changes nothing.',
      ...{ tag, auth, scope, params: letterParams, body: proofBody, response: letterSchema },
      handler: async ({ params, body, request }) =>
        plainLetter(
          await confirmOpening(context, actorOf(request), {
            letter: params.id,
            state,
            proof: body
          })
        )
    })
  }
  api(app, {
    method: 'post',
    path: '/letters/{id}/withdrawal',
    summary: 'Take a letter back',
    description:
      'Before anybody proved to have opened it, its bytes are deleted; after that it is marked, with the reason. Both sides see which it was.',
    ...{ tag, auth, scope, params: letterParams, response: letterSchema },
    body: z.strictObject({ reason: z.string().max(2000) }),
    handler: async ({ params, body, request }) =>
      plainLetter(
        await withdrawLetter(context, actorOf(request), { letter: params.id, reason: body.reason })
      )
  })
  api(app, {
    method: 'post',
    path: '/letters/{id}/reports',
    summary: 'Report a letter: forged, a fraud, private, or meant for somebody else',
    ...{ tag, auth, scope, status: 201, params: letterParams },
    body: z.strictObject({ kind: z.enum(reportKinds), words: z.string().max(2000).optional() }),
    response: z.object({ report: z.string() }),
    handler: async ({ params, body, request }) => ({
      report: await reportLetter(context, actorOf(request), { letter: params.id, ...body })
    })
  })
}
