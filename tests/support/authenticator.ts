import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a test may get wrong on purpose. */
export interface Faults {
  readonly origin?: string
  readonly rpId?: string
  readonly counter?: number
  /** Without user verification (no PIN, no finger). */
  readonly unverified?: boolean
  readonly userHandle?: string
  readonly type?: string
}

/** The options of a registration, as far as the authenticator reads them. */
interface CreationOptions {
  readonly challenge: string
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
}

const base64url = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

/** A passkey in software (ES256, attestation "none"; WebAuthn sections 6.1, 6.5): honest unless told. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32)
  #counter = 0
  #userHandle = ''
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  /** The answer to `navigator.credentials.create`, as JSON text. */
  create(options: CreationOptions, origin: string, faults: Faults = {}): string {
    this.#userHandle = options.user.id
    const { challenge } = options
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.#coseKey()])
    const authData = this.#authenticatorData(options.rp.id, faults, attested)
    return this.#answer({
      clientDataJSON: clientData({ type: 'webauthn.create', challenge, origin }, faults),
      attestationObject: base64url(attestationObject(authData)),
      transports: ['internal']
    })
  }

  /** The answer to `navigator.credentials.get`, as JSON text. */
  get(options: { challenge: string; rpId: string }, origin: string, faults: Faults = {}): string {
    const { challenge, rpId } = options
    const authData = this.#authenticatorData(rpId, faults)
    const clientDataJSON = clientData({ type: 'webauthn.get', challenge, origin }, faults)
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    return this.#answer({
      clientDataJSON,
      authenticatorData: base64url(authData),
      signature: base64url(sign('sha256', signed, this.#keys.privateKey)),
      userHandle: faults.userHandle ?? this.#userHandle
    })
  }

  #answer(response: object): string {
    const id = base64url(this.id)
    return JSON.stringify({
      id,
      rawId: id,
      type: 'public-key',
      response,
      clientExtensionResults: {}
    })
  }

  #authenticatorData(rpId: string, faults: Faults, attested?: Buffer): Buffer {
    this.#counter = faults.counter ?? this.#counter + 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#counter)
    const flags = 0x01 | (faults.unverified ? 0 : 0x04) | (attested ? 0x40 : 0)
    const head = [sha256(faults.rpId ?? rpId), Buffer.from([flags]), counter]
    return Buffer.concat([...head, attested ?? Buffer.alloc(0)])
  }

  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    return Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url')
    ])
  }
}

function clientData(
  said: { type: string; challenge: string; origin: string },
  { type = said.type, origin = said.origin }: Faults
): string {
  return base64url(JSON.stringify({ ...said, type, origin, crossOrigin: false }))
}

const text = (value: string) =>
  Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])

/** CBOR of `{fmt: "none", attStmt: {}, authData}`. */
function attestationObject(authData: Buffer): Buffer {
  const size = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff])
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    size,
    authData
  ])
}
