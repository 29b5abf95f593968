import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { Readable } from 'node:stream'
import { letterEvidence } from '../letter-evidence.ts'
import { listLetters, listedMax } from '../list-letters.ts'
import { readContent } from '../read-content.ts'
import { seeLetter } from '../see-letter.ts'
import { placeOfText, placeText, plainEvidence, plainLetter } from './plain.ts'
import { evidenceSchema, letterListSchema, letterParams, letterSchema } from './schemas.ts'

const tag = 'letters'
const auth = 'session-or-key'

const listQuery = z.strictObject({
  mailbox: z.uuid().describe('Id of the mailbox.'),
  folder: z.enum(['inbox', 'sent']).default('inbox').describe('Letters to it, or from it.'),
  before: z.string().max(200).optional().describe('From `links.next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(listedMax).default(50).describe('How many at most.')
})

/** Reading envelopes, sealed bytes and evidence. */
export function readRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/letters',
    summary: 'The letters in a mailbox, or those that it sent, the newest first',
    ...{ tag, auth, query: listQuery, response: letterListSchema },
    handler: async ({ query, request }) => {
      const before = query.before === undefined ? null : placeOfText(query.before)
      const listed = await listLetters(context, actorOf(request), { ...query, before })
      const { mailbox, folder, limit } = query
      const words = { mailbox, folder, limit: String(limit) }
      const next = listed.next && new URLSearchParams({ ...words, before: placeText(listed.next) })
      return {
        letters: listed.letters.map(plainLetter),
        links: { next: next && `/api/v1/letters?${next.toString()}` }
      }
    }
  })
  api(app, {
    method: 'get',
    path: '/letters/{id}',
    summary: 'The envelope of a letter',
    ...{ tag, auth, params: letterParams, response: letterSchema },
    handler: async ({ params, request }) => {
      const { letter } = await seeLetter(context, actorOf(request), { letter: params.id })
      return plainLetter(letter)
    }
  })
  api(app, {
    method: 'get',
    path: '/letters/{id}/content',
    summary: 'The sealed bytes of a letter',
    description:
      'For those who read the recipient’s mailbox; while it waits for a recipient or an approval, for the sender’s. The first time is recorded as fetched.',
    ...{ tag, auth, params: letterParams, response: 'file' },
    handler: async ({ params, request, reply }) => {
      const { letter, content } = await readContent(context, actorOf(request), params.id)
      return reply
        .header('content-length', letter.sizeBytes)
        .header('content-disposition', `attachment; filename="${letter.id}.age"`)
        .header('cache-control', 'private, no-store')
        .header('digest', `sha-256=${letter.sha256}`)
        .type('application/octet-stream')
        .send(Readable.from(content))
    }
  })
  api(app, {
    method: 'get',
    path: '/letters/{id}/evidence',
    summary: 'What happened to a letter, with a receipt of each event, for both sides',
    ...{ tag, auth, params: letterParams, response: evidenceSchema },
    handler: async ({ params, request }) =>
      plainEvidence(await letterEvidence(context, actorOf(request), params.id))
  })
}
