import { type Context, inTransaction } from '../platform/index.ts'
import { appendEntries } from './append-entries.ts'
import { type ReadyFact, draftEntries, readyFact } from './draft-entries.ts'
import { keyName, keysOf, makeKeys } from './evidence-key-store.ts'
import { type Candidate, loggedAmong, readCandidates, removeFromOutbox } from './leaf-store.ts'
import { lockNewest, secondsAt } from './open-log.ts'
import { isPublicKind } from './statement.ts'

/** Facts of one transaction: large enough that the commit is cheap, small enough to hold in memory. */
const factsPerRound = 8192

/**
 * Gives every waiting fact its leaf. Hashing is done before the head is locked; a fact that another
 * sequencer took meanwhile is found by its leaf and dropped. Whatever dies on the way, the outbox row
 * and the leaf change in one commit.
 * @returns How many facts got a leaf.
 */
export async function sequenceFacts(context: Context): Promise<number> {
  let logged = 0
  for (;;) {
    const candidates = await readCandidates(context.db, factsPerRound)
    if (candidates.length === 0) return logged
    const done = await logFacts(context, await readyFacts(context, candidates))
    logged += done ?? 0
    if (done === null || candidates.length < factsPerRound) return logged
  }
}

async function readyFacts(
  context: Context,
  candidates: readonly Candidate[]
): Promise<ReadyFact[]> {
  const without = candidates.flatMap(({ bucket, fact, key }) =>
    fact !== null && key === undefined && !isPublicKind(fact.kind)
      ? [{ bucket, subject: fact.subject }]
      : []
  )
  if (without.length === 0) return candidates.map(readyFact)
  // In one order, so that two who make the same keys at once do not wait for each other.
  const byName = new Map(without.map((each) => [keyName(each), each]))
  const subjects = [...byName.keys()].toSorted().flatMap((name) => byName.get(name) ?? [])
  await makeKeys(context.db, subjects, context.clock.now())
  // Read again: another process may have made them in the same moment, and its keys are the ones.
  const keys = await keysOf(context.db, subjects)
  return candidates.map((candidate) => {
    const { bucket, fact, key } = candidate
    if (fact === null || key !== undefined) return readyFact(candidate)
    return readyFact({ ...candidate, key: keys.get(keyName({ bucket, subject: fact.subject })) })
  })
}

/** @returns `null` where there is no shard to write to. */
function logFacts(context: Context, facts: readonly ReadyFact[]): Promise<number | null> {
  return inTransaction(context.db, async (tx) => {
    const log = await lockNewest(tx)
    if (log === null) return null
    const known = await loggedAmong(
      tx,
      facts.map(({ id }) => id)
    )
    const fresh = facts.filter(({ id }) => !known.has(id))
    const at = secondsAt(context.clock.now(), log.lastAt)
    await appendEntries(tx, log, draftEntries(fresh, at))
    await removeFromOutbox(tx, facts)
    return fresh.length
  })
}
