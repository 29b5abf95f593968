import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { probing } from '../outages/index.ts'
import { createApiKey, listApiKeys, listAuthorities } from '../people/index.ts'
import { type Context, makeFolder, writeDurably } from '../platform/index.ts'
import { keepCanary } from './canary-file.ts'
import type { SupervisedPart } from './supervise.ts'

// It keeps a plan and a few hundred results: what a page's renderer would take has no use here.
const nodeWords = ['--max-semi-space-size=1', '--max-old-space-size=96']

/**
 * The vantage point of the desk itself, "inside": one agent of `peyman probe` against this desk, with a
 * key of its own in the data folder. It counts only for an authority that has nobody outside.
 * @param isWebHere - The pages are served by this process too, and reached without leaving the machine.
 */
export async function ownProbe(
  context: Context,
  { isWebHere }: { readonly isWebHere: boolean }
): Promise<SupervisedPart> {
  const folder = join(context.config.dataFolder, 'probe')
  await makeFolder(folder, 0o700)
  const keyFile = join(folder, 'key')
  const id = await workingKey(context, folder)
  for (const { id: authority } of await listAuthorities(context.db)) {
    await probing.registerVantage(
      context,
      { authority, id, label: 'desk', outside: false },
      'system:serve'
    )
  }
  const desk = isWebHere ? localOrigin(context.config) : context.config.origin
  const canary = join(folder, 'canary')
  await keepCanary(context, { file: canary, idFile: join(folder, 'canary-id'), label: 'desk' })
  const words = [
    ...['probe', '--desk', desk, '--key-file', keyFile, '--canary', canary],
    ...['--folder', join(folder, 'agent')]
  ]
  return { name: 'the probe', words, nodeWords }
}

/** The id of the key in the folder; a new one where there is none, or it works no longer. */
async function workingKey(context: Context, folder: string): Promise<string> {
  const known = await readFile(join(folder, 'key-id'), 'utf8').catch(() => null)
  const keys = await listApiKeys(context.db)
  if (known !== null && keys.some(({ id, revokedAt }) => id === known && revokedAt === null)) {
    return known
  }
  const { key, text } = await createApiKey(context, {
    authority: '*',
    role: 'probe',
    label: 'desk',
    live: true
  })
  await writeDurably(join(folder, 'key'), `${text}\n`, 0o600)
  await writeDurably(join(folder, 'key-id'), key.id, 0o600)
  return key.id
}

/** Where this process listens, seen from this machine. */
function localOrigin({ host, port }: Config): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${String(port)}`
}
