import type { Context } from '../../platform/index.ts'
import { newSecret } from '../session.ts'
import { type OidcPurpose, insertLogin } from './login-store.ts'
import { callbackUrl, providerOf } from './provider.ts'

/** Somebody has this long to come back. */
export const loginSeconds = 900

/** The national sign-on was asked to look at the person anew no longer ago than this. */
export const againSecondsMax = 120

/** Who goes to the national sign-on, and what for. */
export interface LoginRequest {
  readonly purpose: OidcPurpose
  readonly person: string | null
  /** Secret of the browser, that goes to it as a cookie. */
  readonly browser: string
  readonly next: string
}

/**
 * Begins a sign-in by the national sign-on.
 * @returns Where the browser has to go.
 * @throws {OidcAwayError}
 */
export async function beginLogin(context: Context, request: LoginRequest): Promise<string> {
  const { openid, configuration } = await providerOf(context)
  const { oidc } = context.config
  const [state, nonce, verifier] = [newSecret(), newSecret(), openid.randomPKCECodeVerifier()]
  const expiresAt = context.clock.now().add({ seconds: loginSeconds })
  await insertLogin(context.db, { ...request, state, nonce, verifier }, expiresAt)
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl(context),
    scope: oidc?.scope ?? 'openid',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(request.purpose === 'again' ? { prompt: 'login', max_age: '0' } : {})
  })
  return url.href
}
