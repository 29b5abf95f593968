import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { Provider } from 'oidc-provider'

/** A client as both providers know it. */
export const client = { id: 'peyman', secret: 'a secret of thirty-two characters or more' }

/** What a person of the provider is called there. */
export interface ProviderPerson {
  readonly name?: string
  readonly national_id?: string
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}

/**
 * An honest OpenID provider on this machine.
 * @param people - By subject.
 */
export async function honestProvider(
  redirectUri: string,
  people: Readonly<Record<string, ProviderPerson>>
): Promise<{ issuer: string }> {
  let handle: ReturnType<Provider['callback']> | undefined
  const issuer = await listen(createServer((request, response) => void handle?.(request, response)))
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }]
    },
    claims: { openid: ['sub'], profile: ['name', 'national_id'] },
    cookies: { keys: ['for tests'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ ...people[id], sub: id })
    })
  })
  handle = provider.callback()
  return { issuer }
}

/** Signs in at the honest provider as a browser without scripts would. @returns Where it sends back to. */
export async function signInThere(address: string, subject: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(address)
  const home = url.origin
  let body: URLSearchParams | null = null
  for (let steps = 0; steps < 20 && url.origin === home; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body === null ? {} : { method: 'POST', body })
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    body = null
    const location = response.headers.get('location')
    if (location !== null) {
      url = new URL(location, url)
      continue
    }
    const page = await response.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (prompt === undefined) throw new Error(`no form at ${url.pathname}: ${page.slice(0, 400)}`)
    body = new URLSearchParams(
      prompt === 'login' ? { prompt, login: subject, password: 'x' } : { prompt }
    )
  }
  return url
}

/** What a hostile provider puts into its token. */
export interface HostileToken {
  readonly header?: Record<string, unknown>
  readonly claims?: Record<string, unknown>
  /** How it is signed; by its real key unless told. */
  readonly signed?:
    'right' | 'other-key' | 'none' | 'hmac-public-key' | 'hmac-client-secret' | 'cut' | 'elliptic'
}

/** A provider that describes itself rightly and then lies in its tokens. */
export interface HostileProvider {
  readonly issuer: string
  /** The next token, for whoever comes with any code. */
  lie(token: HostileToken & { readonly nonce: string }): void
}

const base64url = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url')

/** Starts the hostile provider; it ends with the test file. */
export async function hostileProvider(): Promise<HostileProvider> {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let next: HostileToken & { nonce: string } = { nonce: '' }
  const answers: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none']
    }),
    '/jwks': () => ({
      keys: [
        { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' },
        { ...elliptic.publicKey.export({ format: 'jwk' }), kid: 'two', use: 'sig' }
      ]
    }),
    '/token': () => ({
      access_token: 'x',
      token_type: 'bearer',
      id_token: tokenOf(issuer, next, {
        rsa: rsa.privateKey,
        other: other.privateKey,
        elliptic: elliptic.privateKey
      })
    })
  }
  const issuer = await listen(
    createServer((request, response) => {
      const answer = answers[request.url ?? '']
      response.setHeader('content-type', 'application/json')
      response.statusCode = answer === undefined ? 404 : 200
      response.end(JSON.stringify(answer?.() ?? {}))
    })
  )
  return {
    issuer,
    lie: (token) => {
      next = token
    }
  }
}

type Keys = Readonly<Record<'rsa' | 'other' | 'elliptic', KeyObject>>

function tokenOf(issuer: string, token: HostileToken & { nonce: string }, keys: Keys): string {
  const { signed = 'right' } = token
  const algorithms = {
    none: 'none',
    elliptic: 'ES256',
    'hmac-public-key': 'HS256',
    'hmac-client-secret': 'HS256'
  }
  const alg = signed in algorithms ? algorithms[signed as keyof typeof algorithms] : 'RS256'
  // oxlint-disable-next-line no-restricted-globals -- a token has the real time in it
  const now = Math.floor(Date.now() / 1000)
  const head = { alg, kid: signed === 'elliptic' ? 'two' : 'one', typ: 'JWT', ...token.header }
  const claims = {
    iss: issuer,
    aud: client.id,
    sub: 'mallory',
    name: 'مهمان ناخوانده',
    nonce: token.nonce,
    iat: now,
    exp: now + 300,
    ...token.claims
  }
  const text = `${base64url(head)}.${base64url(claims)}`
  return `${text}.${signatureOf(text, signed, keys)}`
}

function signatureOf(
  text: string,
  signed: NonNullable<HostileToken['signed']>,
  keys: Keys
): string {
  const pem = createPublicKey(keys.rsa).export({ type: 'spki', format: 'pem' })
  const hmac = (key: string) => base64url(createHmac('sha256', key).update(text).digest())
  const rsa = (key: KeyObject) => base64url(sign('sha256', Buffer.from(text), key))
  const signatures = {
    none: () => '',
    'hmac-public-key': () => hmac(pem),
    'hmac-client-secret': () => hmac(client.secret),
    elliptic: () =>
      base64url(
        sign('sha256', Buffer.from(text), { key: keys.elliptic, dsaEncoding: 'ieee-p1363' })
      ),
    'other-key': () => rsa(keys.other),
    cut: () => rsa(keys.rsa).slice(0, -4),
    right: () => rsa(keys.rsa)
  }
  return signatures[signed]()
}
