import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest, Server } from './request.ts'

/** How a body may be packed; in the order in which this server prefers it. */
export type Encoding = 'br' | 'gzip'

const encodings: readonly Encoding[] = ['br', 'gzip']
const leastCharacters = 1024
// Up to here (a third of a millisecond) the way to another thread and back costs more than it gives.
const hereCharactersMax = 24_000
const texts = /^(text\/|image\/svg\+xml|application\/([a-z.+-]+\+)?(json|xml|yaml|javascript)\b)/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

// On the agreement page 5 takes a tenth more time than 4 and sends a tenth less; 6 and up cost more.
const brotliQuality = 5

/** The packing that a browser takes, or `null`. */
export function encodingOf(request: FastifyRequest): Encoding | null {
  const accepted = request.headers['accept-encoding']
  if (accepted === undefined) return null
  return encodings.find((name) => takes(accepted, name)) ?? null
}

function takes(accepted: string, name: string): boolean {
  return accepted.split(',').some((part) => {
    const [coding = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase())
    return coding === name && !parameters.some((each) => /^q=0(\.0*)?$/.test(each))
  })
}

/** Packs a text; a long one in a thread of the pool. */
export async function compressed(text: string, encoding: Encoding): Promise<Buffer> {
  const isShort = text.length <= hereCharactersMax
  if (encoding === 'gzip') return isShort ? gzipSync(text) : zip(text)
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length
  }
  return isShort ? brotliCompressSync(text, { params }) : brotli(text, { params })
}

/** Whether packing such a body is worth its time. */
export function isWorthPacking(text: string): boolean {
  return text.length >= leastCharacters
}

/** Says on an answer how it is packed, and that others may get it otherwise. */
export function markEncoded(reply: FastifyReply, encoding: Encoding | null): void {
  const before = reply.getHeader('vary')
  const vary =
    typeof before === 'string' && before !== '' ? `${before}, accept-encoding` : 'accept-encoding'
  void reply.header('vary', vary)
  if (encoding !== null) void reply.header('content-encoding', encoding)
}

/** Packs every text that is sent; streams, and what is packed already, pass. */
export function compressAnswers(app: Server): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !isWorthPacking(payload)) return payload
    if (reply.hasHeader('content-encoding')) return payload
    if (!texts.test(String(reply.getHeader('content-type') ?? ''))) return payload
    const encoding = encodingOf(request)
    markEncoded(reply, encoding)
    if (encoding === null) return payload
    void reply.removeHeader('content-length')
    return compressed(payload, encoding)
  })
}
