import { type WarningDays, expiryState } from '../kernel/terms/index.ts'
import { recordFact } from '../ledger/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { insertMilestone, listVersions } from './agreement-store.ts'
import { type AgreementSummary, termOf } from './agreement-version.ts'

/** Something to say about the end of a version. */
interface Milestone {
  readonly version: AgreementSummary
  readonly name: `expires-${WarningDays}` | 'expired'
  readonly daysLeft: number
}

/**
 * Notes, each once and as a fact, that a version ends in 90, 30 or 7 days, or has ended. Nothing else
 * happens: no service stops, no form closes (SK-6.2b).
 * @returns The milestones that are new, as `SK@1398 expires-30`.
 */
export async function noteExpiry(context: Context): Promise<string[]> {
  const now = context.clock.now()
  const due = (await listVersions(context.db)).flatMap((version) => milestonesOf(version, now))
  const noted: string[] = []
  for (const milestone of due) {
    if (await note(context, milestone)) noted.push(`${milestone.version.ref} ${milestone.name}`)
  }
  return noted
}

/** The nearest warning only: one that was slept through is not made up for. */
function milestonesOf(version: AgreementSummary, now: Temporal.Instant): Milestone[] {
  const state = expiryState(termOf(version), now)
  if (state.state === 'in-force' && state.warning !== null) {
    return [{ version, name: `expires-${state.warning}`, daysLeft: state.daysLeft }]
  }
  const isOver = state.state === 'continued-without-agreement' || state.state === 'expired'
  return isOver ? [{ version, name: 'expired', daysLeft: 0 }] : []
}

async function note(context: Context, { version, name, daysLeft }: Milestone): Promise<boolean> {
  const now = context.clock.now()
  const { agreement, authority, ref } = version
  return inTransaction(context.db, async (tx) => {
    const at = { agreement, version: version.version, milestone: name, notedAt: now }
    if (!(await insertMilestone(tx, at))) return false
    const ended = name === 'expired'
    await recordFact(tx, {
      owner: authority,
      authority,
      kind: ended ? 'agreement.expired' : 'agreement.expiring',
      subject: ref,
      at: ended ? version.validity.to : now,
      knownAt: now,
      actor: 'system',
      agreementVersion: ended ? null : ref,
      body: {
        agreement,
        version: version.version,
        validTo: version.validity.to.toString(),
        ...(ended ? {} : { daysLeft })
      }
    })
    return true
  })
}
