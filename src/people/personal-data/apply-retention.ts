import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import type { PersonalDataHolder } from './holder.ts'
import type { RetentionRule } from './retention.ts'
import { retentionRules } from './retention-store.ts'

const thingsAtOnce = 500

/**
 * Erases what has passed its time by the rules of the authorities, but nothing that is held, and records
 * how much of what that was.
 */
export async function applyRetention(
  context: Context,
  holders: readonly PersonalDataHolder[]
): Promise<void> {
  const rules = await retentionRules(context.db)
  for (const rule of rules) {
    const holder = holders.find((each) => each.dataTypes?.includes(rule.dataType))
    if (holder?.expire === undefined) continue
    const at = context.clock.now()
    const erased = await holder.expire(context, {
      authority: rule.authority,
      dataType: rule.dataType,
      service: rule.service,
      except: rule.service === '' ? servicesOf(rules, rule) : [],
      before: at.subtract({ hours: 24 * rule.keepDays }),
      most: thingsAtOnce
    })
    if (erased > 0) await record(context, rule, { erased, at })
  }
}

/** Services of the same authority and type that have a rule of their own. */
function servicesOf(rules: readonly RetentionRule[], of: RetentionRule): string[] {
  return rules
    .filter((rule) => rule.authority === of.authority && rule.dataType === of.dataType)
    .flatMap(({ service }) => (service === '' ? [] : [service]))
}

async function record(
  context: Context,
  { authority, dataType, service, keepDays }: RetentionRule,
  { erased, at }: { erased: number; at: Temporal.Instant }
): Promise<void> {
  await inTransaction(context.db, (tx) =>
    recordFact(tx, {
      owner: authority,
      authority,
      kind: 'retention.applied',
      subject: authority,
      at,
      actor: 'system:retention',
      body: { dataType, service: service === '' ? null : service, keepDays, erased }
    })
  )
}
