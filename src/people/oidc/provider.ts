import type * as openid from 'openid-client'
import type { OidcConfig } from '../../config.ts'
import type { Context } from '../../platform/index.ts'
import { OidcAwayError } from './refusals.ts'

/** The national sign-on, as it describes itself. */
export interface Provider {
  readonly openid: typeof openid
  readonly configuration: openid.Configuration
}

const patienceSeconds = 10
const known = new WeakMap<OidcConfig, Promise<Provider>>()

/**
 * The national sign-on of this installation; its description is fetched once, its keys as they change.
 * @throws {OidcAwayError}
 */
export async function providerOf(context: Context): Promise<Provider> {
  const { oidc } = context.config
  if (oidc === null) throw new Error('there is no national sign-on here')
  const before = known.get(oidc)
  if (before !== undefined) return before
  const discovered = discover(oidc)
  known.set(oidc, discovered)
  try {
    return await discovered
  } catch (error) {
    known.delete(oidc)
    throw new OidcAwayError(error)
  }
}

async function discover(oidc: OidcConfig): Promise<Provider> {
  const openid = await import('openid-client')
  const { issuer, clientId, clientSecret, algorithm } = oidc
  // One algorithm, by our word and not by that of a token: so `none`, and a public key used as the
  // secret of HS256, are refused before a signature is looked at.
  const metadata = { client_secret: clientSecret, id_token_signed_response_alg: algorithm }
  const isHere = issuer.startsWith('http:')
  const described = await openid.discovery(new URL(issuer), clientId, metadata, undefined, {
    timeout: patienceSeconds,
    ...(isHere ? { execute: [openid.allowInsecureRequests] } : {})
  })
  const server = described.serverMetadata()
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authentication = methods.includes('client_secret_basic')
    ? openid.ClientSecretBasic(clientSecret)
    : openid.ClientSecretPost(clientSecret)
  const configuration = new openid.Configuration(server, clientId, metadata, authentication)
  configuration.timeout = patienceSeconds
  if (isHere) openid.allowInsecureRequests(configuration)
  // The signature of a token counts, not only the line that it came by.
  openid.enableNonRepudiationChecks(configuration)
  return { openid, configuration }
}

/** Where the national sign-on sends people back to. */
export function callbackUrl(context: Context): string {
  return `${context.config.origin}/sign-in/national/callback`
}
