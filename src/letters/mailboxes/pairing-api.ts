import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { sessionOf } from './session-of.ts'
import { answerPairing, askPairing, readPairing, takePairing } from './pair-computer.ts'

const uuid = z.uuid()
const recipient = z
  .string()
  .max(2200)
  .meta({ description: 'Key that the computer made for this, `age1pq1…`' })
const params = z.object({ id: uuid.meta({ description: 'Id of the pairing' }) })
const common = { tag: 'letters', auth: 'session-or-key', scope: null } as const

/** The operations by which a telephone unlocks a shared computer of the same person. */
export function pairingApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/mailbox-pairings',
    summary: 'Let a telephone unlock this computer',
    body: z.strictObject({ recipient }),
    status: 201,
    response: z.object({ id: uuid, mailbox: uuid, expiresAt: z.string() }),
    ...common,
    handler: async ({ request, body }) => {
      const { id, mailbox, expiresAt } = await askPairing(
        context,
        sessionOf(request),
        body.recipient
      )
      return { id, mailbox, expiresAt: expiresAt.toString() }
    }
  })
  api(app, {
    method: 'get',
    path: '/mailbox-pairings/{id}',
    summary: 'The computer that waits for this telephone',
    params,
    response: z.object({ id: uuid, mailbox: uuid, recipient, expiresAt: z.string() }),
    ...common,
    handler: async ({ request, params: { id } }) => {
      const found = await readPairing(context, sessionOf(request), id)
      const { mailbox, expiresAt } = found
      return { id, mailbox, recipient: found.recipient, expiresAt: expiresAt.toString() }
    }
  })
  api(app, {
    method: 'post',
    path: '/mailbox-pairings/{id}/answer',
    summary: 'Unlock the computer that waits: the seed, sealed to its key',
    params,
    body: z.strictObject({
      sealed: z.string().max(8192).meta({ description: 'A keyslot as JSON text' })
    }),
    status: 204,
    response: z.null(),
    ...common,
    handler: async ({ request, params: { id }, body }) => {
      await answerPairing(context, sessionOf(request), { id, ...body })
      return null
    }
  })
  api(app, {
    method: 'post',
    path: '/mailbox-pairings/{id}/receipt',
    summary: 'Take what the telephone sealed; null while it waits',
    params,
    body: z.strictObject({}),
    response: z.object({ sealed: z.string().nullable() }),
    ...common,
    handler: async ({ request, params: { id } }) => ({
      sealed: await takePairing(context, sessionOf(request), id)
    })
  })
}
