import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder, syncFolder, writeNew } from '../../../platform/durable-file.ts'

const secretBytes = 32
const patienceMilliseconds = 2000

/**
 * What signs forms and challenges: a file of the data folder, made once. Web processes that share one
 * address must share it.
 */
export async function reportSecret(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'reports')
  const file = join(folder, 'secret')
  const before = await readSecret(file)
  if (before !== null) return before
  await makeFolder(folder, 0o700)
  try {
    await writeNew(file, randomBytes(secretBytes).toString('hex'))
    await syncFolder(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  // Another process may have made it and not have written it yet.
  for (let waited = 0; waited < patienceMilliseconds; waited += 20) {
    const made = await readSecret(file)
    if (made !== null) return made
    await pause(20)
  }
  throw new Error(`${file} holds no secret; remove it, and a new one is made`)
}

async function readSecret(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text !== null && /^[0-9a-f]{64}$/.test(text) ? text : null
}
