import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  type SignatureType,
  type SigningKey,
  formatVerifierKey,
  fromBase64,
  portableSigningKey,
  toBase64,
  toHex
} from '../kernel/tlog/index.ts'

/** A key file is missing, readable by others, or not one. The message says what to do. */
export class KeyFileError extends Error {
  readonly code = 'key-file/unusable'
}

const prefix = 'PRIVATE+KEY+'
const seedBytes = 32
const readableByOthers = 0o077

/**
 * Signing keys from a file: one `PRIVATE+KEY+<name>+<key id>+<base64 of type and seed>` a line, as other
 * programs for signed notes write their keys.
 * @param of - `types` that are meant here; `madeBy`: the command that makes such a file.
 * @throws {KeyFileError} If there is none, or others than the owner may read it.
 */
export async function readSigningKeys(
  file: string,
  of: { readonly types: readonly SignatureType[]; readonly madeBy: string }
): Promise<SigningKey[]> {
  const { mode } = await stat(file).catch((cause: unknown) => {
    throw new KeyFileError(`${file} is missing; make it with "${of.madeBy}"`, { cause })
  })
  if (process.platform !== 'win32' && (mode & readableByOthers) !== 0) {
    throw new KeyFileError(`others may read ${file}; give it the permissions 0600`)
  }
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  const keys = lines.map((line, i) => {
    const key = readKeyLine(line, of.types)
    if (key === null) throw new KeyFileError(`line ${String(i + 1)} of ${file} is no key`)
    return key
  })
  if (keys.length === 0) throw new KeyFileError(`${file} holds no key`)
  return keys
}

function readKeyLine(line: string, types: readonly SignatureType[]): SigningKey | null {
  const form = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line)
  const [, name = '', id = '', encoded = ''] = form ?? []
  const bytes = fromBase64(encoded)
  const type = types.find((known) => known === bytes?.[0])
  if (form === null || type === undefined || bytes?.length !== 1 + seedBytes) return null
  try {
    const key = portableSigningKey({ name, type, seed: bytes.subarray(1) })
    return toHex(key.key.id) === id ? key : null
  } catch {
    return null
  }
}

/**
 * Makes a key of each type in one file, and returns their verifier keys when the disk has it. A file
 * that is there is never touched: whoever lost a key must tell it to everyone.
 * @throws {KeyFileError} If the file is there, or the name is none.
 */
export async function makeSigningKeys(
  file: string,
  of: { readonly name: string; readonly types: readonly SignatureType[] }
): Promise<string[]> {
  const made = of.types.map((type) => newKey(of.name, type))
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'wx', 0o600).catch((cause: unknown) => {
    throw new KeyFileError(`${file} is there already, or cannot be made`, { cause })
  })
  try {
    await handle.writeFile(made.map(({ line }) => `${line}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
  return made.map(({ vkey }) => vkey)
}

function newKey(name: string, type: SignatureType): { line: string; vkey: string } {
  const seed = randomBytes(seedBytes)
  try {
    const { key } = portableSigningKey({ name, type, seed })
    const secret = toBase64(Uint8Array.of(type, ...seed))
    return { line: `${prefix}${name}+${toHex(key.id)}+${secret}`, vkey: formatVerifierKey(key) }
  } catch (cause) {
    throw new KeyFileError(`"${name}" is no key name: no spaces and no plus`, { cause })
  }
}
