import {
  type TopicFigures,
  checkMailServer,
  outboxByTopic,
  replayTopic
} from '../channels/index.ts'
import { type EvidenceState, publicLog } from '../ledger/index.ts'
import {
  type Context,
  NotFoundError,
  databaseAnswers,
  inTransaction,
  withScope
} from '../platform/index.ts'
import { type BackupRow, type DrillRow, backupsOf } from './backup-store.ts'
import { type WorkerBeat, workerBeats } from './beat-store.ts'

/** How a channel stands; `unset`: nobody configured it. */
export type ChannelState = 'unset' | 'configured' | 'alive' | 'refused' | 'no-answer'

/** Everything that an operator sees of the platform: figures and states, and nobody's content. */
export interface Platform {
  readonly database: boolean
  readonly evidence: EvidenceState
  readonly waitingForLeaf: number
  readonly workers: readonly WorkerBeat[]
  readonly queues: readonly TopicFigures[]
  readonly mail: ChannelState
  readonly sms: ChannelState
  readonly backups: readonly BackupRow[]
  readonly drills: readonly DrillRow[]
}

const rowsShown = 10

/**
 * Reads how the platform stands.
 * @param asksMail - Ask the mail server too, which may take ten seconds.
 */
export function readPlatform(
  context: Context,
  asked: { readonly asksMail: boolean }
): Promise<Platform> {
  // The operator counts what waits, and reads none of it.
  return withScope('system', () => countPlatform(context, asked))
}

async function countPlatform(
  context: Context,
  { asksMail }: { readonly asksMail: boolean }
): Promise<Platform> {
  const { db, config } = context
  const [database, evidence, waitingForLeaf, workers, queues, kept, mail] = await Promise.all([
    databaseAnswers(db),
    publicLog.evidenceState(context),
    publicLog.waitingForLeaf(db),
    workerBeats(db),
    outboxByTopic(db),
    backupsOf(db, rowsShown),
    mailState(context, asksMail)
  ])
  const sms = config.sms === null ? 'unset' : 'configured'
  return { database, evidence, waitingForLeaf, workers, queues, mail, sms, ...kept }
}

async function mailState({ config }: Context, asks: boolean): Promise<ChannelState> {
  if (config.mail === null) return 'unset'
  return asks ? checkMailServer(config.mail) : 'configured'
}

/**
 * Has what failed of a topic tried again now.
 * @returns How many entries.
 * @throws {NotFoundError} If nothing of that topic waits.
 */
export function replayQueue(context: Context, topic: string): Promise<number> {
  // The operator lets the worker try again what it could not do, and reads none of it.
  return withScope('system', () => replayWithin(context, topic))
}

async function replayWithin(context: Context, topic: string): Promise<number> {
  const now = context.clock.now()
  const count = await inTransaction(context.db, async (tx) => {
    if (!(await outboxByTopic(tx)).some((each) => each.topic === topic)) throw new NotFoundError()
    return replayTopic(tx, topic, now)
  })
  context.nudge()
  return count
}
