import { z } from 'zod'
import { claimedBytesMax } from '../../../kernel/mailbox/index.ts'
import { actorOf } from '../../../people/index.ts'
import type { Context } from '../../../platform/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import { readAnswer } from '../../directory/index.ts'
import { sessionOf } from '../../mailboxes/index.ts'
import { partyNames } from '../../reader/index.ts'
import { keepClaim, makeClaim, openClaim, proveClaim } from './claim-letter.ts'

const tag = 'letters'
const handle = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'Hash of the key on the page' })
const hash = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)

/** The operations about letters that are opened by a page. */
export function claimApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/letters/{id}/claim',
    summary: 'Keep a waiting letter for whoever holds a page that goes by post',
    ...{ tag, auth: 'session-or-key', scope: 'letters:send', status: 201 },
    params: z.object({ id: z.uuid().meta({ description: 'Id of the letter' }) }),
    body: z.strictObject({
      handle,
      recipientKey: hash,
      sizeClass: z.int().positive(),
      sha256: hash,
      tokenHash: hash,
      content: z.base64().meta({ description: 'Sealed to the key of the page' })
    }),
    bodyLimitBytes: Math.ceil(claimedBytesMax / 3) * 4 + 4096,
    response: z.object({ expiresAt: z.string() }),
    handler: async ({ request, params, body }) => {
      const content = new Uint8Array(Buffer.from(body.content, 'base64'))
      const input = { ...body, content, letter: params.id }
      return { expiresAt: (await makeClaim(context, actorOf(request), input)).toString() }
    }
  })
  holding(app, context)
}

function holding(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/letter-claims/opening',
    summary: 'The sealed letter of a page, once',
    ...{ tag, auth: 'public', body: z.strictObject({ handle }) },
    response: z.object({
      letter: z.string(),
      sentAt: z.string(),
      acceptedAt: z.string(),
      case: z.string().nullable(),
      owner: z.string(),
      key: z.string().meta({ description: 'Name on the signatures of the sender' }),
      title: z.object({ fa: z.string(), en: z.string() }),
      answer: z.unknown().meta({ description: 'The key directory about the sender' }),
      content: z.string()
    }),
    handler: async ({ request, body }) => {
      const found = await openClaim(context, { ...body, address: request.ip })
      const { letter, content } = found
      const { owner, key, title } = (await partyNames(context, [letter.sender]))(letter.sender)
      return {
        ...{ letter: letter.id, case: letter.case, owner: owner ?? '', key: key ?? '' },
        sentAt: letter.sentAt.toString(),
        acceptedAt: letter.acceptedAt.toString(),
        title: title ?? { fa: '', en: '' },
        answer: JSON.parse(JSON.stringify(await readAnswer(context, owner ?? ''))) as unknown,
        content: Buffer.from(content).toString('base64')
      }
    }
  })
  api(app, {
    method: 'post',
    path: '/letter-claims/proof',
    summary: 'Show that the letter of a page was opened: the page is used by it',
    ...{ tag, auth: 'public', status: 204, response: z.null() },
    body: z.strictObject({ handle, token: hash }),
    handler: async ({ body }) => {
      await proveClaim(context, body)
      return null
    }
  })
  api(app, {
    method: 'post',
    path: '/letter-claims/keeping',
    summary: 'Put the letter of a page into the mailbox of whom it is for',
    ...{ tag, auth: 'session-or-key', scope: null },
    body: z.strictObject({
      handle,
      recipient: z.string().max(2200),
      slot: z.string().max(8192).meta({ description: 'The key, sealed to the mailbox' })
    }),
    response: z.object({ letter: z.string() }),
    handler: async ({ request, body }) => {
      const { id } = await keepClaim(context, sessionOf(request), body)
      return { letter: id }
    }
  })
}
