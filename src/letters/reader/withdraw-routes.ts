import { z } from 'zod'
import { actorOf } from '../../people/index.ts'
import { type Server, page, redirect } from '../../platform/http/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { withdrawLetter } from '../exchange/index.ts'
import { messages } from './messages.ts'

const params = z.object({ id: z.uuid() })
const form = z.object({ reason: z.string().max(2000).catch('') })

/** Taking a letter back, from its page; it needs no key and no script. */
export function withdrawRoutes(app: Server, context: Context): void {
  page(app, { method: 'post', path: '/letters/:id/withdrawal' }, async (it) => {
    const actor = actorOf(it.request)
    const asked = params.safeParse(it.request.params)
    if (!asked.success) throw new NotFoundError()
    const { reason } = form.parse(it.request.body)
    await withdrawLetter(context, actor, { letter: asked.data.id, reason })
    const text = messages.in(it.lang).takenBack
    return redirect(it, `/letters/${asked.data.id}`, { kind: 'success', text })
  })
}
