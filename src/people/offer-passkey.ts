import type { Context } from '../platform/index.ts'
import { insertCeremony } from './challenge-store.ts'
import { PasskeyNotAddedError, ceremonySeconds, passkeysMax, relyingParty } from './passkey.ts'
import { passkeysOf } from './passkey-store.ts'
import type { Person } from './person.ts'
import { newSecret } from './session.ts'

/**
 * What a browser asks an authenticator for, to add a passkey for a signed-in person.
 * @param browser - Secret of the browser, from its ceremony cookie.
 * @throws {PasskeyNotAddedError} If the person has as many as they may.
 */
export async function offerPasskey(
  context: Context,
  input: { person: Person; browser: string }
): Promise<object> {
  const { person, browser } = input
  const known = await passkeysOf(context.db, person.id)
  if (known.length >= passkeysMax) throw new PasskeyNotAddedError()
  const challenge = newSecret()
  const party = relyingParty(context)
  // Loaded when first needed: it takes its time and memory, and most requests need none of it.
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: new TextEncoder().encode(person.id),
    userName: person.name.fa,
    userDisplayName: person.name.fa,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: ceremonySeconds * 1000,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    // Found by the authenticator itself: signing in then asks for no name that could be tried out.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
  })
  const expiresAt = context.clock.now().add({ seconds: ceremonySeconds })
  await insertCeremony(
    context.db,
    { challenge, purpose: 'registration', person: person.id, browser },
    expiresAt
  )
  return options
}
