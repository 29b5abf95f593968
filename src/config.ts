import { resolve } from 'node:path'

/** What the installation is told by its environment; read once, here. */
export interface Config {
  readonly port: number
  readonly host: string
  /** The public address, without a slash at the end. */
  readonly origin: string
  /** Folder of everything that this installation keeps outside the database. */
  readonly dataFolder: string
  /** PostgreSQL >= 16; `null` means the embedded server in the data folder. */
  readonly databaseUrl: string | null
  /** Demonstration people, sign-in by a click, a banner on every page; only ever on localhost. */
  readonly demo: boolean
  /** Requests of one address in one minute before it is asked to wait. */
  readonly requestsPerMinuteMax: number
}

/** The environment asks for something that this program must not do; the message says what. */
export class ConfigError extends Error {
  readonly code = 'config/invalid'
}

const root = resolve(import.meta.dirname, '..')

/**
 * Reads the configuration.
 * @param environment - Variables as in `docs/operating.md`; `process.env` outside tests.
 * @throws {ConfigError} If a value has no meaning, or demonstration is asked for on a public origin.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const port = portOf(environment.PORT ?? '3000')
  const origin = originOf(environment.PEYMAN_ORIGIN ?? `http://localhost:${String(port)}`)
  const demo = environment.PEYMAN_DEMO === '1'
  if (demo && !isLocal(origin)) {
    throw new ConfigError(`PEYMAN_DEMO=1 is refused: PEYMAN_ORIGIN is ${origin}, not localhost`)
  }
  return {
    port,
    host: environment.HOST ?? (demo ? 'localhost' : '0.0.0.0'),
    origin,
    dataFolder: resolve(environment.PEYMAN_DATA ?? resolve(root, 'data')),
    databaseUrl: environment.DATABASE_URL ?? null,
    demo,
    requestsPerMinuteMax: Number(environment.PEYMAN_REQUESTS_PER_MINUTE ?? '1200')
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`PORT must be a whole number from 0 to 65535, not "${text}"`)
  }
  return port
}

function originOf(text: string): string {
  if (!URL.canParse(text)) throw new ConfigError(`PEYMAN_ORIGIN is not an address: "${text}"`)
  return new URL(text).origin
}

function isLocal(origin: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
}
