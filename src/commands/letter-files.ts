import { open, readFile, stat } from 'node:fs/promises'
import { type VerifierKey, parseVerifierKey, signatureTypes } from '../kernel/tlog/index.ts'

/** Keys with which a unit signs letters: Ed25519 and, beside it, ML-DSA-44. */
export const letterKeyTypes = [signatureTypes.note, signatureTypes.postQuantum] as const

/** A file that a command about letters was given cannot be used; the message says what would be right. */
export class LetterFileError extends Error {
  readonly code = 'letter/file-unusable'
}

const readableByOthers = 0o077

/**
 * The identity in a file as `age-keygen` writes it: one line `AGE-SECRET-KEY-…`, others begin with `#`.
 * @throws {LetterFileError} If there is none, or others than the owner may read it.
 */
export async function readIdentity(file: string): Promise<string> {
  const { mode } = await stat(file).catch((cause: unknown) => {
    throw new LetterFileError(`${file} is missing; make it with "peyman letter identity"`, {
      cause
    })
  })
  if (process.platform !== 'win32' && (mode & readableByOthers) !== 0) {
    throw new LetterFileError(`others may read ${file}; give it the permissions 0600`)
  }
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim())
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identity === undefined) {
    throw new LetterFileError(`${file} holds no identity: a line that begins with AGE-SECRET-KEY-`)
  }
  return identity
}

/**
 * Verifier keys of senders, one a line; empty lines and lines with `#` before them are left out.
 * @throws {LetterFileError} If a line is no key.
 */
export async function readSenderKeys(file: string): Promise<VerifierKey[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new LetterFileError(`${file} cannot be read`, { cause })
  })
  return text.split('\n').flatMap((line, i) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) return []
    const key = parseVerifierKey(trimmed)
    if (key.ok && letterKeyTypes.some((type) => type === key.value.type)) return [key.value]
    throw new LetterFileError(`line ${String(i + 1)} of ${file} is no key of a sender of letters`)
  })
}

/**
 * Writes a file that is not there yet.
 * @throws {LetterFileError} If it is there, or cannot be made.
 */
export async function writeNewFile(
  file: string,
  content: Uint8Array | string,
  mode = 0o644
): Promise<void> {
  const handle = await open(file, 'wx', mode).catch((cause: unknown) => {
    throw new LetterFileError(`${file} is there already, or cannot be made`, { cause })
  })
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
