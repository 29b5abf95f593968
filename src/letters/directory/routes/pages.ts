import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Page, type Server, page, redirect } from '../../../platform/http/index.ts'
import { type Context, withScope } from '../../../platform/index.ts'
import { newestHeads } from '../head-store.ts'
import { messages } from '../messages.ts'
import { readOwnKeys } from '../read-own-keys.ts'
import { stopRecovery } from '../stop-recovery.ts'
import { directoryPage } from '../views/directory-page.ts'
import { ownKeysPage } from '../views/own-keys-page.ts'

const stopForm = z.object({ owner: z.string().max(140).catch('') })
const headsShown = 20

/** One's own keys; and what the directory is, for everybody. */
export function directoryPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/account/keys' }, async ({ view, request }) =>
    ownKeysPage(view, await readOwnKeys(context, actorOf(request)))
  )
  page(app, { method: 'post', path: '/account/keys/stop' }, (p) => stop(context, p))
  page(app, { method: 'get', path: '/log/directory' }, async ({ view }) => {
    // Heads stand in the public log; here is the same, with words.
    const heads = await withScope('system', () => newestHeads(context.db, headsShown))
    return directoryPage(view, heads)
  })
}

async function stop(context: Context, p: Page) {
  const { owner } = stopForm.parse(p.request.body)
  await stopRecovery(context, actorOf(p.request), owner)
  const text = messages.in(p.lang).stoppedNow
  return redirect(p, '/account/keys', { kind: 'success', text })
}
