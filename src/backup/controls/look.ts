import { listAuthorities } from '../../people/index.ts'
import { factsBetween, publicLog } from '../../ledger/index.ts'
import type { Context } from '../../platform/index.ts'
import { keptBackups } from '../backup-store.ts'
import { newestDrills } from '../drill-store.ts'
import { type Control, type ControlName, type ControlState, found } from './control.ts'
import { dependencyAudit } from './dependency-audit.ts'
import { encryptedDisk } from './encrypted-disk.ts'

// Two turns missed, and the third is due.
const turnsMissed = 2
const drillDaysMax = 35
// A season, and a week for the holidays.
const reviewDaysMax = 100
// A person does not ask a hundred pages a second.
const requestsPerMinuteMax = 6000

/** Every control with its look; none of them is told by a person, who could say anything. */
export const controls: Readonly<Record<ControlName, Control>> = {
  'encryption-at-rest': encryptedDisk,
  'encryption-in-transit': ({ config }) => Promise.resolve(transit(config)),
  'backup-age': backupAge,
  'restore-drill': restoreDrill,
  'log-verified': logVerified,
  'dependency-audit': (context) => dependencyAudit(context),
  'sign-in-limited': ({ config }) => Promise.resolve(signInLimited(config)),
  'access-reviewed': accessReviewed
}

function transit({ origin, demo }: Context['config']): ControlState {
  if (origin.startsWith('https:')) return found(true, 'https')
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
  return isLocal || demo ? found(null, 'this-machine-only') : found(false, 'plain-http')
}

async function backupAge({ db, clock, config }: Context): Promise<ControlState> {
  const [newest] = await keptBackups(db)
  if (newest === undefined || newest.at === null) return found(false, 'no-backup')
  const hours = Math.floor(clock.now().since(newest.at).total('hours'))
  const isFresh = hours <= turnsMissed * config.backups.everyHours
  return { passed: isFresh, reason: isFresh ? 'backup-fresh' : 'backup-old', figure: String(hours) }
}

async function restoreDrill({ db, clock }: Context): Promise<ControlState> {
  const newest = (await newestDrills(db, 2)).find(({ ok }) => ok !== null)
  if (newest === undefined) return found(false, 'no-drill')
  const days = Math.floor(clock.now().since(newest.startedAt).total('hours') / 24)
  if (newest.ok !== true) return { passed: false, reason: 'drill-failed', figure: String(days) }
  const isFresh = days <= drillDaysMax
  return { passed: isFresh, reason: isFresh ? 'drill-passed' : 'drill-old', figure: String(days) }
}

// What is late, as after a past that was just filled in, contradicts nothing.
const unfinished = new Set(['fact-waits', 'publishing-late', 'not-published'])

async function logVerified(context: Context): Promise<ControlState> {
  const { entries, differences } = await publicLog.checkLog(context)
  const faults = differences.filter(({ what }) => !unfinished.has(what))
  if (faults.length > 0) {
    return { passed: false, reason: 'log-differs', figure: String(faults.length) }
  }
  if (differences.length > 0) {
    return { passed: null, reason: 'log-waits', figure: String(differences.length) }
  }
  const isEmpty = entries === 0 && (await listAuthorities(context.db)).length === 0
  return isEmpty
    ? found(null, 'no-log')
    : { passed: true, reason: 'log-agrees', figure: String(entries) }
}

function signInLimited({ demo, requestsPerMinuteMax: most }: Context['config']): ControlState {
  // In a demonstration anybody signs in as anybody, by a click.
  if (demo) return found(null, 'demonstration')
  const isLimited = most <= requestsPerMinuteMax
  return {
    passed: isLimited,
    reason: isLimited ? 'limits-on' : 'limits-wide',
    figure: String(most)
  }
}

/** By the word of their administrators, which is a fact: of the authority that waited longest. */
async function accessReviewed({ db, clock }: Context): Promise<ControlState> {
  const facts = await factsBetween(db, { kinds: ['access.reviewed'] })
  const now = clock.now()
  const days = (await listAuthorities(db)).map(({ id }) => {
    const last = facts.findLast(({ authority }) => authority === id)
    return last === undefined ? Infinity : Math.floor(now.since(last.at).total('hours') / 24)
  })
  const longest = Math.max(...days)
  if (days.length === 0 || longest === Infinity) return found(false, 'no-review')
  const isFresh = longest <= reviewDaysMax
  const reason = isFresh ? 'review-fresh' : 'review-old'
  return { passed: isFresh, reason, figure: String(longest) }
}
