import { hash } from 'node:crypto'
import { publicLog } from '../../ledger/index.ts'
import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { savedPageAssets } from '../../platform/html/index.ts'
import { type Server, page } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { readerScripts } from '../reader-code/index.ts'
import type { PublishedScript } from './page-rules.ts'
import { hostOf } from './shown-letter.ts'
import { offlineReader } from './views/offline-reader.ts'

/** The reader as one file, and the digests of every script that opens or seals letters. */
export function offlineRoutes(
  app: Server,
  context: Context,
  scripts: (name: string) => Promise<PublishedScript>
): void {
  const assets = savedPageAssets(app.edge.assetsFolder, 'letters-reader-offline')
  page(app, { method: 'get', path: '/letters/offline.html' }, async ({ lang, reply }) => {
    const parts = await assets()
    const copy = offlineReader(
      { lang },
      {
        ...parts,
        digest: hash('sha256', parts.script),
        policy: await publicLog.policyOf(context),
        host: hostOf(context),
        origin: context.config.origin,
        madeAt: formatJalaliDateTime(context.clock.now(), lang)
      }
    )
    const name = lang === 'fa' ? 'peyman-letters.html' : 'peyman-letters-en.html'
    void reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(copy.toString())
    return undefined
  })
  page(app, { method: 'get', path: '/letters/reader.sha256' }, async ({ reply }) => {
    const lines = await Promise.all(
      readerScripts.map(async (name) => {
        const { sha256, integrity, path } = await scripts(name)
        return `${sha256}  ${path}\n# ${name}: ${integrity}\n`
      })
    )
    void reply.type('text/plain; charset=utf-8').send(lines.join(''))
    return undefined
  })
}
