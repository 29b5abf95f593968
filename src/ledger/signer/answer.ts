import { z } from 'zod'
import {
  emptyRoot,
  fromBase64,
  signPromise,
  signatureTypes,
  toBase64
} from '../../kernel/tlog/index.ts'
import { logOfOrigin } from '../log-name.ts'
import { type KeyRing, makeRing, readRing, ringKeys, rotateRing, signingKeys } from './keys-file.ts'
import { serverPrimitives } from '../server-primitives.ts'
import { SignerRefusal, ringOf, signHeadOf } from './sign-head.ts'
import { readState, writeState } from './state-file.ts'

const count = z.number().int().nonnegative().safe()
const hash = z.string().transform((text, at) => {
  const bytes = text.length === 44 ? fromBase64(text) : null
  if (bytes !== null) return bytes
  at.addIssue({ code: 'custom', message: 'not a hash' })
  return z.NEVER
})
const origin = z.string().max(255)
const named = z.object({ origin })
const headToSign = z.object({ origin, size: count, root: hash, proof: z.array(hash).max(63) })
const promiseToSign = z.object({ origin, commitment: hash, at: count, delaySecondsMax: count })
const rotation = z.object({ origin, withdraw: z.boolean() })

/**
 * What the signer answers to a request.
 * @throws {SignerRefusal} Where it does not do what it is asked for.
 */
export function answerSigner(folder: string, path: string, asked: unknown): Promise<object> {
  switch (path) {
    case '/':
      return Promise.resolve({ signer: 'peyman' })
    case '/log':
      return openLog(folder, read(named, asked).origin)
    case '/state':
      return stateOf(folder, read(named, asked).origin)
    case '/checkpoint':
      return sign(folder, read(headToSign, asked))
    case '/promise':
      return promise(folder, read(promiseToSign, asked))
    case '/rotation':
      return rotate(folder, read(rotation, asked))
    default:
      throw new SignerRefusal('signer/request', `there is nothing at ${path}`)
  }
}

function read<T>(schema: z.ZodType<T>, asked: unknown): T {
  const checked = schema.safeParse(asked)
  if (checked.success) return checked.data
  throw new SignerRefusal('signer/request', z.prettifyError(checked.error))
}

/** Keys of a log; made where it has none, and its number was not used for another origin. */
async function openLog(folder: string, name: string): Promise<object> {
  const log = logOfOrigin(name)
  if (log === null) throw new SignerRefusal('signer/request', `${name} names no log`)
  const ring = (await readRing(folder, log)) ?? (await firstRing(folder, log, name))
  if (ring.origin !== name) {
    throw new SignerRefusal('signer/unknown-log', `${log} is the log of ${ring.origin} here`)
  }
  return { keys: ringKeys(ring) }
}

/** The state before the keys: keys without one would sign any tree as if it were the first. */
async function firstRing(folder: string, log: string, name: string): Promise<KeyRing> {
  await writeState(folder, log, { size: 0, root: emptyRoot(serverPrimitives) })
  return makeRing(folder, log, name)
}

async function stateOf(folder: string, name: string): Promise<object> {
  const { log, ring } = await ringOf(folder, name)
  const { size, root } = await readState(folder, log)
  return { keys: ringKeys(ring), signed: { size, root: toBase64(root) } }
}

async function sign(folder: string, head: z.infer<typeof headToSign>): Promise<object> {
  return { note: await signHeadOf(folder, head) }
}

async function promise(folder: string, asked: z.infer<typeof promiseToSign>): Promise<object> {
  const { ring } = await ringOf(folder, asked.origin)
  const by = signingKeys(ring).find(({ key }) => key.type === signatureTypes.note)
  if (by === undefined) throw new SignerRefusal('signer/unknown-log', 'no key signs any more')
  return { note: signPromise(asked, by) }
}

async function rotate(folder: string, asked: z.infer<typeof rotation>): Promise<object> {
  const { log, ring } = await ringOf(folder, asked.origin)
  return { keys: ringKeys(await rotateRing(folder, ring, { log, withdraw: asked.withdraw })) }
}
