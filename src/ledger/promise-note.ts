import type { Context } from '../platform/index.ts'
import { commitmentOfFact } from './draft-entries.ts'
import { type KeySubject, keyName, keysOf, makeKeys } from './evidence-key-store.ts'
import type { FactKind } from './fact.ts'
import { newestFactText } from './fact-text-store.ts'
import { newestLog } from './log-store.ts'
import { openNextLog } from './open-log.ts'
import { shardsOf } from './read-published.ts'
import { SignerAwayError, SignerClient, SignerRefusedError } from './signer-client.ts'

/** Seconds within which every fact is in a published checkpoint, as the log promises. */
export const promisedDelaySeconds = 3600

/**
 * The promise that the log signs for the newest fact of a kind about a subject, before any checkpoint
 * exists. Called after the commit of the fact: what is promised must be there whatever happens.
 * @param of - `bucket`: of the owner of the fact.
 * @returns A signed note (docs/specs/log.md §9); `null` where the signer does not answer: then the
 *   application stands all the same, and the page says that its evidence is delayed.
 */
export async function promiseNoteOf(
  context: Context,
  of: { readonly bucket: number; readonly subject: string; readonly kind: FactKind }
): Promise<string | null> {
  const { db, clock } = context
  const whose = { bucket: of.bucket, subject: of.subject }
  const [fact, keys] = await Promise.all([newestFactText(db, of), keysOf(db, [whose])])
  if (fact === null) return null
  const key = keys.has(keyName(whose)) ? keys.get(keyName(whose)) : await madeKey(context, whose)
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
    return null
  }
}

async function madeKey({ db, clock }: Context, whose: KeySubject) {
  await makeKeys(db, [whose], clock.now())
  return (await keysOf(db, [whose])).get(keyName(whose))
}

async function originNow(context: Context, signer: SignerClient): Promise<string> {
  const newest = (await shardsOf(context)).at(-1)
  if (newest !== undefined) return newest.origin
  await openNextLog(context, signer, { after: null, reason: 'first' })
  return (await newestLog(context.db))?.origin ?? ''
}
