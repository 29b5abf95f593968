import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { fromBase64 } from '../../kernel/tlog/index.ts'

const seed = z.string().refine((text) => fromBase64(text)?.length === 32)
const end = z.strictObject({
  /** Id of the mailbox. */
  mailbox: z.uuid(),
  /** Its unit of the synthetic authority. */
  unit: z.string().regex(/^[a-z0-9-]{1,64}$/),
  /** 32 bytes, base64: what opens the mailbox, and signs for it. */
  seed
})

/** What a vantage point has to send letters through a desk and to open them at the other end. */
export const canarySchema = z.strictObject({
  v: z.literal(1),
  /** Origin of the desk; the key goes nowhere else. */
  site: z.url({ protocol: /^https?$/ }).refine((text) => URL.parse(text)?.origin === text),
  /** Host of the installation in the names of its keys and logs. */
  host: z.string().min(1).max(300),
  /** API key of the synthetic authority. */
  key: z.string().regex(/^[\x21-\x7e]{1,200}$/),
  /** Log policy (docs/specs/log.md §7) that is believed; empty: that of the first look. */
  policy: z.string().max(100_000),
  from: end,
  to: end
})

/** See {@link canarySchema}. */
export type Canary = z.infer<typeof canarySchema>

/** A canary file that cannot be used; the message says why. */
export class CanaryFileError extends Error {
  readonly code = 'probe/canary-file'
}

const readableByOthers = 0o077

/**
 * Reads a canary file.
 * @throws {CanaryFileError} If it is missing, others may read it, or it is none.
 */
export async function readCanary(file: string): Promise<Canary> {
  const missing = (cause: unknown): never => {
    throw new CanaryFileError(`${file} cannot be read; make it with "peyman probe canary"`, {
      cause
    })
  }
  const { mode } = await stat(file).catch(missing)
  if (process.platform !== 'win32' && (mode & readableByOthers) !== 0) {
    throw new CanaryFileError(`others may read ${file}; give it the permissions 0600`)
  }
  const text = await readFile(file, 'utf8').catch(missing)
  const read = canarySchema.safeParse(jsonOf(text))
  if (read.success) return read.data
  throw new CanaryFileError(`${file} is no canary file; make it with "peyman probe canary"`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
