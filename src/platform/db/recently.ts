import { type Db, writeCount } from './connection.ts'
import { currentScope, withScope } from './scope.ts'

interface Read {
  readonly value: Promise<unknown>
  readonly writes: number
  readonly at: number
}

const freshMilliseconds = 1000
const keysMax = 500
const reads = new WeakMap<Db, Map<string, Read>>()

/**
 * What `read` gave a moment ago, for what every page asks for and hardly anything changes: authorities,
 * agreements, cards. It is read again when this process has written anything, so nobody is shown what
 * this process knows to be old; what another process wrote is seen a second later at most. Inside a
 * transaction it is always read. What requests remember is for everyone: it is read as the public reads.
 * @param key - Names what is read, among all that is read from this database.
 */
export function recently<T>(db: Db, key: string, read: () => Promise<T>): Promise<T> {
  if (db.isTransaction) return read()
  const known = reads.get(db) ?? new Map<string, Read>()
  const scope = currentScope() === 'system' ? 'system' : 'public'
  const name = `${scope} ${key}`
  const found = known.get(name)
  const writes = writeCount()
  const now = performance.now()
  if (found?.writes === writes && now - found.at < freshMilliseconds) {
    return found.value as Promise<T>
  }
  if (known.size >= keysMax) known.clear()
  const value = scope === 'system' ? read() : withScope('public', read)
  reads.set(db, known.set(name, { value, writes, at: now }))
  // A failure is told to those who wait for it, and to nobody after them.
  value.catch(() => known.delete(name))
  return value
}
