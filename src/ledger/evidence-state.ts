import { type Context, withScope } from '../platform/index.ts'
import { isOutboxEmpty } from './leaf-store.ts'
import { newestLog, publishedOf } from './log-store.ts'
import { promisedDelaySeconds } from './promise-note.ts'

/** Why evidence is late; `null` where it is not. */
export type DelayReason =
  'never-published' | 'quorum-missing' | 'signer-away' | 'signer-refused' | 'late'

/** How the public log stands: what a page says beside a receipt. */
export interface EvidenceState {
  /** The newest shard; `null` before the first. */
  readonly log: string | null
  readonly size: number
  /** Size of the newest checkpoint that everyone can see. */
  readonly publishedSize: number
  readonly publishedAt: Temporal.Instant | null
  readonly delayed: boolean
  readonly reason: DelayReason | null
}

/**
 * Whether the evidence keeps up. It is delayed while the newest head cannot be published (no quorum, no
 * signer, or one that refuses), and where nobody has seen everything published within the delay that
 * the log promises.
 */
export async function evidenceState(context: Context): Promise<EvidenceState> {
  const { db, clock } = context
  const newest = await newestLog(db)
  if (newest === null) {
    // Only whether anything waits is told, to everybody; what waits is read by no request.
    const isEmpty = await withScope('system', () => isOutboxEmpty(db))
    const reason = isEmpty ? null : 'never-published'
    const nothing = { log: null, size: 0, publishedSize: 0, publishedAt: null }
    return { ...nothing, delayed: reason !== null, reason }
  }
  const published = await publishedOf(db, newest.log)
  const seen = published.checkedAt ?? newest.openedAt
  const late = clock.now().since(seen).total('seconds') > promisedDelaySeconds
  const reason = published.trouble === null ? (late ? 'late' : null) : reasonOf(published.trouble)
  return {
    log: newest.log,
    size: newest.size,
    publishedSize: published.note === null ? 0 : published.size,
    publishedAt: published.publishedAt,
    delayed: reason !== null,
    reason
  }
}

function reasonOf(trouble: string): DelayReason {
  if (trouble === 'quorum-missing' || trouble === 'signer-away') return trouble
  return 'signer-refused'
}
