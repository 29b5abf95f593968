import { dataPolicy, promisingAuthorities } from '../../agreements/index.ts'
import type { PolicyAttribute } from '../../kernel/policy/index.ts'
import { type NewFact, factsBetween, recordFacts } from '../../ledger/index.ts'
import { listAuthorities } from '../../people/index.ts'
import { type Context, type Db, type JsonObject, inTransaction } from '../../platform/index.ts'
import { type CheckedTime, bodiesWithMailbox, countLetterFacts } from './letter-counts-store.ts'
import {
  checkLetterTables,
  checkReceivers,
  checkSenders,
  checkStorage
} from './letter-policy-store.ts'
import { readLettersBack } from './read-back-letters.ts'
import { tryLetterAddresses } from './try-letter-addresses.ts'

const dayHours = 24
const lookBackHours = 40 * dayHours
const actor = 'system:letters'
const row = 'letters'
const beginning = Temporal.Instant.fromEpochMilliseconds(0)

/**
 * Counts the letters of all bodies and holds them against the data policy, once a day: `letters.counted`
 * and `policy.checked`, in numbers and never whose, for every body that has an agreement. The promise is
 * of whoever runs the system, whichever body wrote.
 */
export async function checkLetters(context: Context): Promise<void> {
  await readLettersBack(context)
  const authorities = await promisingAuthorities(context.db)
  const [first] = authorities
  if (first === undefined) return
  const to = context.clock.now()
  const from = await lastCounted(context, first)
  if (from.until(to).total('hours') < dayHours) return
  const time = { from, to }
  const counted = await countAll(context, time)
  const found = await foundOf(context, time)
  const bodies = [counted, ...found]
  const rows = await Promise.all(
    authorities.map((authority) => standingRow(context.db, authority, to))
  )
  const facts = authorities.flatMap((authority, i) =>
    bodies.map(({ kind, of, body }): NewFact => ({
      ...{ owner: authority, authority, kind, at: to, actor },
      subject: of === null ? authority : `${authority}/${row}/${of}`,
      agreementVersion: kind === 'policy.checked' ? (rows[i] ?? null) : null,
      body
    }))
  )
  await inTransaction(context.db, (tx) => recordFacts(tx, facts))
}

async function lastCounted(context: Context, authority: string): Promise<Temporal.Instant> {
  const from = context.clock.now().subtract({ hours: lookBackHours })
  const kinds = ['letters.counted'] as const
  return (await factsBetween(context.db, { authority, kinds, from })).at(-1)?.at ?? beginning
}

/** The version whose table decides over letters, if one is in force. */
async function standingRow(db: Db, authority: string, at: Temporal.Instant) {
  const standing = await dataPolicy.policyRow(db, authority, { dataType: row, at })
  return standing?.source?.inForce === true ? standing.source.ref : null
}

interface Recorded {
  readonly kind: 'letters.counted' | 'policy.checked'
  /** The cell that was checked; `null` for the count. */
  readonly of: PolicyAttribute | null
  readonly body: JsonObject
}

async function countAll({ db }: Context, time: CheckedTime): Promise<Recorded> {
  const counts = await countLetterFacts(db, time)
  const [connected, bodies] = [await bodiesWithMailbox(db), (await listAuthorities(db)).length]
  return {
    kind: 'letters.counted',
    of: null,
    body: { ...since(time), to: time.to.toString(), bodies, connected, ...counts }
  }
}

async function foundOf(context: Context, time: CheckedTime): Promise<Recorded[]> {
  const { db } = context
  const receivers = await checkReceivers(db, time)
  const found: Readonly<Record<PolicyAttribute, dataPolicy.PolicyFound | null>> = {
    'provided-by': await checkSenders(db, time),
    'received-by': receivers,
    storage: await checkStorage(db, time),
    analysis: await checkLetterTables(db),
    'public-display': await tryLetterAddresses(context),
    publication: receivers
  }
  return Object.entries(found).flatMap(([attribute, result]): Recorded[] => {
    if (result === null || (result.checked === 0 && result.refused === 0)) return []
    const { checked, failed, refused } = result
    const body = { row, attribute, ok: failed === 0, checked, failed, refused, ...since(time) }
    return [{ kind: 'policy.checked', of: attribute as PolicyAttribute, body }]
  })
}

const since = ({ from }: CheckedTime) =>
  from.epochMilliseconds > 0 ? { from: from.toString() } : {}
