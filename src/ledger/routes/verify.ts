import { savedPageAssets } from '../../platform/html/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Page, type Server, narrowPolicy, page, redirect } from '../../platform/http/index.ts'
import { makeOfflineCopy } from '../verify-offline.ts'
import { offlinePath, verifyPage } from '../views/verify-page.ts'

/** Text of the policy of this installation; empty while it has no log. */
export type PolicyText = (context: Context) => Promise<string>

// The page may be given what nobody else may see: it forbids itself to send anything anywhere.
const pageRules = {
  'connect-src': "'none'",
  'form-action': "'self'"
}

/** The page that checks receipts in the browser, and its copy for use without a network. */
export function verifyRoutes(app: Server, context: Context, policyText: PolicyText): void {
  const assets = savedPageAssets(app.edge.assetsFolder, 'ledger-verify-offline')
  page(app, { method: 'get', path: '/verify' }, async (it) => {
    const { view, reply, request } = it
    // Whoever has the code of a letter is led to the page that answers for letters.
    const { letter } = request.query as { letter?: unknown }
    if (typeof letter === 'string')
      return redirect(it, `/verify/letter?code=${encodeURIComponent(letter)}`)
    narrow(reply)
    return verifyPage(view, await policyText(context))
  })
  page(app, { method: 'get', path: offlinePath }, async ({ lang, reply }) => {
    const copy = await makeOfflineCopy(context, {
      lang,
      policy: await policyText(context),
      assets
    })
    const name = lang === 'fa' ? 'peyman-verify.html' : 'peyman-verify-en.html'
    void reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(copy.toString())
    return undefined
  })
}

/** Takes from this page the right to send anything, and gives it the camera. */
function narrow(reply: Page['reply']): void {
  narrowPolicy(reply, pageRules)
  const camera = String(reply.getHeader('permissions-policy') ?? '').replace(
    'camera=()',
    'camera=(self)'
  )
  void reply.header('permissions-policy', camera)
}
