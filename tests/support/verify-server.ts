import { readConfig } from '../../src/config.ts'
import { verifyRoutes } from '../../src/ledger/routes/verify.ts'
import { buildAssets } from '../../src/platform/html/build-assets.ts'
import { useAssets } from '../../src/platform/html/index.ts'
import { createServer } from '../../src/platform/http/index.ts'
import { type Context, manualClock, silentLog } from '../../src/platform/index.ts'

/** The page that checks receipts, alone, with a policy; it needs no database. */
export async function serveVerify(policy: string): Promise<{
  readonly origin: string
  close(): Promise<void>
}> {
  const { manifest, folder } = await buildAssets()
  useAssets(manifest)
  const context: Context = {
    db: null as never,
    clock: manualClock('2026-11-22T06:00:00Z'),
    config: readConfig({ PEYMAN_REQUESTS_PER_MINUTE: '100000' }),
    log: silentLog,
    nudge: () => {}
  }
  const app = await createServer({
    context,
    assetsFolder: folder,
    describeReader: () => ({ account: null, nav: [] })
  })
  verifyRoutes(app, context, () => Promise.resolve(policy))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { origin: address.replace('127.0.0.1', 'localhost'), close: () => app.close() }
}
