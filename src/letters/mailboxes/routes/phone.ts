import { z } from 'zod'
import type { Context } from '../../../platform/index.ts'
import { type Server, page } from '../../../platform/http/index.ts'
import { sessionOf } from '../session-of.ts'
import { readPairing } from '../pair-computer.ts'
import { PairingOverError } from '../refusals.ts'
import { phonePage } from '../views/phone-page.ts'

const params = z.object({ id: z.uuid().catch('') })

/** The page that a telephone opens by the QR code of a shared computer. */
export function phoneRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/mailbox/phone/:id' }, async (it) => {
    const { id } = params.parse(it.request.params)
    const session = sessionOf(it.request)
    if (id === '') throw new PairingOverError()
    const pairing = await readPairing(context, session, id)
    void it.reply.header('cache-control', 'private, no-store')
    return phonePage(it.view, pairing)
  })
}
