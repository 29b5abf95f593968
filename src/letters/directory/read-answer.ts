import {
  type DirectoryAnswer,
  type EarlierState,
  type MapProof,
  type ProvenLeaf,
  aliasValue,
  isIdentifier,
  isOwner,
  labelOf,
  proveLabel,
  recoveryWaitHours
} from '../../kernel/directory/index.ts'
import { toBase64, toHex } from '../../kernel/tlog/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { type Context, type Db, recently, withScope } from '../../platform/index.ts'
import { aliasAt, nobody } from './alias-store.ts'
import { branchesAt } from './branch-store.ts'
import { type KeptEntry, entriesOf } from './entry-store.ts'
import { type KeptHead, headAt, headsUntil } from './head-store.ts'
import { NoHeadError, OwnerFormError } from './refusals.ts'

/** A head that everybody can find in the log, with the proof of that. */
interface PublishedHead {
  readonly head: KeptHead
  readonly proof: string
}

// Heads wait for their leaf and a checkpoint for some seconds; while the log is delayed, for longer.
const searchedHeads = [4, 200, 10_000]
// Beyond the wait itself: clocks of those who ask may be behind.
const marginHours = 1

/**
 * What the directory says of an owner or an identifier, with all proofs. Whether the asker may know is
 * the caller's question; where nobody is meant, the answer proves just that.
 * @throws {OwnerFormError}
 * @throws {NoHeadError} Before the first head is published.
 */
export function readAnswer(context: Context, owner: string): Promise<DirectoryAnswer> {
  if (!isOwner(owner) && !isIdentifier(owner)) throw new OwnerFormError()
  // Keys are for whoever may write; who that is was asked, and rows of the directory name no one else.
  return withScope('system', () => answerOf(context, owner))
}

async function answerOf(context: Context, owner: string): Promise<DirectoryAnswer> {
  const { db } = context
  const { head, proof } = await newestPublished(context)
  const found = isOwner(owner) ? owner : await meantBy(db, owner, head)
  const answer = { v: 1, owner, head: proof } as const
  const alias = isOwner(owner) ? null : { owner: found, proof: await prove(db, owner, head) }
  if (found === null) return { ...answer, alias, entries: [], proof: null, earlier: null }
  const kept = (await entriesOf(db, found)).filter((entry) => isIn(entry, head))
  return {
    ...answer,
    alias,
    entries: kept.map(({ entry }) => entry),
    proof: await prove(db, found, head),
    earlier: kept.length === 0 ? null : await earlierOf(context, { owner, found, kept })
  }
}

function isIn({ head }: { readonly head: number | null }, { number }: KeptHead): boolean {
  return head !== null && head <= number
}

async function meantBy(db: Db, owner: string, head: KeptHead): Promise<string | null> {
  const alias = await aliasAt(db, toHex(labelOf(owner)))
  return alias !== null && alias.owner !== nobody && isIn(alias, head) ? alias.owner : null
}

function standing(db: Db, text: string, { number }: KeptHead): Promise<ProvenLeaf> {
  return proveLabel(labelOf(text), branchesAt(db, number))
}

async function prove(db: Db, text: string, head: KeptHead): Promise<MapProof> {
  return (await standing(db, text, head)).proof
}

interface Found {
  /** What was asked for. */
  readonly owner: string
  readonly found: string
  readonly kept: readonly KeptEntry[]
}

/** How it stood before the time that a recovery waits, or in the first head where none is that old. */
async function earlierOf(
  context: Context,
  { owner, found, kept }: Found
): Promise<EarlierState | null> {
  const old = await recently(context.db, 'letters.directory-earlier', () => oldHead(context))
  if (old === null) return null
  const { db } = context
  // What the map of then says, not what rows say now: rows may have come back from a backup since.
  const then = await standing(db, found, old.head)
  const hash = then.value === null ? null : toBase64(then.value)
  const sequence = kept.find((entry) => entry.hash === hash)?.entry.sequence ?? -1
  const state = { head: old.proof, sequence, proof: then.proof }
  if (owner === found) return { ...state, alias: null }
  const alias = await standing(db, owner, old.head)
  const isThere = alias.value !== null && toBase64(alias.value) === toBase64(aliasValue(found))
  return { ...state, alias: { isThere, proof: alias.proof } }
}

async function oldHead(context: Context): Promise<PublishedHead | null> {
  const until = context.clock.now().subtract({ hours: recoveryWaitHours + marginHours })
  const old = await publishedUntil(context, until)
  if (old !== null) return old
  const first = await headAt(context.db, 1)
  return first === null ? null : publishedAmong(context, [first])
}

/** The newest head that a published checkpoint covers; read again when anything was written. */
export async function newestPublished(context: Context): Promise<PublishedHead> {
  const { db, clock } = context
  const found = await recently(db, 'letters.directory-head', () =>
    publishedUntil(context, clock.now())
  )
  if (found === null) throw new NoHeadError()
  return found
}

async function publishedUntil(
  context: Context,
  until: Temporal.Instant
): Promise<PublishedHead | null> {
  for (const most of searchedHeads) {
    const found = await publishedAmong(context, await headsUntil(context.db, until, most))
    if (found !== null) return found
  }
  return null
}

async function publishedAmong(
  context: Context,
  heads: readonly KeptHead[]
): Promise<PublishedHead | null> {
  const facts = heads.map(({ fact }) => fact)
  const leaves = await publicLog.publishedLeaves(context.db, facts)
  const head = heads.find(({ fact }) => leaves.has(fact))
  const leaf = leaves.get(head?.fact ?? '')
  if (head === undefined || leaf === undefined) return null
  const { text } = await publicLog.entryProofOf(context, leaf)
  return { head, proof: text }
}
