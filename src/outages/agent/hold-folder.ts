import { hash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:net'

/** Another agent works in the same folder: they would send each other's batches. */
export class FolderTakenError extends Error {
  readonly code = 'probe/folder-taken'
}

/**
 * Holds a folder for this process; the system lets it go when the process ends, however it ends.
 * @returns Lets it go earlier.
 * @throws {FolderTakenError} If another process holds it.
 */
export async function holdFolder(folder: string): Promise<() => void> {
  // Names of this kind are no files; only Linux has them.
  if (process.platform !== 'linux') return () => {}
  const name = `\0peyman-probe-${hash('sha256', await realpath(folder)).slice(0, 32)}`
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new FolderTakenError(`a probe runs in ${folder} already`) : error)
    })
    server.listen(name, resolve)
  })
  server.unref()
  return () => {
    server.close()
  }
}
