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
  const state = key.revokedAt === null ? 'works' : `revoked ${key.revokedAt.toString()}`
  return [key.id, key.live ? 'live' : 'test', whose, state, key.label].join('\t')
}

function plain(key: ListedApiKey): object {
  const revokedAt = key.revokedAt?.toString() ?? null
  return { ...key, createdAt: key.createdAt.toString(), revokedAt }
}
