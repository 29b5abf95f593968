import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, stat } from 'node:fs/promises'
import { isCode } from './embedded-error.ts'

/**
 * What a small file holds. The first process that asks makes it; nobody ever reads it half written, nor
 * finds it empty after a power cut.
 */
export async function keptIn(file: string, make: () => Promise<string>): Promise<string> {
  if (!(await exists(file))) {
    const draft = `${file}.draft-${randomBytes(6).toString('hex')}`
    await writeWhole(draft, await make())
    await link(draft, file).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error
    })
    await rm(draft)
  }
  return readFile(file, 'utf8')
}

/** Writes a new file that only its owner reads, and returns when the disk has it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Whether there is something at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
