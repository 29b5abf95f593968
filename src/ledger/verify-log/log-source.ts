import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { LogTrouble } from './log-fault.ts'

/** Gives the published bytes of a log. */
export interface LogSource {
  /** Bytes of a path below the log; `null` if there is nothing. */
  read(path: string, bytesMax: number): Promise<Uint8Array | null>
}

const triesMax = 4
const waitMilliseconds = 30_000
const retryMilliseconds = 400

/**
 * A log at an address (`https://desk.example/log`), or in a folder of its published files.
 * @throws {LogTrouble} From `read`, if the log does not answer after some tries.
 */
export function logSource(address: string): LogSource {
  const base = address.replace(/\/(?:checkpoint)?$/, '')
  return /^https?:\/\//.test(base) ? overHttp(base) : inFolder(base)
}

function overHttp(base: string): LogSource {
  return {
    read: async (path, bytesMax) => {
      const url = `${base}/${path}`
      for (let tries = 1; ; tries++) {
        const answer = await once(url, bytesMax)
        if (answer.kind !== 'again') return answer.bytes
        if (tries === triesMax) throw new LogTrouble('unreachable', `${url}: ${answer.why}`)
        await pause(retryMilliseconds * 3 ** (tries - 1))
      }
    }
  }
}

type Answer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array | null }
  | { readonly kind: 'again'; readonly why: string }

async function once(url: string, bytesMax: number): Promise<Answer> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(waitMilliseconds) })
    if (answer.status === 404 || answer.status === 410) {
      await answer.body?.cancel()
      return { kind: 'bytes', bytes: null }
    }
    if (!answer.ok) {
      await answer.body?.cancel()
      return { kind: 'again', why: `HTTP ${String(answer.status)}` }
    }
    return { kind: 'bytes', bytes: await bytesOf(answer, bytesMax) }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { kind: 'again', why: cause instanceof Error ? cause.message : String(cause) }
  }
}

/** The body up to one byte more than may be, which is then seen to be too long. */
async function bytesOf(answer: Response, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const body: AsyncIterable<Uint8Array> | null = answer.body
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > bytesMax) break
  }
  return Buffer.concat(chunks).subarray(0, bytesMax + 1)
}

function inFolder(folder: string): LogSource {
  return {
    read: async (path, bytesMax) => {
      const handle = await open(join(folder, ...path.split('/')), 'r').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw new LogTrouble('unreachable', `${folder}: ${path}`, { cause: error })
      })
      if (handle === null) return null
      try {
        const { size } = await handle.stat()
        const bytes = Buffer.alloc(Math.min(size, bytesMax + 1))
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
        return bytes.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    }
  }
}
