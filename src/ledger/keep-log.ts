import type { Context } from '../platform/index.ts'
import { eraseAgain } from './erase-evidence.ts'
import { isOutboxEmpty } from './leaf-store.ts'
import { partsOf, yearOf } from './log-name.ts'
import { type LogRow, listLogs, newestLog, noteStanding, publishedOf } from './log-store.ts'
import { noteKeys } from './note-keys.ts'
import { openNextLog } from './open-log.ts'
import { publishLog } from './publish-log.ts'
import { PublishedDiffersError } from './published-files.ts'
import { type Publisher, publisherOf } from './publisher.ts'
import { sequenceFacts } from './sequence-facts.ts'
import { SignerAwayError, type SignerClient, SignerRefusedError } from './signer-client.ts'

// A page that says "delayed" asks when everything was last seen to be published.
const standingSecondsMax = 60

/**
 * One round of the log: shards opened where the year begins, waiting facts given their leaves, the
 * heads published. A signer that is away delays the evidence and stops nothing; a signer that refuses
 * stops the log, since its database is not what it was.
 */
export async function keepLog(context: Context, publisher: Publisher): Promise<void> {
  const trouble = await openWhereDue(context, publisher)
  if (trouble === 'signer-behind') return
  if (trouble === 'signer-away') await tellAway(context)
  await sequenceFacts(context)
  for (const log of await listLogs(context.db)) await publish(context, publisher, log)
}

/** The round as the worker runs it, again and again. */
export function logKeeper(): (context: Context) => Promise<void> {
  const kept = new Map<string, Pick<Publisher, 'witnesses' | 'asked'>>()
  return async (context) => {
    const { dataFolder } = context.config
    // A restored backup may hold keys that were erased since.
    if (!kept.has(dataFolder)) await eraseAgain(context)
    const publisher = await publisherOf(context)
    const { witnesses, asked } = kept.get(dataFolder) ?? publisher
    kept.set(dataFolder, { witnesses, asked })
    await keepLog(context, { ...publisher, witnesses, asked })
  }
}

async function openWhereDue(
  context: Context,
  { signer }: Publisher
): Promise<'signer-behind' | 'signer-away' | null> {
  const newest = await newestLog(context.db)
  try {
    if (newest === null) {
      if (await isOutboxEmpty(context.db)) return null
      await openNextLog(context, signer, { after: null, reason: 'first' })
      return null
    }
    if (newest.frozenAt !== null) {
      context.log.error(
        { log: newest.log },
        'the newest log is closed, and none was opened after it'
      )
    }
    if (await isBehindSigner(context, signer, newest)) return 'signer-behind'
    if (yearOf(context.clock.now()) > (partsOf(newest.log)?.year ?? 0)) {
      // What was promised for this year's shard comes into it.
      await sequenceFacts(context)
      await openNextLog(context, signer, { after: newest, reason: 'new-year' })
    }
    return null
  } catch (error) {
    if (!(error instanceof SignerAwayError)) throw error
    return 'signer-away'
  }
}

/** Whether more was signed than is in the rows: they are those of an older backup. */
async function isBehindSigner(
  context: Context,
  signer: SignerClient,
  newest: LogRow
): Promise<boolean> {
  const { keys, signed } = await signer.state(newest.origin)
  if (signed.size <= newest.size) {
    await noteKeys(context, newest, keys)
    return false
  }
  await tellTrouble(context, newest, 'signer-refused')
  context.log.error(
    { log: newest.log, signed: signed.size, rows: newest.size },
    'the rows of the log are older than what was signed; run `peyman log repair`'
  )
  return true
}

async function publish(context: Context, publisher: Publisher, log: LogRow): Promise<void> {
  try {
    const trouble = await publishLog(context, publisher, log.log)
    if (trouble === null) await noteChecked(context, log.log)
    else context.log.warn({ log: log.log, trouble }, 'the log is not published')
  } catch (error) {
    if (error instanceof SignerAwayError) {
      await tellTrouble(context, log, 'signer-away')
    } else if (error instanceof SignerRefusedError && error.code === 'signer/behind') {
      // Another worker published a longer tree between our look and our asking.
    } else if (error instanceof SignerRefusedError || error instanceof PublishedDiffersError) {
      await tellTrouble(context, log, 'signer-refused')
      context.log.error({ error, log: log.log }, 'the head of the log is not what was published')
    } else throw error
  }
}

/** Told at once, also while nothing new waits to be signed: no promise can be made meanwhile. */
async function tellAway(context: Context): Promise<void> {
  const newest = await newestLog(context.db)
  if (newest !== null) await tellTrouble(context, newest, 'signer-away')
}

async function tellTrouble(context: Context, log: LogRow, trouble: string): Promise<void> {
  const before = await publishedOf(context.db, log.log)
  if (before.trouble === trouble) return
  await noteStanding(context.db, log.log, { at: context.clock.now(), trouble })
}

async function noteChecked(context: Context, log: string): Promise<void> {
  const { checkedAt, trouble } = await publishedOf(context.db, log)
  const at = context.clock.now()
  const isFresh = checkedAt !== null && at.since(checkedAt).total('seconds') < standingSecondsMax
  if (isFresh && trouble === null) return
  await noteStanding(context.db, log, { at, trouble: null })
}
