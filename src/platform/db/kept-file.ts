import { randomBytes } from 'node:crypto'
import { link, readFile, rm, stat } from 'node:fs/promises'
import { writeNew } from '../durable-file.ts'
import { isCode } from './embedded-error.ts'

/**
 * What a small file holds. The first process that asks makes it; nobody ever reads it half written, nor
 * finds it empty after a power cut.
 */
export async function keptIn(file: string, make: () => Promise<string>): Promise<string> {
  if (!(await exists(file))) {
    const draft = `${file}.draft-${randomBytes(6).toString('hex')}`
    await writeNew(draft, await make())
    await link(draft, file).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error
    })
    await rm(draft)
  }
  return readFile(file, 'utf8')
}

/** Whether there is something at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
