import { refuseHostileText } from '../kernel/persian/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { type RegistrationAnswer, readRegistrationAnswer } from './ceremony-answer.ts'
import { takeCeremony } from './challenge-store.ts'
import {
  type Passkey,
  PasskeyNotAddedError,
  passkeyNameLengthMax,
  passkeysMax,
  relyingParty
} from './passkey.ts'
import { notePasskey } from './devices/note-passkey.ts'
import { insertPasskey, passkeysOf } from './passkey-store.ts'
import { lockPerson } from './person-store.ts'
import type { SessionStart } from './session.ts'

/** What came with the form that adds a passkey. */
export interface PasskeyRegistration {
  readonly person: string
  /** The authenticator's answer, as JSON text. */
  readonly answer: unknown
  /** Secret of the browser, from its ceremony cookie. */
  readonly browser: string
  /** What the person calls it; the device's name where it is empty. */
  readonly name: string
  readonly device: string
  /** How the session in which it is added was begun. */
  readonly addedBy: SessionStart
}

/**
 * Adds a passkey to a signed-in person, who is told of it by every contact. The ceremony is used up by the first answer to it.
 * @throws {PasskeyNotAddedError}
 */
export async function registerPasskey(
  context: Context,
  input: PasskeyRegistration
): Promise<Passkey> {
  const answer = readRegistrationAnswer(input.answer)
  if (answer === null) throw new PasskeyNotAddedError()
  const { person, browser } = input
  const now = context.clock.now()
  const ceremony = {
    challenge: answer.challenge,
    purpose: 'registration',
    person,
    browser
  } as const
  if (!(await takeCeremony(context.db, ceremony, now))) throw new PasskeyNotAddedError()
  const proven = await verify(context, answer)
  const { addedBy } = input
  const passkey = { ...proven, person, name: nameOf(input), createdAt: now, addedBy, usedAt: null }
  return inTransaction(context.db, async (tx) => {
    await lockPerson(tx, person)
    if ((await passkeysOf(tx, person)).length >= passkeysMax) throw new PasskeyNotAddedError()
    if (!(await insertPasskey(tx, passkey))) throw new PasskeyNotAddedError()
    const added = { person, name: passkey.name, kind: 'passkey.added', by: addedBy } as const
    await notePasskey(tx, added, now)
    return passkey
  })
}

function nameOf(input: PasskeyRegistration): string {
  const typed = input.name.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const isUsable =
    typed !== '' && typed.length <= passkeyNameLengthMax && refuseHostileText(typed) === null
  return isUsable ? typed : input.device
}

async function verify(context: Context, answer: RegistrationAnswer) {
  const party = relyingParty(context)
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: answer.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id
    })
    if (!verified) throw new PasskeyNotAddedError()
    const { credential, credentialBackedUp } = registrationInfo
    return {
      id: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: answer.response.transports,
      synced: credentialBackedUp
    }
  } catch (error) {
    throw error instanceof PasskeyNotAddedError ? error : new PasskeyNotAddedError(error)
  }
}
