import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { approveLetter, refuseApproval } from '../decide-approval.ts'
import { listApprovals, listWaiting } from '../list-waiting.ts'
import { mailboxToWriteTo } from '../parties.ts'
import { type Resealing, resealLetter } from '../reseal-letter.ts'
import { octetsOf, takeOctets } from './octets.ts'
import { oneOf, plainLetter } from './plain.ts'
import {
  inlineBytesMax,
  letterParams,
  letterSchema,
  resealingBody,
  resealingQuery
} from './schemas.ts'

const tag = 'letters'
const auth = 'session-or-key'
const scope = 'letters:send'
const bodyLimitBytes = Math.ceil(inlineBytesMax / 3) * 4 + 65_536

const listQuery = z.strictObject({
  mailbox: z.uuid().describe('Id of the mailbox.'),
  after: z.uuid().optional().describe('The last letter of the page before.'),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many at most.')
})

/** Letters that lie sealed to their own sender: for want of a mailbox, or of a second person. */
export async function waitingRoutes(app: Server, context: Context): Promise<void> {
  listRoutes(app, context)
  recipientRoutes(app, context)
  approvalRoutes(app, context)
  api(app, {
    method: 'post',
    path: '/letters/{id}/resealing',
    summary: 'Put the same letter, sealed to its recipient, in the place of a waiting one',
    description:
      'For a letter that waited for its recipient’s mailbox. One step: there is never both and never neither. The same resealing again changes nothing.',
    ...{ tag, auth, scope, params: letterParams, body: resealingBody, response: letterSchema },
    bodyLimitBytes,
    handler: async ({ params, body, request }) =>
      plainLetter(await resealLetter(context, actorOf(request), inlineResealing(params.id, body)))
  })
  await takeOctets(app, 'application/octet-stream', (inner) => {
    api(inner, {
      method: 'put',
      path: '/letters/{id}/content',
      summary: 'The same as a resealing, for a letter of any size',
      description: 'The body is the sealed file, `application/octet-stream`.',
      ...{ tag, auth, scope, params: letterParams, query: resealingQuery, response: letterSchema },
      handler: async ({ params, query, request }) => {
        const resealing = { ...query, letter: params.id, content: octetsOf(request) }
        return plainLetter(await resealLetter(context, actorOf(request), resealing))
      }
    })
    api(inner, {
      method: 'put',
      path: '/letters/{id}/approval',
      summary: 'The same as an approval, for a letter of any size',
      description: 'The body is the file sealed to the recipient, `application/octet-stream`.',
      ...{ tag, auth, scope, params: letterParams, query: resealingQuery, response: letterSchema },
      handler: async ({ params, query, request }) => {
        const resealing = { ...query, letter: params.id, content: octetsOf(request) }
        const given = { letter: params.id, resealing }
        return plainLetter(await approveLetter(context, actorOf(request), given))
      }
    })
  })
}

function inlineResealing(letter: string, body: z.output<typeof resealingBody>): Resealing {
  const { content, ...rest } = body
  const bytes = Buffer.from(content, 'base64')
  return { ...rest, letter, sizeBytes: bytes.length, content: oneOf(bytes) }
}

function listRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/waiting-letters',
    summary: 'Letters of a mailbox whose recipients had no mailbox, and who has one by now',
    ...{ tag, auth, query: listQuery },
    response: z.object({
      letters: z.array(
        z.object({
          letter: letterSchema,
          ready: z
            .object({
              mailbox: z.string(),
              key: z.string().describe('SHA-256 of its key, base64.')
            })
            .nullable()
        })
      )
    }),
    handler: async ({ query, request }) => {
      const asked = { ...query, after: query.after ?? null }
      const waiting = await listWaiting(context, actorOf(request), asked)
      return {
        letters: waiting.map(({ letter, ready }) => ({ letter: plainLetter(letter), ready }))
      }
    }
  })
  api(app, {
    method: 'get',
    path: '/letter-approvals',
    summary: 'Letters of a unit that wait for a second person',
    ...{ tag, auth, query: listQuery },
    response: z.object({
      letters: z.array(z.object({ letter: letterSchema, askedBy: z.string(), askedAt: z.string() }))
    }),
    handler: async ({ query, request }) => {
      const asked = { ...query, after: query.after ?? null }
      const open = await listApprovals(context, actorOf(request), asked)
      return {
        letters: open.map(({ letter, approval }) => ({
          letter: plainLetter(letter),
          askedBy: approval.askedBy,
          askedAt: approval.askedAt.toString()
        }))
      }
    }
  })
}

const decisionBody = z.union([
  z.strictObject({
    outcome: z.literal('approved'),
    resealing: resealingBody
      .nullable()
      .describe('The letter sealed to its recipient; null where they have no mailbox yet.')
  }),
  z.strictObject({ outcome: z.literal('refused'), reason: z.string().max(2000) })
])

function approvalRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/letters/{id}/approval',
    summary: 'Approve a letter of one’s unit as a second person, or refuse to',
    description:
      'Whoever approves opens the letter with the unit’s key, and their own device seals it to the recipient. Not for the one who handed it in.',
    ...{ tag, auth, scope, params: letterParams, body: decisionBody, response: letterSchema },
    bodyLimitBytes,
    handler: async ({ params, body, request }) => {
      const actor = actorOf(request)
      const letter = params.id
      if (body.outcome === 'refused') {
        return plainLetter(await refuseApproval(context, actor, { letter, reason: body.reason }))
      }
      const resealing = body.resealing && inlineResealing(letter, body.resealing)
      return plainLetter(await approveLetter(context, actor, { letter, resealing }))
    }
  })
}

/** To which mailbox a waiting letter may be sealed, for programs of bodies. */
function recipientRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/letter-recipients/{person}',
    summary: 'The mailbox of a person to whom a body writes, if letters can arrive in it',
    description:
      'For those who send letters of a body. Whether there is such a person is not told; the key of the mailbox is for the key directory to prove.',
    ...{ tag, auth, scope },
    params: z.object({ person: z.uuid().describe('Id of the person.') }),
    response: z.object({ mailbox: z.string().nullable() }),
    handler: async ({ params, request }) => ({
      mailbox: await mailboxToWriteTo(context, actorOf(request), params.person)
    })
  })
}
