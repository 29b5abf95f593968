import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, makeFolder, syncFolder, writeNew } from '../../../platform/index.ts'

// The desk's shares are encrypted with a key that is in a file beside the database, as the other secrets
// of the installation are, and in no backup: whoever has a copy of the database has no share.
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
const cipher = 'aes-256-gcm'

/** Where a share belongs: it opens in no other place. */
export interface SharePlace {
  readonly mailbox: string
  readonly slot: string
}

/** Encrypts a share of the desk for its row; base64. */
export async function sealDeskShare(
  context: Context,
  place: SharePlace,
  share: Uint8Array
): Promise<string> {
  const key = await deskKey(context)
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(placeBytes(place))
  const sealed = Buffer.concat([sealing.update(share), sealing.final()])
  return Buffer.concat([nonce, sealed, sealing.getAuthTag()]).toString('base64')
}

/** A share of the desk from its row; `null` where the file of its key is another one. */
export async function openDeskShare(
  context: Context,
  place: SharePlace,
  held: string
): Promise<Uint8Array | null> {
  const bytes = Buffer.from(held, 'base64')
  const opening = createDecipheriv(cipher, await deskKey(context), bytes.subarray(0, nonceBytes))
  opening.setAAD(placeBytes(place)).setAuthTag(bytes.subarray(-tagBytes))
  try {
    const sealed = bytes.subarray(nonceBytes, -tagBytes)
    return new Uint8Array(Buffer.concat([opening.update(sealed), opening.final()]))
  } catch {
    return null
  }
}

function placeBytes({ mailbox, slot }: SharePlace): Uint8Array {
  return Buffer.from(`peyman.dev/desk-share/v1\n${mailbox}\n${slot}\n`)
}

/** The key, made the first time that a share is kept. Two processes that begin at once take the same. */
async function deskKey({ config }: Context): Promise<Buffer> {
  const file = join(config.dataFolder, 'share-key')
  const there = await readKey(file)
  if (there !== null) return there
  await makeFolder(config.dataFolder)
  await writeNew(file, `${randomBytes(keyBytes).toString('base64')}\n`).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  await syncFolder(config.dataFolder)
  const made = await readKey(file)
  if (made === null) throw new Error(`${file} is there and cannot be read`)
  return made
}

async function readKey(file: string): Promise<Buffer | null> {
  try {
    const key = Buffer.from(await readFile(file, 'utf8'), 'base64')
    if (key.length !== keyBytes) throw new Error(`${file} holds no key of 32 bytes`)
    return key
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
