import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { type BackupConfig, backupsOf } from './config-backups.ts'
import { ConfigError } from './config-error.ts'
import { securityContactsOf } from './config-security.ts'
import { type OidcConfig, type SmsConfig, oidcOf, smsOf } from './config-sign-in.ts'

export { ConfigError } from './config-error.ts'
export type { OidcConfig, SmsConfig } from './config-sign-in.ts'

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
  /** Addresses or networks (`10.0.0.0/8`, `loopback`) whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Addresses or networks that may read `/metrics`, besides this machine. */
  readonly metricsFrom: readonly string[]
  /** Where the source of the running program is (AGPL section 13); `null` where nobody said. */
  readonly sourceUrl: string | null
  /** Whom to tell of a security flaw, as URIs; empty where nobody said. */
  readonly securityContacts: readonly string[]
  /** Hosts that bodies may have probed although they are not public, by the word of the operator. */
  readonly privateHosts: readonly string[]
  /** How e-mail is sent; `null` where nobody said, and none is sent. */
  readonly mail: MailConfig | null
  /** How short messages are sent; `null` where nobody said, and none is sent. */
  readonly sms: SmsConfig | null
  /** Who else may say who a person is; `null` where there is no national sign-on. */
  readonly oidc: OidcConfig | null
  /** Where `peyman report-desk` listens. */
  readonly reportPort: number
  /** Public address of the report desk, without a slash at the end; `null` where there is none. */
  readonly reportOrigin: string | null
  /** Tries that a device makes at most before it may file a failure report. */
  readonly reportEffort: number
  readonly backups: BackupConfig
  /** Failure reports of one address in one minute. */
  readonly reportsPerMinuteMax: number
  /** Days between the wish to be erased and its carrying out, in which it can be taken back. */
  readonly erasureDays: number
}

/** The server that takes outgoing mail, and who it comes from. */
export interface MailConfig {
  /** `smtp://` (STARTTLS where offered) or `smtps://`, with user and password. */
  readonly url: string
  readonly from: { readonly name: string; readonly address: string }
}

/** Names of this machine that no other machine answers to. */
export const localHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

const root = resolve(import.meta.dirname, '..')

/**
 * Reads the configuration. An empty variable is one that is not there.
 * @param environment - Variables as in `docs/operating.md`; `process.env` outside tests.
 * @throws {ConfigError} If a value has no meaning, or demonstration is asked for on a public origin.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = (name: string) => environment[name]?.trim() || undefined
  const port = wholeNumber('PORT', given('PORT') ?? '3000', { least: 0, most: 65_535 })
  const origin = originOf(given('PEYMAN_ORIGIN') ?? `http://localhost:${String(port)}`)
  const demo = isAskedFor('PEYMAN_DEMO', given('PEYMAN_DEMO'))
  const host = given('HOST') ?? (demo ? 'localhost' : '0.0.0.0')
  if (demo) demandThisMachine(origin, host)
  const perMinute = given('PEYMAN_REQUESTS_PER_MINUTE') ?? '1200'
  return {
    port,
    host,
    origin,
    dataFolder: resolve(given('PEYMAN_DATA') ?? resolve(root, 'data')),
    databaseUrl: databaseUrlOf(given('DATABASE_URL')),
    demo,
    requestsPerMinuteMax: wholeNumber('PEYMAN_REQUESTS_PER_MINUTE', perMinute, {
      least: 1,
      most: 1_000_000_000
    }),
    trustedProxies: proxiesOf(given('PEYMAN_TRUST_PROXY')),
    metricsFrom: networksOf('PEYMAN_METRICS_FROM', given('PEYMAN_METRICS_FROM')),
    sourceUrl: sourceUrlOf(given('PEYMAN_SOURCE')),
    securityContacts: securityContactsOf(given('PEYMAN_SECURITY_CONTACT')),
    privateHosts: hostsOf('PEYMAN_PRIVATE_HOSTS', given('PEYMAN_PRIVATE_HOSTS')),
    mail: mailOf(given('PEYMAN_SMTP_URL'), given('PEYMAN_MAIL_FROM')),
    sms: smsOf(given),
    oidc: oidcOf(given),
    ...reportsOf(given),
    backups: backupsOf(given, (name, usual, bounds) =>
      wholeNumber(name, given(name) ?? usual, bounds)
    )
  }
}

function reportsOf(given: (name: string) => string | undefined) {
  const count = (name: string, usual: string, bounds: { least: number; most: number }) =>
    wholeNumber(name, given(name) ?? usual, bounds)
  const origin = given('PEYMAN_REPORT_ORIGIN')
  return {
    reportPort: count('PEYMAN_REPORT_PORT', '3001', { least: 0, most: 65_535 }),
    reportOrigin: origin === undefined ? null : originOf(origin, 'PEYMAN_REPORT_ORIGIN'),
    reportEffort: count('PEYMAN_REPORT_EFFORT', '12000', { least: 1, most: 10_000_000 }),
    reportsPerMinuteMax: count('PEYMAN_REPORTS_PER_MINUTE', '30', { least: 1, most: 1_000_000 }),
    erasureDays: count('PEYMAN_ERASURE_DAYS', '7', { least: 0, most: 90 })
  }
}

/** The API key of a vantage point that gets it by its environment (`PEYMAN_PROBE_KEY`), or `null`. */
export function readProbeKey(environment: NodeJS.ProcessEnv = process.env): string | null {
  return environment.PEYMAN_PROBE_KEY?.trim() || null
}

