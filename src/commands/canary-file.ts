import { readFile } from 'node:fs/promises'
import { canaryAuthority } from '../kernel/mailbox/index.ts'
import { canaries } from '../letters/index.ts'
import { type Canary, readCanary } from '../outages/agent/index.ts'
import { listApiKeys, revokeApiKey } from '../people/index.ts'
import { type Context, writeDurably } from '../platform/index.ts'

/**
 * Opens a canary and writes it down for its vantage point alone: mode 0600, and kept nowhere else.
 * @param label - What the vantage point is called.
 * @returns Id of its API key.
 */
export async function writeCanary(context: Context, file: string, label: string): Promise<string> {
  const { keyId, ...opened } = await canaries.openCanary(context, label)
  const canary: Canary = { v: 1, site: siteOf(context), ...opened }
  await writeDurably(file, `${JSON.stringify(canary, null, 2)}\n`, 0o600)
  return keyId
}

/**
 * The canary in a file, where it is one of this desk that still works; else a new one in its place.
 * @param idFile - Where the id of its API key is.
 */
export async function keepCanary(
  context: Context,
  { file, idFile, label }: { readonly file: string; readonly idFile: string; label: string }
): Promise<void> {
  const known = await readFile(idFile, 'utf8').catch(() => null)
  const { host } = new URL(context.config.origin)
  const keys = await listApiKeys(context.db, canaryAuthority)
  const works = keys.some(({ id, revokedAt }) => id === known && revokedAt === null)
  const canary = works ? await readCanary(file).catch(() => null) : null
  if (canary?.site === siteOf(context) && canary.host === host) return
  if (works && known !== null) await revokeApiKey(context, known, 'system:serve')
  await writeDurably(idFile, await writeCanary(context, file, label), 0o600)
}

/** The desk as everybody reaches it: as the plan of the probes names it. */
function siteOf({ config }: Context): string {
  return new URL(config.origin).origin
}
