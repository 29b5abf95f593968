/** The embedded server cannot do what is asked of it; the message says why and what would help. */
export class EmbeddedPostgresError extends Error {
  readonly code = 'database/embedded'
}

/** Whether an error of the system has one of these codes. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
