import { recordFact } from '../../ledger/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction,
  newId,
  problem
} from '../../platform/index.ts'
import { type Check, checkSchema } from '../agent/wire.ts'
import { serviceOfComponent } from './component.ts'
import { componentById } from './component-store.ts'
import { registeredHosts } from './host-store.ts'
import { mayAsk, mayWatch } from './may-watch.ts'
import { AutomaticKeptError, TargetNotFoundError } from './refusals.ts'
import { notPublic } from './register-host.ts'
import { settingLimits } from './settings.ts'
import { demandNotDown } from './still-down.ts'
import { targetFact } from './target-facts.ts'
import { type WatchTarget, hostOfCheck } from './target.ts'
import { insertTarget, markTargetRetired, targetById } from './target-store.ts'
import { markDirty } from './watch-store.ts'

/** A target that an IT manager adds. */
export interface AddTargetInput {
  readonly authority: string
  readonly component: string
  /** What people call it; the kind of the check where empty. */
  readonly what: string
  readonly check: unknown
  readonly everySeconds: number | null
  readonly timeoutMs: number | null
}

const nameLengthMax = 60

/**
 * Adds a target; it is looked at from the next plan on.
 * @throws {NotAllowedError} If the actor is no IT manager of the authority.
 * @throws {InvalidInputError} With every field that is not right: an unknown component, a host that is
 *   not registered, limits.
 */
export async function addTarget(
  context: Context,
  actor: Actor,
  input: AddTargetInput
): Promise<WatchTarget> {
  const { authority, component } = input
  demand(actor, { authority, role: 'it-manager' })
  const parsed = checkSchema.safeParse(input.check)
  const problems = [
    ...(parsed.success ? await checkProblems(context, authority, parsed.data) : []),
    ...(parsed.success ? [] : parsed.error.issues.map(({ path }) => shapeProblem(path))),
    ...(await otherProblems(context, input))
  ]
  if (problems.length > 0 || !parsed.success) throw new InvalidInputError(problems)
  const at = context.clock.now()
  const check = parsed.data
  const target: WatchTarget = {
    id: newId(at),
    authority,
    component,
    service: serviceOfComponent(component),
    kind: check.kind,
    host: hostOfCheck(check),
    what: input.what.trim() || check.kind,
    check,
    everySeconds: input.everySeconds,
    timeoutMs: input.timeoutMs,
    automatic: false,
    addedAt: at,
    addedBy: actor.id,
    retiredAt: null
  }
  await inTransaction(context.db, async (tx) => {
    await insertTarget(tx, target)
    await recordFact(tx, targetFact('probe-target.registered', target, { at, actor: actor.id }))
    await markDirty(tx, authority, new Map([[component, at]]))
  })
  return target
}

/**
 * Retires a target that people added: it is not looked at any more, and what it found stays.
 * @throws {AutomaticKeptError} If the program made it.
 * @throws {StillDownError} If an outage lasts by what it shows.
 */
export async function retireTarget(
  context: Context,
  actor: Actor,
  name: { readonly authority: string; readonly target: string }
): Promise<void> {
  demand(actor, { authority: name.authority, role: 'it-manager' })
  const target = await targetById(context.db, name)
  if (target === null || target.retiredAt !== null) throw new TargetNotFoundError()
  if (target.automatic) throw new AutomaticKeptError()
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    // First: whoever reads its results now is waited for.
    await markDirty(tx, name.authority, new Map([[target.component, at]]))
    await demandNotDown(tx, target, target.id)
    if (!(await markTargetRetired(tx, target, at))) throw new TargetNotFoundError()
    await recordFact(tx, targetFact('probe-target.retired', target, { at, actor: actor.id }))
  })
}

async function checkProblems(
  context: Context,
  authority: string,
  check: Check
): Promise<FieldProblem[]> {
  const at = pointerOfHost(check)
  const address = 'url' in check ? check.url : 'origin' in check ? check.origin : null
  if (address !== null) {
    if (!URL.canParse(address)) return [problem(at, 'probe/address', badAddress)]
    const { username, password } = new URL(address)
    if (username !== '' || password !== '') return [problem(at, 'probe/address', badAddress)]
  }
  const inside = insideProblems(context, check)
  if (inside.length > 0) return inside
  const known = await registeredHosts(context.db, authority)
  if (known.includes(hostOfCheck(check))) return []
  const list = known.join(', ')
  return [
    problem(at, 'probe/host-unregistered', {
      fa: `تنها میزبان‌های ثبت‌شده پایش می‌شوند: ${list}`,
      en: `Only registered hosts are probed: ${list}`
    })
  ]
}

/** A host that was registered earlier may not be public either. */
function insideProblems({ config }: Context, check: Check): FieldProblem[] {
  const isGood = mayWatch(config, hostOfCheck(check))
  const server = 'server' in check ? check.server : null
  const isServerGood = server === null || mayAsk(config, server)
  return [
    ...(isGood ? [] : [problem(pointerOfHost(check), 'probe/host-not-public', notPublic)]),
    ...(isServerGood ? [] : [problem('/check/server', 'probe/host-not-public', notPublic)])
  ]
}

function pointerOfHost(check: Check): string {
  const names = {
    http: 'url',
    journey: 'origin',
    letter: 'origin',
    menu: 'origin',
    tcp: 'host',
    dns: 'name'
  } as const
  return `/check/${names[check.kind]}`
}

function shapeProblem(path: readonly PropertyKey[]): FieldProblem {
  const pointer = `/check${path.map((part) => `/${String(part)}`).join('')}`
  return problem(pointer, 'probe/check', badCheck)
}

async function otherProblems(context: Context, input: AddTargetInput): Promise<FieldProblem[]> {
  const { authority, component, what } = input
  const known = await componentById(context.db, { authority, component })
  const isGone = known === null || known.retiredAt !== null
  return [
    ...(isGone ? [problem('/component', 'probe/component', noComponent)] : []),
    ...(what.trim().length > nameLengthMax ? [problem('/what', 'probe/name', longName)] : []),
    ...limitProblems('everySeconds', input.everySeconds),
    ...limitProblems('timeoutMs', input.timeoutMs)
  ]
}

/** What is wrong with a setting, or with the same number of one target. */
export function limitProblems(
  name: keyof typeof settingLimits,
  value: number | null
): FieldProblem[] {
  const { least, most } = settingLimits[name]
  const isGood = value === null || (Number.isInteger(value) && value >= least && value <= most)
  if (isGood) return []
  const [from, to] = [String(least), String(most)]
  return [
    problem(`/${name}`, 'probe/limit', {
      fa: `عددی درست از ${from} تا ${to} بنویسید.`,
      en: `Write a whole number from ${from} to ${to}.`
    })
  ]
}

const badAddress = {
  fa: 'نشانی کامل، مانند ‎https://portal.example/‎ و بدون نام کاربری و گذرواژه، بنویسید.',
  en: 'Write a full address such as https://portal.example/, without a user name or password.'
}
const badCheck = {
  fa: 'این مقدار برای چنین پایشی درست نیست.',
  en: 'This value is not right for such a probe.'
}
const noComponent = {
  fa: 'چنین بخشی در سامانه نیست.',
  en: 'There is no such component.'
}
const longName = {
  fa: 'نام هدف حداکثر ۶۰ نویسه است.',
  en: 'The name is at most 60 characters.'
}
