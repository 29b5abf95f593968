import { createServer } from 'node:net'

/**
 * Looks whether this process may listen where the desk is to open, before it changes anything: a start
 * that cannot open must not bring the database up to another version than that of the desk which runs.
 * @throws {Error} As the system says it (`EADDRINUSE`, `EACCES`).
 */
export function demandDoor(where: { readonly port: number; readonly host: string }): Promise<void> {
  const server = createServer()
  return new Promise((settle, fail) => {
    server.once('error', fail)
    server.listen({ port: where.port, host: where.host }, () => server.close(() => settle()))
  })
}
