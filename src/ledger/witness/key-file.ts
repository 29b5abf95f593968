import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  type SigningKey,
  formatVerifierKey,
  fromBase64,
  portableSigningKey,
  signatureTypes,
  toBase64,
  toHex
} from '../../kernel/tlog/index.ts'

/** The key file is missing, readable by others, or not one. The message says what to do. */
export class WitnessKeyError extends Error {
  readonly code = 'witness/key-unusable'
}

const prefix = 'PRIVATE+KEY+'
const seedBytes = 32
const readableByOthers = 0o077

/**
 * Keys of a witness from its file: one `PRIVATE+KEY+<name>+<key id>+<base64 of type and seed>` a line,
 * of type 0x04 (Ed25519) or 0x06 (ML-DSA-44), as other programs for signed notes write their keys.
 * @throws {WitnessKeyError} If there is none, or others than the owner may read it.
 */
export async function readWitnessKeys(file: string): Promise<SigningKey[]> {
  const { mode } = await stat(file).catch((cause: unknown) => {
    throw new WitnessKeyError(`${file} is missing; make it with "peyman witness key"`, { cause })
  })
  if (process.platform !== 'win32' && (mode & readableByOthers) !== 0) {
    throw new WitnessKeyError(`others may read ${file}; give it the permissions 0600`)
  }
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  const keys = lines.map((line, i) => {
    const key = readKeyLine(line)
    if (key === null) throw new WitnessKeyError(`line ${String(i + 1)} of ${file} is no key`)
    return key
  })
  if (keys.length === 0) throw new WitnessKeyError(`${file} holds no key`)
  return keys
}

function readKeyLine(line: string): SigningKey | null {
  const form = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line)
  const [, name = '', id = '', encoded = ''] = form ?? []
  const bytes = fromBase64(encoded)
  const type = [signatureTypes.cosignature, signatureTypes.postQuantum].find(
    (known) => known === bytes?.[0]
  )
  if (form === null || type === undefined || bytes?.length !== 1 + seedBytes) return null
  try {
    const key = portableSigningKey({ name, type, seed: bytes.subarray(1) })
    return toHex(key.key.id) === id ? key : null
  } catch {
    return null
  }
}

/**
 * Makes the key of a witness, and returns its verifier key when the disk has it. A file that is there is
 * never touched: whoever lost a key must tell it to everyone.
 * @throws {WitnessKeyError} If the file is there, or the name is none.
 */
export async function makeWitnessKey(
  file: string,
  options: { name: string; postQuantum: boolean }
): Promise<string[]> {
  const types = [
    signatureTypes.cosignature,
    ...(options.postQuantum ? [signatureTypes.postQuantum] : [])
  ]
  const made = types.map((type) => newKey(options.name, type))
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'wx', 0o600).catch((cause: unknown) => {
    throw new WitnessKeyError(`${file} is there already, or cannot be made`, { cause })
  })
  try {
    await handle.writeFile(made.map(({ line }) => `${line}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
  return made.map(({ vkey }) => vkey)
}

function newKey(name: string, type: 4 | 6): { line: string; vkey: string } {
  const seed = randomBytes(seedBytes)
  try {
    const { key } = portableSigningKey({ name, type, seed })
    const secret = toBase64(Uint8Array.of(type, ...seed))
    return { line: `${prefix}${name}+${toHex(key.id)}+${secret}`, vkey: formatVerifierKey(key) }
  } catch (cause) {
    throw new WitnessKeyError(`"${name}" is no key name: no spaces and no plus`, { cause })
  }
}
