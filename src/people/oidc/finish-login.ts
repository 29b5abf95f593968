import { z } from 'zod'
import { checkNationalId } from '../../kernel/persian/index.ts'
import type { Context } from '../../platform/index.ts'
import { refuseDisguisedName } from '../keys/plain-name.ts'
import { againSecondsMax } from './begin-login.ts'
import type { OidcIdentity } from './identity-store.ts'
import { type OidcLogin, takeLogin } from './login-store.ts'
import { type Provider, callbackUrl, providerOf } from './provider.ts'
import { OidcRefusedError } from './refusals.ts'

/** Somebody as the national sign-on proved them. */
export interface ProvenPerson {
  readonly identity: OidcIdentity
  /** As it is written there; `null` where it does not say. */
  readonly name: string | null
  /** With its check digit right; `null` where it does not say. */
  readonly nationalId: string | null
}

/** What came back, and in which browser. */
export interface LoginAnswer {
  /** The query of the address that the browser came back to, with its `?`. */
  readonly query: string
  readonly browser: string
}

const stateOf = z.object({ state: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
const nameLengthMax = 120
const nameForm = z
  .string()
  .regex(/\p{L}/u)
  .max(nameLengthMax)
  .refine((name) => refuseDisguisedName(name, nameLengthMax) === null)

/**
 * Checks what came back from the national sign-on: the state is of this browser and counts once; code,
 * PKCE, nonce, issuer, audience, time and signature hold.
 * @throws {OidcRefusedError} For everything that does not hold, without saying what.
 */
export async function finishLogin(
  context: Context,
  answer: LoginAnswer
): Promise<{ login: OidcLogin; proven: ProvenPerson }> {
  const parameters = new URLSearchParams(answer.query)
  const asked = stateOf.safeParse(Object.fromEntries(parameters))
  if (!asked.success) throw new OidcRefusedError()
  const { state } = asked.data
  const { browser } = answer
  const login = await takeLogin(context.db, { state, browser }, context.clock.now())
  if (login === null) throw new OidcRefusedError()
  const provider = await providerOf(context)
  try {
    const claims = await claimsOf(provider, login, {
      state,
      url: new URL(`${callbackUrl(context)}${answer.query}`)
    })
    return { login, proven: readClaims(context, claims) }
  } catch (error) {
    // The library says what was wrong; whoever forged it must not be told.
    throw new OidcRefusedError(error)
  }
}

type Claims = Readonly<Record<string, unknown>>

async function claimsOf(
  { openid, configuration }: Provider,
  login: OidcLogin,
  came: { url: URL; state: string }
): Promise<Claims> {
  const tokens = await openid.authorizationCodeGrant(configuration, came.url, {
    expectedState: came.state,
    expectedNonce: login.nonce,
    pkceCodeVerifier: login.verifier,
    idTokenExpected: true,
    ...(login.purpose === 'again' ? { maxAge: againSecondsMax } : {})
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new OidcRefusedError()
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims
  const more = await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return { ...more, ...claims }
}

function readClaims({ config }: Context, claims: Claims): ProvenPerson {
  const { iss, sub } = claims
  if (typeof iss !== 'string' || typeof sub !== 'string') throw new OidcRefusedError()
  const name = nameForm.safeParse(claims.name)
  return {
    identity: { issuer: iss, subject: sub },
    name: name.success ? name.data : null,
    nationalId: nationalIdOf(claims, config.oidc?.nationalIdClaim ?? null)
  }
}

function nationalIdOf(claims: Claims, claim: string | null): string | null {
  const said = claim === null ? undefined : claims[claim]
  if (typeof said !== 'string') return null
  const checked = checkNationalId(said)
  return checked.ok ? checked.value : null
}
