/** The PostgreSQL error codes that this program answers to, by name (manual, appendix A). */
export const sqlStates = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  connectionFailure: '08006',
  duplicateDatabase: '42P04',
  invalidPassword: '28P01',
  tooManyConnections: '53300',
  cannotConnectNow: '57P03',
  characterNotInRepertoire: '22021',
  untranslatableCharacter: '22P05'
} as const

/** The code of a database error, or `null` if it is something else. */
export function sqlState(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

// What the driver says without a code of its own; the last two while the desk goes down after its database.
const lostConnection =
  /^(connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|cannot use a pool after|driver has already been destroyed)/i

/**
 * Whether an error says that the database cannot be reached now: refused, cut, full, or on its way up or
 * down. What was asked may or may not have been done.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const state = sqlState(error)
  if (state !== null && /^(08...|57P0[123]|53300)$/.test(state)) return true
  const isConnecting = 'syscall' in error && error.syscall === 'connect'
  return (
    isConnecting ||
    ['ECONNRESET', 'EPIPE'].includes(state ?? '') ||
    lostConnection.test(error.message)
  )
}
