import { dataPolicy } from '../../agreements/index.ts'
import type { PolicyAttribute } from '../../kernel/policy/index.ts'
import { factsBetween, recordFacts } from '../../ledger/index.ts'
import { listAuthorities, systemActor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { formsDocuments } from '../data-types.ts'
import {
  type CheckedTime,
  checkAnalysis,
  checkProviders,
  checkReaders,
  checkShares,
  checkStorage,
  checkTypes
} from './policy-check-store.ts'
import { readBack } from './read-back.ts'
import { tryPublicAddresses } from './try-public-addresses.ts'

/** What is checked: an attribute of the row of forms and documents, or that everything has a kind. */
type Checked = PolicyAttribute | 'data-type'

const dayHours = 24

/**
 * Holds what was done since the check before against the policy of each body, once a day, and records
 * what was found as `policy.checked`: numbers, and never whose.
 */
export async function checkPolicy(context: Context): Promise<void> {
  await readBack(context)
  for (const { id: authority } of await listAuthorities(context.db)) {
    await checkAuthority(context, authority)
  }
}

async function checkAuthority(context: Context, authority: string): Promise<void> {
  const to = context.clock.now()
  const from = await lastChecked(context, authority)
  const isDue = from.until(to).total('hours') >= dayHours
  if (!isDue) return
  const time = { authority, from, to }
  const { db } = context
  await record(context, time, {
    'data-type': await checkTypes(db),
    'provided-by': await checkProviders(db, time),
    'received-by': await checkReaders(db, time),
    storage: await checkStorage(db, time),
    analysis: await checkAnalysis(db, time),
    'public-display': await tryPublicAddresses(context, authority),
    publication: await checkShares(db, time)
  })
}

const beginning = Temporal.Instant.fromEpochMilliseconds(0)

/** Until when everything was looked at; the beginning of time before the first check. */
async function lastChecked(context: Context, authority: string): Promise<Temporal.Instant> {
  const kinds = ['policy.checked'] as const
  const from = context.clock.now().subtract({ hours: 40 * dayHours })
  const found = await factsBetween(context.db, { authority, kinds, from })
  return found.at(-1)?.at ?? beginning
}

async function record(
  context: Context,
  { authority, from, to }: CheckedTime,
  found: { readonly [C in Checked]: dataPolicy.PolicyFound | null }
): Promise<void> {
  const standing = await dataPolicy.policyRow(context.db, authority, {
    dataType: formsDocuments,
    at: to
  })
  const source = standing?.source
  const facts = Object.entries(found).flatMap(([attribute, result]) => {
    if (result === null || (result.checked === 0 && result.refused === 0)) return []
    const isRow = attribute !== 'data-type'
    return [
      {
        owner: authority,
        authority,
        kind: 'policy.checked' as const,
        subject: `${authority}/${isRow ? `${formsDocuments}/` : ''}${attribute}`,
        at: to,
        actor: systemActor('cases.policy').id,
        agreementVersion: source?.inForce === true ? source.ref : null,
        body: {
          row: isRow ? formsDocuments : null,
          ...{ attribute, ok: result.failed === 0 },
          ...{ checked: result.checked, failed: result.failed, refused: result.refused },
          ...(from.epochMilliseconds > 0 && { from: from.toString() })
        }
      }
    ]
  })
  await inTransaction(context.db, (tx) => recordFacts(tx, facts))
}
