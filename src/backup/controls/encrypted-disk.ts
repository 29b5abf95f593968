import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../../platform/index.ts'
import { type ControlState, found } from './control.ts'

/**
 * Whether the data lie on a disk that the system encrypts. Only what Linux says of its own devices is
 * known from here: encryption in the disk, below a virtual machine, or on the server of a database
 * elsewhere may be there and cannot be seen.
 */
export async function encryptedDisk({ config }: Context): Promise<ControlState> {
  if (config.databaseUrl !== null) return found(null, 'database-elsewhere')
  const device = await deviceOf(config.dataFolder)
  if (device === null) return found(null, 'disk-not-known')
  const isEncrypted = await liesOnCrypt(join('/sys/dev/block', device))
  return isEncrypted ? found(true, 'encrypted-disk') : found(null, 'disk-not-known')
}

/** `253:1`, as Linux names the device of a folder. */
async function deviceOf(folder: string): Promise<string | null> {
  const { dev } = await stat(folder, { bigint: true }).catch(() => ({ dev: null }))
  if (dev === null || process.platform !== 'linux') return null
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn)
  const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn)
  return `${String(major)}:${String(minor & 0xffff_ffffn)}`
}

/** A device that is encrypted, or lies wholly on devices that are. */
async function liesOnCrypt(device: string): Promise<boolean> {
  const uuid = await readFile(join(device, 'dm/uuid'), 'utf8').catch(() => '')
  if (uuid.startsWith('CRYPT-')) return true
  const below = await readdir(join(device, 'slaves')).catch(() => [])
  if (below.length === 0) return false
  const encrypted = await Promise.all(
    below.map((name) => liesOnCrypt(join('/sys/class/block', name)))
  )
  return encrypted.every(Boolean)
}
