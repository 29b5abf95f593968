import type { Context } from '../platform/index.ts'
import { type Ceremony, insertCeremony } from './challenge-store.ts'
import { type Passkey, ceremonySeconds, relyingParty } from './passkey.ts'
import { passkeysOf } from './passkey-store.ts'
import { newSecret } from './session.ts'

/**
 * What a browser asks its authenticators for, to sign somebody in. It names nobody and nothing of
 * anybody, so it is the same for all.
 * @param browser - Secret of the browser, from its ceremony cookie.
 */
export async function offerSignIn(context: Context, browser: string): Promise<object> {
  return offer(context, { purpose: 'sign-in', person: null, browser }, [])
}

/**
 * What a browser asks its authenticators for, so that a signed-in person proves again who they are: one of
 * their own passkeys, and no other.
 * @param browser - Secret of the browser, from its ceremony cookie.
 */
export async function offerProof(
  context: Context,
  { person, browser }: { person: string; browser: string }
): Promise<object> {
  const own = await passkeysOf(context.db, person)
  return offer(context, { purpose: 'again', person, browser }, own)
}

async function offer(
  context: Context,
  ceremony: Omit<Ceremony, 'challenge'>,
  own: readonly Passkey[]
): Promise<object> {
  const challenge = newSecret()
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(context).id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: ceremonySeconds * 1000,
    userVerification: 'required',
    ...(own.length === 0
      ? {}
      : {
          allowCredentials: own.map(({ id, transports }) => ({ id, transports: [...transports] }))
        })
  })
  const expiresAt = context.clock.now().add({ seconds: ceremonySeconds })
  await insertCeremony(context.db, { ...ceremony, challenge }, expiresAt)
  return options
}
