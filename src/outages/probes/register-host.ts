import { recordFact } from '../../ledger/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import {
  type Context,
  InvalidInputError,
  type Tx,
  inTransaction,
  newId,
  problem
} from '../../platform/index.ts'
import { checkSchema } from '../agent/wire.ts'
import { hostComponent } from './component.ts'
import { addComponents, componentById, retireComponent } from './component-store.ts'
import { hostOf } from './host.ts'
import { hostsOf, insertHost, markHostRetired } from './host-store.ts'
import { mayWatch } from './may-watch.ts'
import { AutomaticKeptError, HostInUseError, HostNotFoundError } from './refusals.ts'
import { demandNotDown } from './still-down.ts'
import { targetFact } from './target-facts.ts'
import type { WatchTarget } from './target.ts'
import { insertTarget, liveTargets, markTargetRetired } from './target-store.ts'
import { markDirty } from './watch-store.ts'

/** A sub-portal that an IT manager, or the operator of the platform, registers. */
export interface RegisterHostInput {
  readonly authority: string
  /** A host name, or the address of its front page. */
  readonly address: string
}

/**
 * Registers a sub-portal: its host may be probed from now on, it is a component of its own, and its
 * front page is a target.
 * @returns Its host name.
 * @throws {InvalidInputError} If the address is none, its host is not public, or is registered already.
 */
export async function registerHost(
  context: Context,
  actor: Actor,
  input: RegisterHostInput
): Promise<string> {
  const { authority } = input
  demand(actor, { authority, role: ['it-manager', 'operator'] })
  const host = hostOf(input.address)
  if (host === null) throw new InvalidInputError([problem('/address', 'probe/address', badHost)])
  if (!mayWatch(context.config, host)) {
    throw new InvalidInputError([problem('/address', 'probe/host-not-public', notPublic)])
  }
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const isNew = await insertHost(tx, {
      authority,
      host,
      automatic: false,
      registeredAt: at,
      registeredBy: actor.id,
      retiredAt: null
    })
    if (!isNew) throw new InvalidInputError([problem('/address', 'probe/host-known', known)])
    await recordHost(tx, { authority, host, state: 'registered', at, actor: actor.id })
    await watchHost(tx, { authority, host, address: input.address, at, actor: actor.id })
  })
  return host
}

async function watchHost(
  tx: Tx,
  of: {
    readonly authority: string
    readonly host: string
    readonly address: string
    readonly at: Temporal.Instant
    readonly actor: string
  }
): Promise<void> {
  const { authority, host, at } = of
  const component = hostComponent(host)
  await addComponents(tx, authority, [{ id: component, service: null, host, addedAt: at }])
  const before = await componentById(tx, { authority, component })
  if (before !== null && before.retiredAt !== null) {
    await retireComponent(tx, { authority, component }, null)
  }
  const typed = of.address.trim()
  const url = /^https?:\/\//i.test(typed) ? new URL(typed).href : `https://${host}/`
  const target: WatchTarget = {
    id: newId(at),
    authority,
    component,
    service: null,
    kind: 'http',
    host,
    what: 'front-page',
    check: checkSchema.parse({ kind: 'http', url }),
    everySeconds: null,
    timeoutMs: null,
    automatic: true,
    addedAt: at,
    addedBy: of.actor,
    retiredAt: null
  }
  if (await insertTarget(tx, target)) {
    await recordFact(tx, targetFact('probe-target.registered', target, { at, actor: of.actor }))
  }
  await markDirty(tx, authority, new Map([[component, at]]))
}

/**
 * Retires a registered sub-portal with its own target.
 * @throws {AutomaticKeptError} If it is the host of the desk or of the portal.
 * @throws {HostInUseError} If targets that people added still look at it.
 * @throws {StillDownError} If an outage of it lasts.
 */
export async function retireHost(
  context: Context,
  actor: Actor,
  name: { readonly authority: string; readonly host: string }
): Promise<void> {
  const { authority, host } = name
  demand(actor, { authority, role: ['it-manager', 'operator'] })
  const found = (await hostsOf(context.db, authority)).find((each) => each.host === host)
  if (found === undefined || found.retiredAt !== null) throw new HostNotFoundError()
  if (found.automatic) throw new AutomaticKeptError()
  const targets = (await liveTargets(context.db, authority)).filter((each) => each.host === host)
  if (targets.some(({ automatic }) => !automatic)) throw new HostInUseError()
  const at = context.clock.now()
  const component = hostComponent(host)
  await inTransaction(context.db, async (tx) => {
    // First: whoever reads its results now is waited for.
    await markDirty(tx, authority, new Map([[component, at]]))
    await demandNotDown(tx, { authority, component })
    if (!(await markHostRetired(tx, name, at))) throw new HostNotFoundError()
    await recordHost(tx, { authority, host, state: 'retired', at, actor: actor.id })
    for (const target of targets) {
      if (!(await markTargetRetired(tx, target, at))) continue
      await recordFact(tx, targetFact('probe-target.retired', target, { at, actor: actor.id }))
    }
    await retireComponent(tx, { authority, component }, at)
  })
}

function recordHost(
  tx: Tx,
  changed: {
    readonly authority: string
    readonly host: string
    readonly state: 'registered' | 'retired'
    readonly at: Temporal.Instant
    readonly actor: string
  }
): Promise<unknown> {
  const { authority, host, state, at, actor } = changed
  const body = { host, state }
  const fact = { owner: authority, authority, kind: 'host.changed', subject: host } as const
  return recordFact(tx, { ...fact, at, actor, body })
}

const badHost = {
  fa: 'نام میزبان، مانند ‎portal.example‎، یا نشانی صفحه نخست آن را بنویسید.',
  en: 'Write a host name such as portal.example, or the address of its front page.'
}
/** Said of a host that only means something inside some network. */
export const notPublic = {
  fa: 'این نام یا نشانی در اینترنت عمومی نیست. میزبان‌های درونی را تنها گرداننده سامانه اجازه می‌دهد.',
  en: 'This name or address is not on the public Internet. Only the operator of the program can allow hosts inside.'
}
const known = {
  fa: 'این میزبان پیش از این ثبت شده است.',
  en: 'This host is registered already.'
}
