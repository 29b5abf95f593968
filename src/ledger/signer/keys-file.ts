import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type SigningKey,
  formatVerifierKey,
  signatureTypes,
  verifierKey
} from '../../kernel/tlog/index.ts'
import { writeDurably } from '../../platform/durable-file.ts'

/** A private key as JSON Web Key (`OKP` for Ed25519, `AKP` for ML-DSA). */
type Jwk = Readonly<Record<string, string | undefined>>

/** One pair of pairs: what signs the note, and what signs beside it for the time after Ed25519. */
interface Generation {
  readonly state: 'active' | 'former' | 'withdrawn'
  readonly ed25519: Jwk
  readonly mldsa44: Jwk
}

/** Keys of one log, newest first. */
export interface KeyRing {
  readonly origin: string
  readonly generations: readonly Generation[]
}

/** A verifier key and how far it is believed. */
export interface RingKey {
  readonly vkey: string
  readonly state: Generation['state']
}

const secretMode = 0o600

function fileOf(folder: string, log: string): string {
  return join(folder, `${log}.keys`)
}

// Only the signer writes its key files, and to read a key takes longer than to sign with it.
const rings = new Map<string, KeyRing>()

/** The key ring of a log, or `null` where this signer has none for it. */
export async function readRing(folder: string, log: string): Promise<KeyRing | null> {
  const known = rings.get(fileOf(folder, log))
  if (known !== undefined) return known
  try {
    const ring = JSON.parse(await readFile(fileOf(folder, log), 'utf8')) as KeyRing
    rings.set(fileOf(folder, log), ring)
    return ring
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * The verifier keys that the file of a log holds, whatever a signer has in memory; `not-here` where this
 * account or host does not see the folder, `damaged` where it does and the file gives no keys.
 */
export async function readKeysFile(
  folder: string,
  log: string
): Promise<RingKey[] | 'not-here' | 'damaged'> {
  const isHere = await access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false
  )
  if (!isHere) return 'not-here'
  try {
    return ringKeys(JSON.parse(await readFile(fileOf(folder, log), 'utf8')) as KeyRing)
  } catch (error) {
    const isForbidden = error instanceof Error && 'code' in error && error.code === 'EACCES'
    return isForbidden ? 'not-here' : 'damaged'
  }
}

/** Makes the first keys of a log and returns when the disk has them. */
export async function makeRing(folder: string, log: string, origin: string): Promise<KeyRing> {
  return keep(folder, log, { origin, generations: [newGeneration()] })
}

/**
 * Puts new keys in front. The ones before sign beside them until the next change, so that whoever has
 * not heard of the change still reads the log; where they are withdrawn they sign nothing any more.
 */
export async function rotateRing(
  folder: string,
  ring: KeyRing,
  at: { log: string; withdraw: boolean }
): Promise<KeyRing> {
  const before = ring.generations.map((each, i): Generation => {
    if (each.state === 'withdrawn') return each
    if (at.withdraw) return { ...each, state: 'withdrawn' }
    return i === 0 ? each : { ...each, state: 'former' }
  })
  return keep(folder, at.log, { ...ring, generations: [newGeneration(), ...before] })
}

async function keep(folder: string, log: string, ring: KeyRing): Promise<KeyRing> {
  const file = fileOf(folder, log)
  await writeDurably(file, JSON.stringify(ring), secretMode)
  rings.set(file, ring)
  return ring
}

function newGeneration(): Generation {
  return { state: 'active', ed25519: jwk('ed25519'), mldsa44: jwk('ml-dsa-44') }
}

function jwk(type: 'ed25519' | 'ml-dsa-44'): Jwk {
  return generateKeyPairSync(type as 'ed25519').privateKey.export({ format: 'jwk' }) as Jwk
}

/** Whatever signs a checkpoint now: newest first, of each generation the note key first. */
export function signingKeys(ring: KeyRing): SigningKey[] {
  const known = made.get(ring)
  if (known !== undefined) return known
  const keys = ring.generations
    .filter(({ state }) => state === 'active')
    .flatMap((generation) => pairOf(ring.origin, generation))
  made.set(ring, keys)
  return keys
}

const made = new WeakMap<KeyRing, SigningKey[]>()

/** The verifier keys of all generations. */
export function ringKeys(ring: KeyRing): RingKey[] {
  return ring.generations.flatMap((generation) =>
    pairOf(ring.origin, generation).map(({ key }) => ({
      vkey: formatVerifierKey(key),
      state: generation.state
    }))
  )
}

function pairOf(name: string, generation: Generation): [SigningKey, SigningKey] {
  return [
    signingKey(name, signatureTypes.note, generation.ed25519),
    signingKey(name, signatureTypes.postQuantum, generation.mldsa44)
  ]
}

function signingKey(name: string, type: 1 | 6, secretJwk: Jwk): SigningKey {
  const secret: KeyObject = createPrivateKey({ key: secretJwk, format: 'jwk' })
  const encoded = type === signatureTypes.note ? secretJwk.x : secretJwk.pub
  const publicKey = Buffer.from(String(encoded), 'base64url')
  const key = verifierKey({ name, type, publicKey })
  if (!key.ok) throw new Error(`a key of ${name} cannot be used: ${key.reason}`)
  return { key: key.value, sign: (message) => sign(null, message, secret) }
}
