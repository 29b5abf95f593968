import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts bytes where a reader finds either the old file or the new one, whole, also after a power cut;
 * returns when the disk has them.
 * @param mode - Permissions, `0o600` for what is secret.
 */
export async function writeDurably(
  file: string,
  bytes: Uint8Array | string,
  mode = 0o644
): Promise<void> {
  const draft = `${file}.draft-${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', mode)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(draft, file)
  await syncFolder(dirname(file))
}

/** Makes a folder with those above it. */
export async function makeFolder(folder: string, mode = 0o755): Promise<void> {
  await mkdir(folder, { recursive: true, mode })
}

/** A renamed file is only there after a power cut if its folder was flushed as well. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
