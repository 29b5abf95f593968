import { factsBetween, recordFact } from '../../ledger/index.ts'
import type { Tx } from '../../platform/index.ts'
import { listAuthorities } from '../authority-store.ts'
import { holdingsAt } from './staff-store.ts'

/** A holding as its fact says it; the newest fact of a holding holds. */
export interface HoldingSaid {
  readonly authority: string
  readonly post: string
  readonly id: string
  readonly person: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
  readonly standsIn: boolean
}

/** Records who holds a post, since which day and until which. */
export async function recordHolding(
  tx: Tx,
  said: HoldingSaid,
  {
    by,
    at,
    knownAt = at
  }: { readonly by: string; readonly at: Temporal.Instant; readonly knownAt?: Temporal.Instant }
): Promise<void> {
  const { authority, post, id, person, from, to, standsIn } = said
  await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'post.assigned',
    subject: `${authority}/${post}`,
    at,
    knownAt,
    actor: by,
    body: {
      post,
      holding: id,
      holder: person,
      from: from.toString(),
      to: to?.toString() ?? null,
      standsIn
    }
  })
}

/**
 * Records the holdings that no fact says yet: those of a file, and those of before such facts were
 * recorded. They happened on their first day and are known from now on.
 */
export async function recordUnsaidHoldings(tx: Tx, now: Temporal.Instant): Promise<void> {
  const facts = await factsBetween(tx, { kinds: ['post.assigned'] })
  const said = new Set(facts.map(({ body }) => body['holding']))
  for (const { id: authority, timeZone } of await listAuthorities(tx)) {
    const unsaid = (await holdingsAt(tx, authority)).filter(({ id }) => !said.has(id))
    for (const holding of unsaid) {
      const at = holding.from.toZonedDateTime(timeZone).toInstant()
      const by = 'system:posts'
      const isAhead = Temporal.Instant.compare(at, now) > 0
      await recordHolding(
        tx,
        { authority, ...holding },
        { by, at: isAhead ? now : at, knownAt: now }
      )
    }
  }
}
