import { WebAuthnError, startRegistration } from '@simplewebauthn/browser'
import { passkeyPrfInput } from '../../../kernel/seal/index.ts'
import { pathInLang } from './page.ts'

/** What a passkey gave for a mailbox: the same 32 bytes each time, and nobody else's. */
export interface PasskeySecret {
  readonly secret: Uint8Array
  /** Its id, base64url. */
  readonly credential: string
}

/** Why a device gave no secret. */
export type PasskeyFault = 'cancelled' | 'no-prf' | 'unsupported' | 'failed'

type Answer = PasskeySecret | PasskeyFault

const timeoutMilliseconds = 120_000

/** Asks one of these passkeys for the secret of a mailbox; the person shows the device who they are. */
export async function askPasskey(mailbox: string, credentials: readonly string[]): Promise<Answer> {
  if (!('credentials' in navigator) || !('PublicKeyCredential' in window)) return 'unsupported'
  try {
    const got = await navigator.credentials.get({
      publicKey: {
        // Nobody checks the signature: what counts is what the device computes.
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: credentials.map((id) => ({ type: 'public-key', id: bytesOf(id) })),
        userVerification: 'required',
        timeout: timeoutMilliseconds,
        extensions: prfOf(mailbox)
      }
    })
    if (!(got instanceof PublicKeyCredential)) return 'failed'
    const first = got.getClientExtensionResults().prf?.results?.first
    return first === undefined ? 'no-prf' : { secret: secretOf(first), credential: got.id }
  } catch (error) {
    return faultOf(error)
  }
}

/**
 * A passkey of this device for a mailbox: a new one, which may also sign in, or the one that is there.
 * @param csrf - Token of the page: the new one is added to the account.
 */
export async function passkeyOfDevice(mailbox: string, csrf: string): Promise<Answer> {
  if (!('PublicKeyCredential' in window)) return 'unsupported'
  const options = await askOptions(csrf)
  if (options === null) return 'failed'
  try {
    return await makePasskey(mailbox, csrf, options)
  } catch (error) {
    const isKnown =
      error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    if (!isKnown) return faultOf(error)
    return askPasskey(
      mailbox,
      (options.excludeCredentials ?? []).map(({ id }) => id)
    )
  }
}

async function askOptions(csrf: string): Promise<RegistrationOptions | null> {
  const asked = await fetch('/account/passkeys/options', {
    method: 'POST',
    headers: { 'x-csrf-token': csrf, accept: 'application/json' }
  })
  return asked.ok ? ((await asked.json()) as RegistrationOptions) : null
}

async function makePasskey(
  mailbox: string,
  csrf: string,
  options: RegistrationOptions
): Promise<Answer> {
  const optionsJSON = { ...options, extensions: { ...options.extensions, ...prfOf(mailbox) } }
  const made = await startRegistration({ optionsJSON: optionsJSON as never })
  const { clientExtensionResults, ...answer } = made
  if (!(await addToAccount({ ...answer, clientExtensionResults: {} }, csrf))) return 'failed'
  const { prf } = clientExtensionResults as AuthenticationExtensionsClientOutputs
  const first = prf?.results?.first
  if (first !== undefined) return { secret: secretOf(first), credential: made.id }
  return prf?.enabled === false ? 'no-prf' : askPasskey(mailbox, [made.id])
}

interface RegistrationOptions {
  readonly excludeCredentials?: readonly { readonly id: string }[]
  readonly extensions?: object
}

/** The answer goes the way that the form of the account page goes; what the PRF gave is not in it. */
async function addToAccount(answer: object, csrf: string): Promise<boolean> {
  const fields = { _csrf: csrf, answer: JSON.stringify(answer), name: '' }
  const sent = await fetch(pathInLang('/account/passkeys'), {
    method: 'POST',
    body: new URLSearchParams(fields)
  })
  return sent.ok
}

function prfOf(mailbox: string) {
  return { prf: { eval: { first: passkeyPrfInput(mailbox).slice() } } }
}

function secretOf(first: BufferSource): Uint8Array {
  return first instanceof ArrayBuffer
    ? new Uint8Array(first)
    : new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function faultOf(error: unknown): PasskeyFault {
  const name = error instanceof Error ? error.name : ''
  if (['NotAllowedError', 'AbortError'].includes(name)) return 'cancelled'
  return name === 'NotSupportedError' ? 'unsupported' : 'failed'
}
