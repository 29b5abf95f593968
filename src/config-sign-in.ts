import { ConfigError } from './config-error.ts'

/** The HTTP gateway that takes short messages. */
export interface SmsConfig {
  /** With `{to}` (`+989…`), `{mobile}` (`09…`) or `{text}` in it, where the gateway wants them there. */
  readonly url: string
  readonly method: 'POST' | 'GET'
  /** Media type of the body; values are written into the template as it asks for. */
  readonly type: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** A text that stands in the answer of the gateway only if it took the message; `null` if 2xx says that. */
  readonly accepted: string | null
}

/** The national single sign-on, by OpenID Connect. */
export interface OidcConfig {
  /** As it stands in its tokens. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  /** The claim that holds the national id; `null` where none does. */
  readonly nationalIdClaim: string | null
  /** The one algorithm of its signatures. */
  readonly algorithm: string
}

type Given = (name: string) => string | undefined

const here = ['localhost', '127.0.0.1', '[::1]']

/** A way over the open net must be closed to those on it; on this machine it need not. */
function secureUrl(name: string, text: string): URL {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new ConfigError(`${name} must be an address that begins with https://`)
  if (url.protocol === 'http:' && !here.includes(url.hostname))
    throw new ConfigError(`${name} must begin with https:// (http:// only on this machine)`)
  return url
}

/** Reads the settings of the short message gateway; messages never hold a value: it may be a secret. */
export function smsOf(given: Given): SmsConfig | null {
  const url = given('PEYMAN_SMS_URL')
  if (url === undefined) return null
  secureUrl('PEYMAN_SMS_URL', url)
  const method = given('PEYMAN_SMS_METHOD') ?? 'POST'
  if (method !== 'POST' && method !== 'GET')
    throw new ConfigError('PEYMAN_SMS_METHOD must be POST or GET')
  const body = given('PEYMAN_SMS_BODY') ?? '{"to":"{to}","text":"{text}"}'
  const places = method === 'GET' ? url : `${url} ${body}`
  if (!/\{(to|mobile)\}/.test(places) || !places.includes('{text}'))
    throw new ConfigError(
      'PEYMAN_SMS_BODY or PEYMAN_SMS_URL must hold {text}, and {to} or {mobile}'
    )
  return {
    url,
    method,
    type: given('PEYMAN_SMS_TYPE') ?? 'application/json',
    body,
    headers: headersOf(given('PEYMAN_SMS_HEADERS')),
    accepted: given('PEYMAN_SMS_ACCEPTED') ?? null
  }
}

function headersOf(text: string | undefined): Record<string, string> {
  if (text === undefined) return {}
  const right =
    'PEYMAN_SMS_HEADERS must be a JSON object of texts, such as {"Authorization":"Bearer …"}'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ConfigError(right)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(right)
  if (!Object.entries(value).every(isHeader)) throw new ConfigError(right)
  return value as Record<string, string>
}

function isHeader([name, value]: [string, unknown]): boolean {
  return /^[\w-]+$/.test(name) && typeof value === 'string' && !/[\r\n\0]/.test(value)
}

const algorithms = [
  'RS256',
  'PS256',
  'ES256',
  'EdDSA',
  'Ed25519',
  'ES384',
  'RS384',
  'PS384',
  'PS512'
]

/** Reads the settings of the national sign-on: all that must be there, or none. */
export function oidcOf(given: Given): OidcConfig | null {
  const issuer = given('PEYMAN_OIDC_ISSUER')
  const clientId = given('PEYMAN_OIDC_CLIENT_ID')
  const clientSecret = given('PEYMAN_OIDC_CLIENT_SECRET')
  const all = [issuer, clientId, clientSecret]
  if (all.every((each) => each === undefined)) return null
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    const names = 'PEYMAN_OIDC_ISSUER, PEYMAN_OIDC_CLIENT_ID and PEYMAN_OIDC_CLIENT_SECRET'
    throw new ConfigError(`${names} are given together, or none of them`)
  }
  secureUrl('PEYMAN_OIDC_ISSUER', issuer)
  const algorithm = given('PEYMAN_OIDC_ALGORITHM') ?? 'RS256'
  // Never `none`, and none of those whose key the client itself could sign with.
  if (!algorithms.includes(algorithm))
    throw new ConfigError(`PEYMAN_OIDC_ALGORITHM must be one of ${algorithms.join(', ')}`)
  return {
    issuer,
    clientId,
    clientSecret,
    scope: given('PEYMAN_OIDC_SCOPE') ?? 'openid profile',
    nationalIdClaim: given('PEYMAN_OIDC_NATIONAL_ID_CLAIM') ?? null,
    algorithm
  }
}
