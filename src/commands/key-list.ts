import { type ListedApiKey, listApiKeys, revokeApiKey } from '../people/index.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

/** `peyman key list`: every key without its secret, those that no longer work too. */
export async function keyListCommand(options: { readonly json: boolean }): Promise<void> {
  const installation = await openInstallation()
  try {
    const keys = await listApiKeys(installation.context.db)
    const stdout = options.json
      ? `${JSON.stringify(keys.map(plain))}\n`
      : keys.map((key) => `${lineOf(key)}\n`).join('')
    report({ exitCode: 0, stdout, stderr: keys.length === 0 ? 'peyman: there is no key\n' : '' })
  } finally {
    await installation.close()
  }
}

/** `peyman key revoke ID`: exit 2 where there is no such key. */
export async function keyRevokeCommand(id: string): Promise<void> {
  const installation = await openInstallation()
  try {
    const key = await revokeApiKey(installation.context, id)
    if (key === null) {
      const stderr = `peyman: there is no key "${id}"; peyman key list shows them\n`
      report({ exitCode: 2, stdout: '', stderr })
    } else report({ exitCode: 0, stdout: `${lineOf(key)}\n`, stderr: '' })
  } finally {
    await installation.close()
  }
}

function lineOf(key: ListedApiKey): string {
  const whose = `${key.role} of ${key.authority}${key.unit === null ? '' : `/${key.unit}`}`
  const opens = key.scopes.length === 0 ? 'all' : key.scopes.join(',')
  return [key.id, key.live ? 'live' : 'test', whose, stateOf(key), opens, key.label].join('\t')
}

function stateOf(key: ListedApiKey): string {
  if (key.revokedAt !== null) return `revoked ${key.revokedAt.toString()}`
  return key.expiresAt === null ? 'works' : `until ${key.expiresAt.toString()}`
}

function plain(key: ListedApiKey): object {
  const { createdAt, expiresAt, revokedAt, lastUsedOn } = key
  return {
    ...key,
    createdAt: createdAt.toString(),
    expiresAt: expiresAt?.toString() ?? null,
    revokedAt: revokedAt?.toString() ?? null,
    lastUsedOn: lastUsedOn?.toString() ?? null
  }
}
