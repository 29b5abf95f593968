import { type Context, withScope } from '../platform/index.ts'
import { type SignInAnswer, readSignInAnswer } from './ceremony-answer.ts'
import { type Ceremony, takeCeremony } from './challenge-store.ts'
import {
  type Passkey,
  PasskeyRefusedError,
  carriesRoles as opensWork,
  relyingParty
} from './passkey.ts'
import { findPasskey, noteUse } from './passkey-store.ts'
import type { Hat } from './session.ts'
import { startSession } from './start-session.ts'

/** What came with the sign-in form. */
export interface PasskeySignIn {
  /** The authenticator's answer, as JSON text. */
  readonly answer: unknown
  /** Secret of the browser, from its ceremony cookie. */
  readonly browser: string
  readonly device: string
  readonly address?: string | undefined
  readonly deviceSecret?: string
  readonly before: string | undefined
  readonly hat?: Hat | null
}

// A key that nobody holds: an answer for an unknown credential is checked against it, so that the
// check takes as long as for a known one. COSE, ES256.
const decoyKey =
  'pQECAyYgASFYIPYN4aLNvN0BFh8hnV12Han05M-O63CQbQ0vjP4_KuCoIlggeaFptKxd3bQO3HiatUz42ZB878xZdPk7Uqn0uYa7Jn0'
const nobody = '00000000-0000-0000-0000-000000000000'
const personForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Signs in whoever holds a passkey of this site. The ceremony is used up by the first answer to it,
 * right or wrong; every way to fail ends in the same refusal.
 * @returns The text of the session cookie.
 * @throws {PasskeyRefusedError}
 */
export async function signInByPasskey(context: Context, input: PasskeySignIn): Promise<string> {
  const passkey = await checkPasskey(context, input, { purpose: 'sign-in', person: null })
  const { device, deviceSecret, before, address, hat = null } = input
  const carriesRoles = opensWork(passkey.addedBy)
  const { person } = passkey
  const entry = { person, device, deviceSecret, before, address, hat, carriesRoles }
  return startSession(context, { ...entry, begunBy: 'passkey' })
}

/**
 * Checks a passkey's answer to a ceremony of this browser, and uses it up.
 * @throws {PasskeyRefusedError}
 */
export async function checkPasskey(
  context: Context,
  given: Pick<PasskeySignIn, 'answer' | 'browser'>,
  asked: Pick<Ceremony, 'purpose' | 'person'>
): Promise<Passkey> {
  const answer = readSignInAnswer(given.answer)
  if (answer === null) throw new PasskeyRefusedError()
  const { challenge } = answer
  const now = context.clock.now()
  const ceremony = { ...asked, challenge, browser: given.browser }
  if (!(await takeCeremony(context.db, ceremony, now))) throw new PasskeyRefusedError()
  const person = asked.person ?? personOf(answer)
  // The scope of whom the authenticator names: another's passkeys cannot be found.
  return withScope({ people: [person], authorities: [] }, async () => {
    const passkey = await findPasskey(context.db, { person, id: answer.id })
    const proof = await verify(context, answer, passkey)
    const isUsed =
      proof !== null &&
      passkey !== null &&
      (await noteUse(context.db, passkey, { ...proof, at: now }))
    if (!isUsed) throw new PasskeyRefusedError()
    return passkey
  })
}

/** The user handle is the person id that was given at registration. */
function personOf(answer: SignInAnswer): string {
  const text = Buffer.from(answer.response.userHandle, 'base64url').toString('utf8')
  return personForm.test(text) ? text : nobody
}

async function verify(
  context: Context,
  answer: SignInAnswer,
  passkey: Passkey | null
): Promise<{ counter: number; synced: boolean } | null> {
  const party = relyingParty(context)
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: answer.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: answer.id,
        publicKey: new Uint8Array(passkey?.publicKey ?? Buffer.from(decoyKey, 'base64url')),
        counter: passkey?.counter ?? 0
      }
    })
    const { newCounter, credentialBackedUp } = authenticationInfo
    return verified ? { counter: newCounter, synced: credentialBackedUp } : null
  } catch {
    // The library throws for a malformed answer; why it does is nobody's business at the door.
    return null
  }
}
