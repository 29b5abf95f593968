import {
  type DirectoryHead,
  type MapLeaf,
  aliasValue,
  changeMap,
  freedValue,
  headFactKind,
  headHash,
  labelOf,
  recoveryWaitHours
} from '../../kernel/directory/index.ts'
import { fromBase64, fromHex, toBase64 } from '../../kernel/tlog/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import {
  type KeptAlias,
  type PastAlias,
  changeAliases,
  nobody,
  setAliasHeads,
  waitingAliases
} from './alias-store.ts'
import { branchesAt, insertBranches } from './branch-store.ts'
import { setEntryHeads, waitingEntries } from './entry-store.ts'
import { directorySubject, insertHead, newestHeads } from './head-store.ts'

/** Most entries, and most identifiers, of one head: what is left comes into the next. */
const batchMax = 5000
/** Beyond the wait itself, as for answers. */
const marginHours = 1
/** A head is made anew after so long, though nothing changed: whoever asks refuses old ones. */
const headAgeMaxHours = 6

type Waiting = Awaited<ReturnType<typeof waitingEntries>>

/**
 * Puts what waits into the map, and records its new root as a public fact, which the log then publishes.
 * Before the first entry there is no head. Two workers at once make one head.
 * @returns Number of the head that was made; `null` where none was needed.
 */
export async function integrateEntries(context: Context): Promise<number | null> {
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const [last] = await newestHeads(tx, 1)
    const entries = await waitingEntries(tx, batchMax)
    // Nobody is given another history over night: freed for as long as answers look back.
    const before = at.subtract({ hours: recoveryWaitHours + marginHours })
    const aliases = await waitingAliases(tx, { before, most: batchMax })
    const isIdle = entries.length + aliases.length === 0
    const isFresh = last === undefined || hoursBetween(last.madeAt, at) < headAgeMaxHours
    if (isIdle && isFresh) return null
    return makeHead(tx, { last: last ?? null, entries, aliases, at })
  })
}

function hoursBetween(one: Temporal.Instant, other: Temporal.Instant): number {
  return other.since(one).total('hours')
}

interface Batch {
  readonly last: (DirectoryHead & { readonly hash: string }) | null
  readonly entries: Waiting
  readonly aliases: readonly KeptAlias[]
  readonly at: Temporal.Instant
}

async function makeHead(tx: Tx, { last, entries, aliases, at }: Batch): Promise<number | null> {
  const number = (last?.number ?? 0) + 1
  const leaves = leavesOf(entries, aliases)
  const { root, branches } = await changeMap(leaves, branchesAt(tx, number))
  const known = aliases.filter(isInMap)
  const owners = entries.filter(({ sequence }) => sequence === 0)
  const head: DirectoryHead = {
    number,
    root: toBase64(root),
    entries: (last?.entries ?? 0) + entries.length,
    labels: (last?.labels ?? 0) + owners.length + aliases.length - known.length,
    previous: last?.hash ?? null
  }
  const fact = await recordFact(tx, {
    owner: directorySubject,
    authority: 'platform',
    kind: headFactKind,
    subject: directorySubject,
    at,
    actor: 'system:directory',
    body: { ...head }
  })
  const kept = { ...head, hash: headHash(head), fact: fact.id, madeAt: at }
  if (!(await insertHead(tx, kept))) throw new Error(`another worker made head ${String(number)}`)
  await insertBranches(tx, branches, number)
  await setEntryHeads(tx, entries, number)
  await setAliasHeads(
    tx,
    aliases.filter((alias) => !isInMap(alias)).map(({ label }) => label),
    number
  )
  await changeAliases(tx, known.map(pastOf), { head: number, at })
  return number
}

/** Of several new entries of an owner the last is what stands in the map: it names those before. */
function leavesOf(entries: Waiting, aliases: readonly KeptAlias[]): MapLeaf[] {
  const newest = new Map<string, Waiting[number]>()
  for (const entry of entries) {
    if ((newest.get(entry.owner)?.sequence ?? -1) < entry.sequence) newest.set(entry.owner, entry)
  }
  return [
    ...[...newest.values()].map(({ owner, hash }) => ({
      label: labelOf(owner),
      value: fromBase64(hash) ?? new Uint8Array()
    })),
    ...aliases.map((alias) => ({
      label: fromHex(alias.label) ?? new Uint8Array(),
      value: nextValue(alias)
    }))
  ]
}

function isInMap({ head }: KeptAlias): boolean {
  return head !== null
}

/** What stands at an identifier from the next head on. */
function nextValue({ head, owner, nextOwner }: KeptAlias): Uint8Array {
  if (head === null) return aliasValue(owner)
  return owner === nobody && nextOwner !== null ? aliasValue(nextOwner) : freedValue()
}

/** What stood there until now. */
function pastOf({ label, owner, head }: KeptAlias): PastAlias {
  return { label, value: toBase64(aliasValue(owner)), head: head ?? 0 }
}
