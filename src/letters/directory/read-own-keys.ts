import { type DirectoryEntry, recoveryWaitHours } from '../../kernel/directory/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, withScope } from '../../platform/index.ts'
import { type KeptEntry, entriesOfBodies, entriesOfPerson } from './entry-store.ts'
import { headAt } from './head-store.ts'
import { readState } from './read-state.ts'

/** How an entry stands: it counts, it waits to, it was followed by another, or it was stopped. */
export type EntryStanding = 'counts' | 'waits' | 'past' | 'stopped'

/** An entry of one's own. */
export interface OwnEntry extends KeptEntry {
  readonly standing: EntryStanding
  /** Fact of the head in which it came into the map; `null` while it waits for one. */
  readonly headFact: string | null
}

/** The keys of a mailbox, newest first. */
export interface OwnKeys {
  readonly owner: string
  readonly entries: readonly OwnEntry[]
  /** A recovery that can be stopped, and until when; `until`: `null` while it is not published. */
  readonly pending: { readonly until: Temporal.Instant | null } | null
}

/** All keys that an actor answers for: their own, and those of units that they administer. */
export async function readOwnKeys(context: Context, actor: Actor): Promise<OwnKeys[]> {
  const { db } = context
  const administered = actor.grants.filter(({ role }) => role === 'authority-admin')
  const bodies = administered.map(({ authority }) => authority)
  const ofUnits = (await entriesOfBodies(db, bodies)).filter((kept) =>
    administered.some(
      ({ authority, unit }) => authority === kept.authority && (unit === null || unit === kept.unit)
    )
  )
  const own = actor.person === null ? [] : await entriesOfPerson(db, actor.person)
  const owners = Map.groupBy([...own, ...ofUnits], ({ entry }) => entry.owner)
  return Promise.all([...owners].map(([owner, kept]) => keysOf(context, owner, kept)))
}

function keysOf(context: Context, owner: string, kept: readonly KeptEntry[]): Promise<OwnKeys> {
  // Heads are the program's own rows; what is shown of them is their number and their fact.
  return withScope('system', () => keysWithin(context, owner, kept))
}

async function keysWithin(
  { db, clock }: Context,
  owner: string,
  kept: readonly KeptEntry[]
): Promise<OwnKeys> {
  const state = (await readState(db, owner, clock.now()))?.state
  const entries: OwnEntry[] = []
  let pending: OwnKeys['pending'] = null
  for (const one of kept.toReversed()) {
    const head = one.head === null ? null : await headAt(db, one.head)
    const standing = standingOf(one.entry, { counting: state?.counting, pending: state?.pending })
    if (standing === 'waits') {
      pending = { until: head?.madeAt.add({ hours: recoveryWaitHours }) ?? null }
    }
    entries.push({ ...one, standing, headFact: head?.fact ?? null })
  }
  return { owner, entries: marked(entries), pending }
}

type Counting = {
  counting?: DirectoryEntry | null | undefined
  pending?: DirectoryEntry | null | undefined
}

function standingOf({ sequence }: DirectoryEntry, { counting, pending }: Counting): EntryStanding {
  if (sequence === pending?.sequence) return 'waits'
  return sequence === counting?.sequence ? 'counts' : 'past'
}

/** A recovery before an entry that stopped it never counted. */
function marked(entries: readonly OwnEntry[]): OwnEntry[] {
  return entries.map((one) => {
    const next = entries.find(({ entry }) => entry.sequence === one.entry.sequence + 1)
    const isStopped = one.entry.reason === 'recovered' && next?.entry.reason === 'stopped'
    return isStopped ? { ...one, standing: 'stopped' } : one
  })
}
