/** Where the program says what it does. No personal value and no secret is ever written here. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** A log that writes nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** One JSON object per line on standard error. */
export function lineLog(now: () => Temporal.Instant): Log {
  const write = (level: string) => (details: object, message: string) => {
    process.stderr.write(
      `${JSON.stringify({ at: now().toString(), level, message, ...readable(details) })}\n`
    )
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

function readable(details: object): object {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]: [string, unknown]) => [
      key,
      value instanceof Error
        ? { name: value.name, message: value.message, stack: value.stack }
        : value
    ])
  )
}
