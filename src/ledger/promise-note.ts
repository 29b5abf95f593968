import { type Context, bucketOf } from '../platform/index.ts'
import { commitmentOfFact } from './draft-entries.ts'
import { keyName, keysOf, makeKeys } from './evidence-key-store.ts'
import type { FactKind } from './fact.ts'
import { newestFactText } from './fact-text-store.ts'
import { newestLog } from './log-store.ts'
import { openNextLog } from './open-log.ts'
import { SignerAwayError, SignerClient, SignerRefusedError } from './signer-client.ts'

/** Seconds within which every fact is in a published checkpoint, as the log promises. */
export const promisedDelaySeconds = 3600

/**
 * The promise that the log signs for the newest fact of a kind about a subject, before any checkpoint
 * exists. Called after the commit of the fact: what is promised must be there whatever happens.
 * @returns A signed note (docs/specs/log.md §9); `null` where the signer does not answer: then the
 *   application stands all the same, and the page says that its evidence is delayed.
 */
export async function promiseNoteOf(
  context: Context,
  of: { readonly owner: string; readonly subject: string; readonly kind: FactKind }
): Promise<string | null> {
  const { db, clock } = context
  const bucket = bucketOf(of.owner)
  const fact = await newestFactText(db, { bucket, subject: of.subject, kind: of.kind })
  if (fact === null) return null
  const whose = { bucket, subject: fact.subject }
  await makeKeys(db, [whose], clock.now())
  const key = (await keysOf(db, [whose])).get(keyName(whose))
  if (key == null) return null
  try {
    const signer = new SignerClient(context.config.dataFolder)
    return await signer.promise({
      origin: await originNow(context, signer),
      commitment: commitmentOfFact(fact, key),
      at: Math.floor(clock.now().epochMilliseconds / 1000),
      delaySecondsMax: promisedDelaySeconds
    })
  } catch (error) {
    const isExpected = error instanceof SignerAwayError || error instanceof SignerRefusedError
    if (!isExpected) throw error
    context.log.warn({ error }, 'no promise could be signed; the evidence is delayed')
    return null
  }
}

async function originNow(context: Context, signer: SignerClient): Promise<string> {
  const newest = await newestLog(context.db)
  if (newest !== null) return newest.origin
  await openNextLog(context, signer, { after: null, reason: 'first' })
  return (await newestLog(context.db))?.origin ?? ''
}
