import { serviceAgreementState } from '../../agreements/index.ts'
import { type CardVersion, listServices } from '../../catalogue/index.ts'
import { type Authority, authorityById, keys, listAuthorities } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  inTransaction,
  isDatabaseAway,
  withScope
} from '../../platform/index.ts'
import { componentsOf } from '../probes/component-store.ts'
import { fixedComponents, hostComponent, serviceComponent } from '../probes/component.ts'
import { listChoices, replaceChoices } from './choice-store.ts'
import { choiceMessages } from './messages-choices.ts'
import type { Choice } from './report.ts'

/**
 * Copies what can be reported to where processes read it that know no catalogue: the fixed components of
 * each body, its services with their cards in force, its sub-portals.
 */
export function syncChoices(context: Context): Promise<void> {
  // A copy of what is published already, made by whoever asks first.
  return withScope('system', () => copyChoices(context))
}

async function copyChoices(context: Context): Promise<void> {
  const authorities = await listAuthorities(context.db)
  const lists = await Promise.all(authorities.map((authority) => choicesOf(context, authority)))
  const choices = lists.flat()
  const before = await listChoices(context.db)
  if (markOf(before) === markOf(choices)) return
  await inTransaction(context.db, (tx) => replaceChoices(tx, choices, context.clock.now()))
}

function markOf(choices: readonly Choice[]): string {
  const lines = choices.map((choice) => [
    ...[choice.authority, choice.component, choice.cardVersion, choice.agreementVersion],
    ...[choice.title.fa, choice.title.en, choice.authorityTitle.fa, choice.authorityTitle.en]
  ])
  return JSON.stringify(lines)
}

/** What can be reported now; made at once where nothing was made yet. */
export async function currentChoices(context: Context): Promise<Choice[]> {
  const known = await listChoices(context.db)
  if (known.length > 0) return known
  await syncChoices(context)
  return listChoices(context.db)
}

interface Known {
  readonly choices: Choice[]
  readonly at: number
}

const freshMilliseconds = 2000
const lastKnown = new WeakMap<object, Known>()

/** What can be reported now, give or take a moment; while the database is away, what could be before. */
export async function knownChoices(context: Context): Promise<Choice[]> {
  const before = lastKnown.get(context.db)
  if (before !== undefined && performance.now() - before.at < freshMilliseconds)
    return before.choices
  try {
    const choices = await currentChoices(context)
    lastKnown.set(context.db, { choices, at: performance.now() })
    return choices
  } catch (error) {
    if (before === undefined || !isDatabaseAway(error)) throw error
    return before.choices
  }
}

/**
 * What can be reported of the sandbox: it stands in no list, and only a key of its own reports there.
 */
export async function sandboxChoices(context: Context): Promise<Choice[]> {
  const authority = await authorityById(context.db, keys.sandboxAuthority)
  return authority === null ? [] : choicesOf(context, authority)
}

async function choicesOf(context: Context, authority: Authority): Promise<Choice[]> {
  const { db, clock } = context
  const at = clock.now()
  const services = await listServices(db, { authority: authority.id, at })
  const components = await componentsOf(db, authority.id)
  const hosts = components.flatMap(({ host, retiredAt }) =>
    host === null || retiredAt !== null ? [] : [host]
  )
  const agreementVersion = await inForce(context, authority.id)
  const named = (component: string, title: Bilingual): Choice => ({
    ...{ authority: authority.id, component, service: null, title, agreementVersion },
    ...{ authorityTitle: authority.shortTitle, cardVersion: null },
    jurisdiction: new URL(authority.portal).host.replace(/^www\./, '')
  })
  const { entries } = choiceMessages
  return [
    ...fixedComponents.map((id) => named(id, entries[id])),
    ...hosts.map((host) => named(hostComponent(host), hostTitle(host))),
    ...(await Promise.all(
      services.map(async (version) => {
        const code = { authority: authority.id, code: version.service }
        const state = await serviceAgreementState(db, code, at)
        const own = named(serviceComponent(version.service), version.card.title)
        return { ...own, ...versions(version), agreementVersion: state.version?.ref ?? null }
      })
    ))
  ]
}

function versions({ service, version }: CardVersion) {
  return { service, cardVersion: `${service}@${String(version)}` }
}

function hostTitle(host: string): Bilingual {
  const { fa, en } = choiceMessages.entries.host
  return { fa: fa(host), en: en(host) }
}

/** The agreement under which a body's site stands as a whole. */
async function inForce({ db, clock }: Context, authority: string): Promise<string | null> {
  const state = await serviceAgreementState(db, { authority, code: '' }, clock.now())
  return state.version?.ref ?? null
}
