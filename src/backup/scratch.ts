import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Context,
  databaseIdentity,
  demandDatabase,
  makeFolder,
  startEmbeddedPostgres
} from '../platform/index.ts'
import { dropScratch, makeScratch } from './scratch-store.ts'

/** An empty database that is taken away afterwards. */
export interface Scratch {
  readonly url: string
  remove(): Promise<void>
}

/**
 * Opens a scratch database for a drill: on the server of `PEYMAN_DRILL_DATABASE_URL`, or else on an
 * embedded server of its own in the data folder. What a drill that was killed left is taken away first.
 */
export async function openScratch(context: Context): Promise<Scratch> {
  const server = context.config.backups.drillDatabaseUrl
  // Installations that share a server must not take each other's scratch away.
  const identity = (await databaseIdentity(context.db)) ?? context.config.origin
  const name = `peyman_drill_${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`
  if (server !== null) {
    await demandDatabase(server)
    const url = await makeScratch(server, name)
    return { url, remove: () => dropScratch(server, name) }
  }
  const folder = join(context.config.dataFolder, 'drill')
  await makeFolder(folder, 0o711)
  const embedded = await startEmbeddedPostgres({ folder: join(folder, 'database') })
  const remove = async () => {
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return { url: await makeScratch(embedded.url, name), remove }
  } catch (error) {
    await remove()
    throw error
  }
}
