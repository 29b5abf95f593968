import type { Context } from '../platform/index.ts'
import { insertCeremony } from './challenge-store.ts'
import { ceremonySeconds, relyingParty } from './passkey.ts'
import { newSecret } from './session.ts'

/**
 * What a browser asks its authenticators for, to sign somebody in. It names nobody and nothing of
 * anybody, so it is the same for all.
 * @param browser - Secret of the browser, from its ceremony cookie.
 */
export async function offerSignIn(context: Context, browser: string): Promise<object> {
  const challenge = newSecret()
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(context).id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: ceremonySeconds * 1000,
    userVerification: 'required'
  })
  const expiresAt = context.clock.now().add({ seconds: ceremonySeconds })
  await insertCeremony(
    context.db,
    { challenge, purpose: 'sign-in', person: null, browser },
    expiresAt
  )
  return options
}
