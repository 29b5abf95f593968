import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { entrySchema } from '../answer-schema.ts'
import { type OwnEntry, readOwnKeys } from '../read-own-keys.ts'
import { stopRecovery } from '../stop-recovery.ts'

const ownEntry = z.object({
  entry: entrySchema,
  hash: z.string().describe('What the next entry and the map name it by.'),
  addedAt: z.string(),
  standing: z.enum(['counts', 'waits', 'past', 'stopped']),
  head: z.number().nullable().describe('Number of the head in which it came; null while it waits.'),
  fact: z.string().describe('Its fact, of which there is a receipt.')
})
const common = { tag: 'letters', auth: 'session-or-key', scope: null } as const

/** What one answers for, and how a recovery is stopped. */
export function ownKeys(app: Server, context: Context): void {
  api(app, {
    ...common,
    method: 'get',
    path: '/key-directory/own',
    summary: 'The keys of one’s own mailbox and of units that one administers, with their history',
    response: z.object({
      owners: z.array(
        z.object({
          owner: z.string(),
          entries: z.array(ownEntry),
          pending: z
            .object({ until: z.string().nullable() })
            .nullable()
            .describe('A recovery that can still be stopped.')
        })
      )
    }),
    handler: async ({ request }) => {
      const owners = await readOwnKeys(context, actorOf(request))
      return {
        owners: owners.map(({ owner, entries, pending }) => ({
          owner,
          entries: entries.map(shown),
          pending: pending && { until: pending.until?.toString() ?? null }
        }))
      }
    }
  })
  api(app, {
    ...common,
    method: 'post',
    path: '/key-directory/{owner}/recovery-stop',
    summary: 'Stops a recovered key within 72 hours: the key of before stays',
    params: z.object({ owner: z.string().max(140).describe('`mailbox:<id>` or `unit:…`.') }),
    response: z.object({ entry: entrySchema }),
    status: 201,
    handler: async ({ params, request }) => ({
      entry: await stopRecovery(context, actorOf(request), params.owner)
    })
  })
}

function shown({ entry, hash, addedAt, standing, head, fact }: OwnEntry) {
  return { entry, hash, addedAt: addedAt.toString(), standing, head, fact }
}
