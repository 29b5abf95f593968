import { createReadStream } from 'node:fs'
import { type FileHandle, access, constants, link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import { createZstdDecompress } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { syncFolder } from '../../platform/index.ts'
import {
  BackupExistsError,
  BackupUnreadableError,
  NotThereError,
  WrongIdentityError
} from '../refusals.ts'
import { BrokenArchiveError } from './tar.ts'

/** How far a file was written or read. */
export type OnBytes = (bytes: number) => void

/**
 * Writes bytes to a file that is sealed (age): under its own name only when it is whole and on the disk.
 * What is under that name already is never replaced.
 * @param frames - What is sealed: compressed already (zstd).
 * @param to - Recipients (`age1…`), one or more, and the name of the file while it is not whole.
 * @throws {BackupExistsError} If there is a file of that name.
 */
export async function writeSealed(
  file: string,
  frames: AsyncIterable<Uint8Array>,
  { recipients, draft }: { readonly recipients: readonly string[]; readonly draft: string }
): Promise<{ sizeBytes: number }> {
  await demandFree(file)
  const handle = await open(draft, 'wx', 0o600)
  try {
    const sizeBytes = await seal(handle, frames, recipients)
    await handle.sync()
    await handle.close()
    await giveName(draft, file)
    return { sizeBytes }
  } finally {
    await handle.close().catch(() => {})
    await rm(draft, { force: true })
    await syncFolder(dirname(file))
  }
}

async function seal(
  handle: FileHandle,
  frames: AsyncIterable<Uint8Array>,
  recipients: readonly string[]
): Promise<number> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  // Where the disk refuses, nothing more is read: the loop that ends ends its source.
  const sealed = await encrypter.encrypt(ReadableStream.from(frames) as never)
  let size = 0
  for await (const chunk of sealed as unknown as ReadableStream<Uint8Array>) {
    size += chunk.length
    await handle.writeFile(chunk)
  }
  return size
}

/** Gives a draft its name. Some network shares know no links: there the look before has to be enough. */
async function giveName(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file)
  } catch (cause) {
    if (isCode(cause, 'EEXIST')) throw new BackupExistsError(file)
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].some((code) => isCode(cause, code)))
      throw cause
    await demandFree(file)
    await rename(draft, file)
  }
}

/** @throws {BackupExistsError} If there is a file of that name; {@link NotThereError} where its folder is not. */
export async function demandFree(file: string): Promise<void> {
  if ((await stat(file).catch(() => null)) !== null) throw new BackupExistsError(file)
  const folder = await stat(dirname(file)).catch(() => null)
  if (folder?.isDirectory() !== true) throw new NotThereError(dirname(file))
}

/** @throws {NotThereError} If it is no file that can be read. */
export async function demandReadable(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  const isReadable = await access(file, constants.R_OK).then(
    () => true,
    () => false
  )
  if (found?.isFile() !== true || !isReadable) throw new NotThereError(file)
}

/**
 * Whether a key opens a file: its head is read, and nothing more.
 * @throws {NotThereError} {@link WrongIdentityError} {@link BackupUnreadableError}
 */
export async function demandOpens(file: string, identities: readonly string[]): Promise<void> {
  await demandReadable(file)
  const source = createReadStream(file)
  try {
    await openSealed(source, identities)
  } catch (cause) {
    throw asRefusal(cause)
  } finally {
    source.destroy()
  }
}

/**
 * The bytes of a sealed file. Whatever was changed in it, or cut off, ends them with an error before a
 * changed byte is given out; so nothing may be believed before their end.
 * @param identities - `AGE-SECRET-KEY-…`.
 * @throws {WrongIdentityError} If none of them opens it.
 * @throws {BackupUnreadableError} If the file is damaged, cut, or no sealed file.
 */
export async function* readSealed(
  file: string,
  identities: readonly string[],
  onBytes: OnBytes = () => {}
): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: 1 << 18 })
  source.on('data', (chunk) => onBytes(chunk.length))
  try {
    const opened = await openSealed(source, identities)
    const plain = createZstdDecompress()
    const fed = pipeline(Readable.fromWeb(opened as never), plain)
    // Told by the loop below, which ends with the same error.
    fed.catch(() => {})
    for await (const chunk of plain) yield chunk as Buffer
    await fed
  } catch (cause) {
    throw asRefusal(cause)
  } finally {
    source.destroy()
  }
}

async function openSealed(
  source: Readable,
  identities: readonly string[]
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return (await decrypter.decrypt(
      Readable.toWeb(source) as never
    )) as unknown as ReadableStream<Uint8Array>
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes('no identity matched')) {
      throw new WrongIdentityError({ cause })
    }
    throw cause
  }
}

/** Damage is told as damage; what the disk says about itself stays what it is. */
function asRefusal(cause: unknown): unknown {
  if (cause instanceof WrongIdentityError || cause instanceof BrokenArchiveError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const isOfSystem = /^E[A-Z]+$/.test(code)
  return isOfSystem ? cause : new BackupUnreadableError({ cause })
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Whether a text is a recipient, checksum included. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}
