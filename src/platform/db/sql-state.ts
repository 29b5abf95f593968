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