/** Sign-in by a click is for nobody who is not at this machine. */
function demandThisMachine(origin: string, host: string): void {
  if (!isLocal(origin)) {
    throw new ConfigError(`PEYMAN_DEMO=1 is refused: PEYMAN_ORIGIN is ${origin}, not localhost`)
  }
  if (!isLocal(`http://${host.includes(':') ? `[${host}]` : host}`)) {
    throw new ConfigError(`PEYMAN_DEMO=1 is refused: HOST is ${host}, which others can reach`)
  }
}

const proxyNames = ['loopback', 'linklocal', 'uniquelocal']

function proxiesOf(text: string | undefined): string[] {
  const proxies = text?.split(',').map((each) => each.trim()) ?? []
  const wrong = proxies.find((each) => !proxyNames.includes(each) && !isNetwork(each))
  if (wrong === undefined) return proxies
  const right = `addresses or networks such as 10.0.0.1, 10.0.0.0/8 or ${proxyNames.join(', ')}`
  throw new ConfigError(`PEYMAN_TRUST_PROXY must be ${right}, with commas between, not "${wrong}"`)
}

function networksOf(name: string, text: string | undefined): string[] {
  const networks = text?.split(',').map((each) => each.trim()) ?? []
  const wrong = networks.find((each) => !isNetwork(each))
  if (wrong === undefined) return networks
  const right = 'addresses or networks such as 10.0.0.1 or 10.0.0.0/8, with commas between'
  throw new ConfigError(`${name} must be ${right}, not "${wrong}"`)
}

function hostsOf(name: string, text: string | undefined): string[] {
  return (text?.split(',') ?? []).map((each) => {
    const host = each.trim()
    const url = URL.parse(`http://${host}/`)
    if (url?.host === host.toLowerCase() && url.pathname === '/') return url.host
    throw new ConfigError(
      `${name} must be hosts such as portal.lan or 10.0.0.1:8080, with commas between, not "${host}"`
    )
  })
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const bits = isIP(address) === 4 ? 32 : 128
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
  return isIP(address) !== 0 && more.length === 0 && isPrefix
}

function wholeNumber(name: string, text: string, { least, most }: { least: number; most: number }) {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  const right = `a whole number from ${String(least)} to ${String(most)}`
  throw new ConfigError(`${name} must be ${right}, not "${text}"`)
}

function isAskedFor(name: string, text: string | undefined): boolean {
  if (text === undefined || text === '0') return false
  if (text === '1') return true
  throw new ConfigError(`${name} must be 1 or 0, not "${text}"`)
}

function originOf(text: string, name = 'PEYMAN_ORIGIN'): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url.origin
  throw new ConfigError(`${name} must be an address like https://desk.example, not "${text}"`)
}

function sourceUrlOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url.href
  throw new ConfigError(`PEYMAN_SOURCE must be the web address of the source, not "${text}"`)
}

/** The message never holds the server's address, which may have a password in it. */
function mailOf(url: string | undefined, from: string | undefined): MailConfig | null {
  if (url === undefined && from === undefined) return null
  if (url === undefined || from === undefined) {
    throw new ConfigError('PEYMAN_SMTP_URL and PEYMAN_MAIL_FROM are given together, or neither')
  }
  if (!/^smtps?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
    throw new ConfigError('PEYMAN_SMTP_URL must begin with smtp:// or smtps://')
  }
  const [, name = '', within = from] = /^([^<>"\p{Cc}]*)<([^<>]+)>$/u.exec(from) ?? []
  const address = within.trim()
  if (!/^[^\s@<>"(),:;\\]+@[a-z0-9.-]+$/i.test(address)) {
    const right = 'an address, or a name and an address as in Desk <desk@desk.example>'
    throw new ConfigError(`PEYMAN_MAIL_FROM must be ${right}`)
  }
  return { url, from: { name: name.trim(), address } }
}

/** The message never holds the address, which has a password in it. */
function databaseUrlOf(text: string | undefined): string | null {
  if (text === undefined) return null
  if (/^postgres(ql)?:\/\//.test(text)) return text
  throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://')
}

function isLocal(origin: string): boolean {
  return URL.canParse(origin) && localHosts.includes(new URL(origin).hostname)
}
