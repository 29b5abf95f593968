import { type Fact, factsBetween } from '../../ledger/index.ts'
import type { Db } from '../../platform/index.ts'
import { type OutageDifference, differencesOf } from '../difference.ts'
import { gapsOfFacts } from '../outages/gap.ts'
import { allChannelChecks } from './channel-store.ts'
import { type MonitoringGap, allGaps } from './gap-store.ts'
import { hostOfCheck } from './target.ts'
import { allTargets } from './target-store.ts'
import { allVantages } from './vantage-store.ts'

interface Checked {
  readonly checked: number
  readonly differences: readonly OutageDifference[]
}

/** Holds the rows of what watches, and of what was not watched, against the facts. */
export async function checkWatching(db: Db): Promise<Checked> {
  const all = [
    await checkGaps(db),
    await checkVantages(db),
    await checkTargets(db),
    await checkChannelRows(db)
  ]
  return {
    checked: all.reduce((sum, { checked }) => sum + checked, 0),
    differences: all.flatMap(({ differences }) => differences)
  }
}

async function checkGaps(db: Db): Promise<Checked> {
  const facts = await factsBetween(db, { kinds: ['monitoring.lost', 'monitoring.regained'] })
  const rows = await allGaps(db)
  const computed = [...Map.groupBy(facts, ({ subject }) => subject)].flatMap(([subject, own]) =>
    gapsOfFacts(own).map((gap) => [`${subject} ${gap.from.toString()}`, { to: gap.to }] as const)
  )
  const cached = new Map(rows.map((gap) => [nameOfGap(gap), gap]))
  const differences = differencesOf('gap', { cached, computed: new Map(computed) })
  return { checked: rows.length, differences }
}

function nameOfGap({ authority, component, from }: MonitoringGap): string {
  return `${authority}/${component} ${from.toString()}`
}

async function checkVantages(db: Db): Promise<Checked> {
  const kinds = ['vantage-point.registered', 'vantage-point.retired'] as const
  const facts = await factsBetween(db, { kinds })
  const rows = await allVantages(db)
  const cached = new Map(rows.map((vantage) => [`${vantage.authority}/${vantage.id}`, vantage]))
  const computed = toldOf(facts, (registered, retired) => ({
    outside: registered.body['outside'],
    registeredAt: registered.at,
    retiredAt: retired?.at ?? null
  }))
  return { checked: rows.length, differences: differencesOf('vantage-point', { cached, computed }) }
}

async function checkTargets(db: Db): Promise<Checked> {
  const kinds = ['probe-target.registered', 'probe-target.retired'] as const
  const facts = await factsBetween(db, { kinds })
  const rows = await allTargets(db)
  const cached = rows.map((target) => {
    const { authority, id, check } = target
    // What is looked for may change; what is asked, and how, may not.
    return [
      `${authority}/${id}`,
      { ...target, checkKind: check.kind, checkHost: hostOfCheck(check) }
    ] as const
  })
  const computed = toldOf(facts, ({ body, at }, retired) => ({
    component: body['component'],
    service: body['service'] ?? null,
    kind: body['kind'],
    host: body['host'],
    checkKind: body['kind'],
    checkHost: body['host'],
    addedAt: at,
    retiredAt: retired?.at ?? null
  }))
  const differences = differencesOf('target', { cached: new Map(cached), computed })
  return { checked: rows.length, differences }
}

/** What the facts say of each that was registered, by `<authority>/<id>`. */
function toldOf(
  facts: readonly Fact[],
  tell: (registered: Fact, retired: Fact | undefined) => object
): Map<string, object> {
  const own = Map.groupBy(facts, ({ authority, subject }) => `${authority}/${subject}`)
  return new Map(
    [...own].flatMap(([name, each]) => {
      const registered = each.find(({ kind }) => kind.endsWith('.registered'))
      const retired = each.find(({ kind }) => kind.endsWith('.retired'))
      return registered === undefined ? [] : [[name, tell(registered, retired)] as const]
    })
  )
}

// From here nobody can tell: the row says so, and no fact does.
const untold: readonly (string | null)[] = ['not-probed', 'unknown']

async function checkChannelRows(db: Db): Promise<Checked> {
  const facts = await factsBetween(db, { kinds: ['channel.checked'] })
  const rows = await allChannelChecks(db)
  const last = new Map(facts.map((fact) => [fact.subject, fact]))
  const isUntold = new Set<string>()
  const cached = rows.map((check) => {
    const name = `${check.authority}/${check.channel}`
    if (!check.alive && untold.includes(check.reason)) isUntold.add(name)
    return [name, check] as const
  })
  const nothing = [...isUntold].map((name) => [name, {}] as const)
  const told = [...last].map(([name, { at, body }]) => {
    const check = { alive: body['alive'], reason: body['reason'], recordedAt: at }
    const row = cached.find(([each]) => each === name)?.[1]
    const isSince = row !== undefined && Temporal.Instant.compare(row.recordedAt, at) > 0
    return [name, isUntold.has(name) && isSince ? {} : check] as const
  })
  const computed = new Map<string, object>([...nothing, ...told])
  const differences = differencesOf('channel', { cached: new Map(cached), computed })
  return { checked: rows.length, differences }
}
