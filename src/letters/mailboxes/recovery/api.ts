import { z } from 'zod'
import type { Context } from '../../../platform/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import { sessionOf } from '../session-of.ts'
import { proveShare, resignShare } from './prove-share.ts'
import { readShares } from './read-shares.ts'
import { askRecovery, finishRecovery, releaseShare, stopShares } from './recover-mailbox.ts'

const common = { tag: 'letters', auth: 'session-or-key', scope: null } as const
const params = z.object({ slot: z.uuid().meta({ description: 'Id of the keyslot' }) })
const done = { status: 204, response: z.null() } as const
const nothing = z.strictObject({})

const share = z.object({
  slot: z.string(),
  mailbox: z.string(),
  purpose: z.string(),
  sealed: z.string().meta({ description: 'Sealed to the mailbox of who was named' }),
  acceptedAt: z.string().nullable(),
  provenAt: z.string().nullable(),
  lostAt: z.string().nullable().meta({ description: 'Opens nothing since; give it anew' }),
  readyAt: z.string().nullable().meta({ description: 'When the share of the desk is handed out' })
})

/** The operations about mailboxes that two shares open. */
export function shareApi(app: Server, context: Context): void {
  api(app, {
    ...common,
    method: 'get',
    path: '/mailbox-shares',
    summary: 'Shares of mailboxes of others that the caller keeps',
    response: z.object({ shares: z.array(share) }),
    handler: async ({ request }) => {
      const { kept } = await readShares(context, sessionOf(request))
      return {
        shares: kept.map(({ slot, mailbox, purpose, sealedShare, recovery, ...at }) => ({
          ...{ slot, mailbox, purpose, sealed: sealedShare },
          acceptedAt: at.acceptedAt?.toString() ?? null,
          provenAt: at.provenAt?.toString() ?? null,
          lostAt: at.lostAt?.toString() ?? null,
          readyAt: recovery?.readyAt?.toString() ?? null
        }))
      }
    }
  })
  api(app, {
    ...{ ...common, ...done, params },
    method: 'post',
    path: '/mailbox-shares/{slot}/proof',
    summary: 'Accept a share, or show that it still opens: a note signed by it',
    body: z.strictObject({ note: z.string().max(4096) }),
    handler: async ({ request, params: { slot }, body }) => {
      await proveShare(context, sessionOf(request), { slot, ...body })
      return null
    }
  })
  api(app, {
    ...{ ...common, ...done, params },
    method: 'post',
    path: '/mailbox-shares/{slot}/removal',
    summary: 'Give a share back that one keeps for somebody',
    body: nothing,
    handler: async ({ request, params: { slot } }) => {
      await resignShare(context, sessionOf(request), slot)
      return null
    }
  })
  recovering(app, context)
}

function recovering(app: Server, context: Context): void {
  api(app, {
    ...{ ...common, ...done, params },
    method: 'post',
    path: '/mailbox-shares/{slot}/recovery',
    summary: 'Ask for the share of the desk, by the owner, 72 hours before it is handed out',
    body: nothing,
    handler: async ({ request, params: { slot } }) => {
      await askRecovery(context, sessionOf(request), slot)
      return null
    }
  })
  api(app, {
    ...common,
    method: 'post',
    path: '/mailbox-recovery/release',
    summary: 'The share of the desk, to the owner, once the wait is over',
    body: nothing,
    response: z.object({ slot: z.string(), wrapped: z.string(), share: z.string() }),
    handler: ({ request }) => releaseShare(context, sessionOf(request))
  })
  for (const { path, summary, act } of [
    { path: '/mailbox-recovery/stop', summary: 'Stop it', act: stopShares },
    { path: '/mailbox-recovery/end', summary: 'Say that one is in again', act: finishRecovery }
  ] as const) {
    api(app, {
      ...{ ...common, ...done, path, summary },
      method: 'post',
      body: nothing,
      handler: async ({ request }) => {
        await act(context, sessionOf(request))
        return null
      }
    })
  }
}
