import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PinStore } from '../../kernel/directory/index.ts'
import { makeFolder, writeDurably } from '../../platform/durable-file.ts'

const ownerOnly = 0o600

/** Remembers in a folder what the key directory has shown; for its owner alone, who is written to is in it. */
export function filePins(folder: string): PinStore {
  const fileOf = (key: string) =>
    join(folder, `${createHash('sha256').update(key).digest('hex')}.pin`)
  return {
    async read(key) {
      try {
        return await readFile(fileOf(key), 'utf8')
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return null
        throw error
      }
    },
    async write(key, value) {
      await makeFolder(folder, 0o700)
      await writeDurably(fileOf(key), value, ownerOnly)
    }
  }
}
