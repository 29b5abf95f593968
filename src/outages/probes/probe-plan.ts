import { noticesToSee } from '../../notices/index.ts'
import { type Actor, NotAllowedError, holds, listAuthorities } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type ProbePlan, wireVersion } from '../agent/wire.ts'
import { registeredHosts } from './host-store.ts'
import { insidePlaces } from './may-watch.ts'
import { VantageRetiredError } from './refusals.ts'
import { registerVantage } from './register-vantage.ts'
import { probeSettings } from './settings-store.ts'
import { liveTargets } from './target-store.ts'
import type { VantagePoint } from './vantage-point.ts'
import { notePlanned } from './vantage-store.ts'

const refreshSecondsMax = 30

/** Whoever asks with the key of a probe, and what its owner calls it. */
export interface ProbeCaller {
  readonly actor: Actor
  readonly label: string
}

/**
 * The vantage points that the caller is, one for each authority that it watches. Whoever comes with the
 * key of a probe for the first time is registered as one outside: the own one was registered at birth.
 * @throws {NotAllowedError} If the caller is no probe.
 * @throws {VantageRetiredError} If it was retired everywhere.
 */
export async function vantagesOfCaller(
  context: Context,
  { actor, label }: ProbeCaller
): Promise<VantagePoint[]> {
  const authorities = (await listAuthorities(context.db)).filter(
    ({ id }) => actor.kind === 'api-key' && holds(actor, { authority: id, role: 'probe' })
  )
  if (authorities.length === 0) throw new NotAllowedError()
  const all = await Promise.all(
    authorities.map(({ id: authority }) =>
      registerVantage(context, { authority, id: actor.id, label, outside: true }, actor.id)
    )
  )
  const live = all.filter(({ retiredAt }) => retiredAt === null)
  if (live.length === 0) throw new VantageRetiredError()
  return live
}

/** What a vantage point is to look at now. */
export async function probePlan(context: Context, caller: ProbeCaller): Promise<ProbePlan> {
  const { db, clock, config } = context
  const vantages = await vantagesOfCaller(context, caller)
  const now = clock.now()
  const parts = await Promise.all(
    vantages.map(async ({ authority }) => {
      await notePlanned(db, { authority, vantage: caller.actor.id }, now)
      const [settings, targets, notices, hosts] = await Promise.all([
        probeSettings(db, authority),
        liveTargets(db, authority),
        noticesToSee(db, authority),
        registeredHosts(db, authority)
      ])
      return {
        hosts,
        targets: targets.map(({ id, check, ...target }) => ({
          id,
          everySeconds: target.everySeconds ?? settings.everySeconds,
          timeoutMs: target.timeoutMs ?? settings.timeoutMs,
          check
        })),
        notices: notices.map(({ path, lines, ...notice }) => ({
          ...notice,
          url: `${config.origin}${path}`,
          lines: [...lines]
        }))
      }
    })
  )
  const targets = parts.flatMap((part) => part.targets)
  return {
    v: wireVersion,
    vantage: caller.actor.id,
    refreshSeconds: Math.min(refreshSecondsMax, ...targets.map((target) => target.everySeconds)),
    targets,
    notices: parts.flatMap((part) => part.notices),
    hosts: [...new Set(parts.flatMap((part) => part.hosts))],
    inside: insidePlaces(config)
  }
}
