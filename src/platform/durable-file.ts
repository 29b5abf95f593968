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
  try {
    await writeNew(draft, bytes, mode)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await rename(draft, file)
  await syncFolder(dirname(file))
}

/**
 * Writes a file that must not be there yet, and returns when the disk has its bytes. Its name is only
 * sure after `syncFolder`.
 * @param mode - Permissions; only its owner reads it unless told.
 */
export async function writeNew(
  file: string,
  bytes: Uint8Array | string,
  mode = 0o600
): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder with those above it. */
export async function makeFolder(folder: string, mode = 0o755): Promise<void> {
  await mkdir(folder, { recursive: true, mode })
}

/** A new name in a folder is only there after a power cut if the folder was flushed as well. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
