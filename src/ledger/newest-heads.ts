import {
  type Policy,
  parseCheckpoint,
  parsePolicy,
  verifyCheckpoint
} from '../kernel/tlog/index.ts'
import type { Context } from '../platform/index.ts'
import { policyText } from './log-policy.ts'
import { type LogRow, listLogs } from './log-store.ts'
import { PublishedFiles } from './published-files.ts'
import { serverPrimitives } from './server-primitives.ts'
import { signedState } from './signed-state.ts'

/** How far a shard went, as somebody besides the rows knows. */
export interface NewestHead {
  readonly log: string
  /** Entries in the rows. */
  readonly rows: number
  /** Entries of the largest tree that is known to have been signed. */
  readonly signed: number
  /** Who knows: the signer, the published checkpoint, or one that was given. `null`: nobody. */
  readonly by: 'signer' | 'published' | 'given' | null
}

/**
 * Holds the rows of every shard against what was signed: as the signer remembers, as the published
 * checkpoint says, and as one says that a witness or a reader kept. Whatever is beyond the rows was
 * promised to somebody, and is not here.
 * @param given - Checkpoints from elsewhere; one that no known key signed counts for nothing.
 */
export async function newestHeads(
  context: Context,
  given: readonly string[] = []
): Promise<NewestHead[]> {
  const files = new PublishedFiles(context.config.dataFolder)
  const heads: NewestHead[] = []
  for (const log of await listLogs(context.db)) {
    const text = policyText(context.config.origin, [log], '')
    const policy = parsePolicy(text, serverPrimitives)
    const published = (await files.read(log.log, 'checkpoint'))?.toString() ?? null
    const known = [
      { by: 'signer' as const, size: (await signedState(context, log.origin))?.size ?? 0 },
      ...(policy.ok
        ? [
            { by: 'published' as const, size: sizeOf(published, log, policy.value) },
            ...given.map((note) => ({
              by: 'given' as const,
              size: sizeOf(note, log, policy.value)
            }))
          ]
        : [])
    ]
    const largest = known.reduce((one, other) => (other.size > one.size ? other : one))
    const by = largest.size === 0 ? null : largest.by
    heads.push({ log: log.log, rows: log.size, signed: largest.size, by })
  }
  return heads
}

function sizeOf(note: string | null, log: LogRow, policy: Policy): number {
  if (note === null) return 0
  const checkpoint = parseCheckpoint(note)
  const isSigned = checkpoint.ok && verifyCheckpoint(note, policy, serverPrimitives).ok
  return isSigned && checkpoint.value.origin === log.origin ? checkpoint.value.size : 0
}
