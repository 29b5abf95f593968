import { z } from 'zod'
import { type FastifyReply, type Server, api } from '../../platform/http/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { entryProofOf } from '../entry-proof-of.ts'

const place = z.object({
  log: z.string().max(20).describe('Name of the shard, such as 1405.'),
  index: z.coerce.number().int().nonnegative().safe().describe('Number of the entry, from 0.')
})

/** The proof files of entries that everyone may read: from the page of the entry, and for programs. */
export function entryProofs(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/log/{log}/entries/{index}/proof',
    summary: 'The proof that a public entry stands in the log, as a tlog-proof',
    description:
      'The bytes of the entry are in its `extra` line, so that it is checked offline. 404 for a sealed entry: only a receipt opens it.',
    tag: 'receipts',
    auth: 'public',
    params: place,
    response: 'file',
    handler: async ({ params, reply }) => send(context, reply, params)
  })
  // A button of an English page leads to an English address.
  for (const prefix of ['', '/en']) {
    app.get(
      `${prefix}/log/:log/entries/:index/proof`,
      { schema: { hide: true } },
      async (request, reply) => {
        const asked = place.safeParse(request.params)
        if (!asked.success) throw new NotFoundError()
        return send(context, reply, asked.data)
      }
    )
  }
}

async function send(context: Context, reply: FastifyReply, of: z.infer<typeof place>) {
  const { name, text } = await entryProofOf(context, of)
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-cache')
    .header('access-control-allow-origin', '*')
    .type('application/octet-stream')
    .send(text)
}
