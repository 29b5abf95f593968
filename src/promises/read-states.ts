import {
  type AgreementVersion,
  agreementStanding,
  agreementVersions,
  announcements
} from '../agreements/index.ts'
import { type Context, type Db, NotFoundError, recently, withScope } from '../platform/index.ts'
import type { ClauseState, ScoreRun } from './clause-state.ts'
import { type StateQuery, clauseStatesOf, scoreRunOf } from './clause-state-store.ts'
import { type ClauseStanding, standingsOf } from './clause-standing.ts'
import { type Period, periodsUpTo } from './period.ts'
import { recomputePromises } from './recompute-promises.ts'

/** A version with what was last counted of its clauses. */
export interface LivingVersion {
  readonly version: AgreementVersion
  /** All versions of the agreement, the newest last. */
  readonly versions: readonly AgreementVersion[]
  /** Later texts that wait for their notices to be seen. */
  readonly announced: readonly announcements.AnnouncedRevision[]
  readonly standings: readonly ClauseStanding[]
  readonly periods: readonly Period[]
  readonly run: ScoreRun
}

/**
 * Reads a version and the standing of each of its clauses, for all services together.
 * @param name - `1405`; where absent the one in force, or else the last that was.
 * @throws {NotFoundError} If there is no such agreement or version.
 */
export async function readLivingVersion(
  context: Context,
  agreement: string,
  name?: string
): Promise<LivingVersion> {
  const versions = await agreementVersions(context.db, agreement)
  const announced = await announcements.waitingRevisions(context.db, { agreement })
  const chosen = name ?? (await shownVersion(context, agreement))
  const version = versions.find((each) => each.version === chosen)
  if (version === undefined) throw new NotFoundError()
  const run = await lastRun(context, version.authority)
  const known = living.get(context.db)?.get(version.ref)
  if (known?.version.sha256 === version.sha256 && known.run.asOf.equals(run.asOf)) {
    return { ...known, versions, announced }
  }
  const periods = periodsUpTo(run.asOf)
  const totals = await clauseStatesOf(context.db, version.authority, {
    version: version.ref,
    service: null
  })
  const standings = standingsOf(version.document, totals, periods)
  return keep(context.db, { version, versions, announced, standings, periods, run })
}

// Read on every page and changed only by a count: kept for each database handle until the next one.
const living = new WeakMap<Db, Map<string, LivingVersion>>()

function keep(db: Db, read: LivingVersion): LivingVersion {
  const known = living.get(db) ?? new Map<string, LivingVersion>()
  living.set(db, known.set(read.version.ref, read))
  return read
}

/** The version in force, else the last that had force, else a draft. */
async function shownVersion(context: Context, agreement: string): Promise<string | undefined> {
  const { shown } = await agreementStanding(context.db, agreement, context.clock.now())
  return shown?.version
}

/** The last count of an authority; the first reader after an installation waits for one. */
async function lastRun(context: Context, authority: string): Promise<ScoreRun> {
  const read = () => scoreRunOf(context.db, authority)
  const known = await recently(context.db, `score run ${authority}`, read)
  if (known !== null) return known
  // A count of facts that everybody may read: made once, by whoever asks first.
  await withScope('system', () => recomputePromises(context))
  const made = await scoreRunOf(context.db, authority)
  if (made === null) throw new NotFoundError()
  return made
}

/** Cached states of one authority as its last count left them. */
export async function clauseStates(
  context: Context,
  authority: string,
  query: StateQuery = {}
): Promise<{ readonly states: readonly ClauseState[]; readonly run: ScoreRun }> {
  const run = await lastRun(context, authority)
  return { states: await clauseStatesOf(context.db, authority, query), run }
}
