import { type Context, type Db, isDatabaseAway } from '../platform/index.ts'
import { commitmentOfFact } from './draft-entries.ts'
import { type KeySubject, keyName, keysOf, makeKeys } from './evidence-key-store.ts'
import type { FactKind } from './fact.ts'
import { newestKeyedFact } from './fact-text-store.ts'
import { leafOfFact } from './leaf-store.ts'
import { logById, newestLog } from './log-store.ts'
import { openNextLog } from './open-log.ts'
import { SignerAwayError, SignerClient, SignerRefusedError } from './signer-client.ts'

/** Seconds within which every fact is in a published checkpoint, as the log promises. */
export const promisedDelaySeconds = 3600

/**
 * The promise that the log signs for the newest fact of a kind about a subject, before any checkpoint
 * exists. Called after the commit of the fact: what is promised must be there whatever happens.
 * @param of - `bucket`: of the owner of the fact.
 * @returns A signed note (docs/specs/log.md §9); `null` where none can be made, as where the signer does
 *   not answer or the log is damaged: then the application stands all the same, and the page says that
 *   its evidence is delayed.
 */
export async function promiseNoteOf(
  context: Context,
  of: { readonly bucket: number; readonly subject: string; readonly kind: FactKind }
): Promise<string | null> {
  try {
    return await signedPromise(context, of)
  } catch (error) {
    // What was filed stands; whoever asks again gets the promise then.
    if (!isSignerMissing(error) && !isDatabaseAway(error)) {
      context.log.error({ error }, 'no promise was made of what was recorded')
    }
    return null
  }
}

function isSignerMissing(error: unknown): boolean {
  return error instanceof SignerAwayError || error instanceof SignerRefusedError
}

async function signedPromise(
  context: Context,
  of: { readonly bucket: number; readonly subject: string; readonly kind: FactKind }
): Promise<string | null> {
  const signer = new SignerClient(context.config.dataFolder)
  const origin = await originNow(context, signer)
  const keyed = await newestKeyedFact(context.db, of)
  if (keyed === null) return null
  const key = keyed.key === undefined ? await madeKey(context, of) : keyed.key
  if (key == null) return null
  return signer.promise({
    origin: await originOfFact(context.db, keyed.fact.id, origin),
    commitment: commitmentOfFact(keyed.fact, key),
    at: Math.floor(context.clock.now().epochMilliseconds / 1000),
    delaySecondsMax: promisedDelaySeconds
  })
}

/** The log of a fact that stands in one already: one of another year does not hold it. */
async function originOfFact(db: Db, id: string, newest: string): Promise<string> {
  const leaf = await leafOfFact(db, id)
  const log = leaf && (await logById(db, leaf.log))
  return log?.origin ?? newest
}

async function madeKey({ db, clock }: Context, whose: KeySubject) {
  await makeKeys(db, [whose], clock.now())
  return (await keysOf(db, [whose])).get(keyName(whose))
}

// Shards change once a year, and `recently` forgets with every write, which each filing is.
const knownMilliseconds = 1000
const origins = new Map<string, { readonly origin: string; readonly at: number }>()

async function originNow(context: Context, signer: SignerClient): Promise<string> {
  const { dataFolder } = context.config
  const known = origins.get(dataFolder)
  if (known !== undefined && performance.now() - known.at < knownMilliseconds) return known.origin
  const before = await newestLog(context.db)
  if (before === null) await openNextLog(context, signer, { after: null, reason: 'first' })
  const { origin } = before ?? (await newestLog(context.db)) ?? { origin: '' }
  origins.set(dataFolder, { origin, at: performance.now() })
  return origin
}
