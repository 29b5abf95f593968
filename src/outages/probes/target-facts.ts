import type { NewFact } from '../../ledger/index.ts'
import type { WatchTarget } from './target.ts'

/** The fact that a target is looked at from now on, or no longer. */
export function targetFact(
  kind: 'probe-target.registered' | 'probe-target.retired',
  target: WatchTarget,
  by: { readonly at: Temporal.Instant; readonly actor: string }
): NewFact {
  const { authority, id, component, service, host } = target
  return {
    owner: authority,
    authority,
    kind,
    subject: id,
    at: by.at,
    actor: by.actor,
    body: {
      target: id,
      component,
      ...(service === null ? {} : { service }),
      kind: target.kind,
      host
    }
  }
}
