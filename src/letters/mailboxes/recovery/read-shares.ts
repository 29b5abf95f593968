import { type Session, personsByIds } from '../../../people/index.ts'
import { type Bilingual, type Context, withScope } from '../../../platform/index.ts'
import { slotsOf } from '../keyslot-store.ts'
import { mailboxOf } from '../mailbox-store.ts'
import { isShareDrillDue } from './prove-share.ts'
import { type Recovery, openRecoveries, recoveriesWith } from './recovery-store.ts'
import { type StoredShare, sharesKeptBy, sharesOf } from './share-store.ts'

/** A share with whose it is beside the reader. */
export interface ShownShare extends StoredShare {
  /** Of the other one: who was named, once they accepted; whose mailbox it is. */
  readonly name: Bilingual | null
  readonly isDrillDue: boolean
  /** Id of the mailbox of whoever was named, for its owner. */
  readonly readerMailbox: string | null
  /** What is asked with it now. */
  readonly recovery: Recovery | null
}

/** What a person has to do with shares: whom they named, and who named them. */
export interface SharesOfPerson {
  /** Id of their own mailbox; `null`: they have none. */
  readonly mailbox: string | null
  readonly given: readonly ShownShare[]
  readonly kept: readonly ShownShare[]
}

/** The shares of a person's own mailbox, and those that they keep for others. */
export async function readShares(
  { db, clock }: Context,
  { person }: Session
): Promise<SharesOfPerson> {
  const now = clock.now()
  const own = await mailboxOf(db, { person: person.id })
  const given = own === null ? [] : await sharesOf(db, own.id)
  const kept = await sharesKeptBy(db, person.id)
  const asked = await recoveriesWith(db, person.id)
  const askedOfOwn = own === null ? [] : await openRecoveries(db, own.id)
  const ways = own === null ? [] : await slotsOf(db, own.id)
  const ids = [...given.map(({ reader }) => reader), ...kept.map((share) => share.person)]
  // Each of them was named by the other; who did not accept yet is not told to the owner.
  const names = await withScope('system', () => personsByIds(db, [...new Set(ids)]))
  const shown = (share: StoredShare, other: string | null, open: readonly Recovery[]) => ({
    ...share,
    name: other === null ? null : (names.get(other)?.name ?? null),
    isDrillDue: share.acceptedAt !== null && share.lostAt === null && isShareDrillDue(share, now),
    readerMailbox: ways.find(({ id }) => id === share.slot)?.readerMailbox ?? null,
    recovery: open.find((each) => each.slot === share.slot) ?? null
  })
  return {
    mailbox: own?.id ?? null,
    given: given.map((share) =>
      shown(share, share.acceptedAt === null ? null : share.reader, askedOfOwn)
    ),
    kept: kept.map((share) => shown(share, share.person, asked))
  }
}
