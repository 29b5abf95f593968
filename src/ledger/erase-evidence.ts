import { appendFile, readFile } from 'node:fs/promises'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { type Context, bucketOf, makeFolder } from '../platform/index.ts'
import {
  type KeySubject,
  eraseKey,
  eraseKeysAgain,
  keysOfSubject,
  presentKeys
} from './evidence-key-store.ts'

const keysAtOnce = 1000

function erasuresFile(dataFolder: string): string {
  return join(dataFolder, 'erased-evidence')
}

/** How the list outside the database names a subject. */
export function markOf(bucket: number, subject: string): string {
  return hash('sha256', `${String(bucket)}/${subject}`)
}

/**
 * Erases the key of the salts of a subject: from then on nobody can tell which leaf spoke of it, or
 * prove what a leaf said. The log goes on as it is. A list outside the database remembers the erasure,
 * so that a backup that is brought back is erased again before anything else is done.
 */
export async function eraseEvidence(
  context: Context,
  of: { readonly owner: string; readonly subject: string }
): Promise<void> {
  await eraseOf(context, { bucket: bucketOf(of.owner), subject: of.subject })
}

/**
 * The same for a subject of which nobody says who owns it, as a case by its id.
 * @returns Whether there was a key to erase.
 */
export async function eraseEvidenceOf(context: Context, subject: string): Promise<boolean> {
  const found = await keysOfSubject(context.db, subject)
  for (const each of found) await eraseOf(context, each)
  return found.length > 0
}

async function eraseOf(context: Context, of: KeySubject): Promise<void> {
  const { dataFolder } = context.config
  await makeFolder(dataFolder)
  const mark = markOf(of.bucket, of.subject)
  // First the list: a key that is gone and not listed would come back with a backup.
  await appendFile(erasuresFile(dataFolder), `${mark}\n`, { mode: 0o600, flush: true })
  await eraseKey(context.db, of, context.clock.now())
}

/** The subjects whose keys were erased, by {@link markOf}. */
export async function readErasures(dataFolder: string): Promise<ReadonlySet<string>> {
  const text = await readFile(erasuresFile(dataFolder), 'utf8').catch(() => '')
  return new Set(text.split('\n').filter((line) => line !== ''))
}

/** Erases the keys that a restored backup brought back. */
export async function eraseAgain(context: Context): Promise<void> {
  const erased = await readErasures(context.config.dataFolder)
  if (erased.size === 0) return
  let after: Awaited<ReturnType<typeof presentKeys>>[number] | null = null
  for (;;) {
    const present: Awaited<ReturnType<typeof presentKeys>> = await presentKeys(
      context.db,
      after,
      keysAtOnce
    )
    const back = present.filter(({ bucket, subject }) => erased.has(markOf(bucket, subject)))
    if (back.length > 0) await eraseKeysAgain(context.db, back, context.clock.now())
    after = present.at(-1) ?? null
    if (after === null) return
  }
}
