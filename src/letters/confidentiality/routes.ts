import { z } from 'zod'
import { actorOf } from '../../people/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { discloseLetter } from './disclose-letter.ts'

/** What probes of letters tell after they opened one. */
export function confidentialityRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/letter-disclosures',
    summary: 'Disclose the text of a test letter, to be looked for everywhere',
    description:
      'A probe seals a letter of fresh random text, opens it at the other end, and tells the text here. The desk looks for it in all tables and files and records `confidentiality.tested`.',
    tag: 'probes',
    auth: 'session-or-key',
    scope: 'probes:report',
    body: z.object({ letter: z.string(), fragments: z.array(z.string()).max(64) }),
    response: z.object({ queued: z.boolean() }),
    status: 202,
    handler: async ({ body, request }) => {
      await discloseLetter(context, actorOf(request), body)
      return { queued: true }
    }
  })
}
