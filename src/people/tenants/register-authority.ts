import { recordFact } from '../../ledger/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction,
  withScope
} from '../../platform/index.ts'
import { everyAuthority, saveAuthority } from '../authority-store.ts'
import type { Authority } from '../authority.ts'
import { refuseDisguisedName } from '../keys/plain-name.ts'
import { type Actor, demand } from '../role.ts'
import { tenantTexts as texts } from './texts.ts'

/** A public body that joins the installation. */
export interface NewAuthority {
  readonly id: string
  readonly title: { readonly fa: string; readonly en: string }
  readonly shortTitle: { readonly fa: string; readonly en: string }
  readonly portal: string
  /** Slug of its province; nothing for a national body. */
  readonly province: string | null
  readonly timeZone: string
}

const titleLengthMax = 120
const slugForm = /^[a-z][a-z0-9-]{1,31}$/

/** Names that mean something else: in addresses, in grants, and as the authority of facts of people. */
const reserved = [
  ...['sandbox', 'canary', 'platform', 'all', 'any', 'none', 'system', 'public', 'everyone'],
  ...['api', 'account', 'assets', 'desk', 'log', 'operator', 'peyman', 'sign-in', 'www']
]

/**
 * Takes a new authority in, without a file: from now on it can have staff, keys, services and hosts. Files
 * of later starts leave it as it is unless they name it.
 * @throws {NotAllowedError} Unless the actor is the operator of the platform.
 * @throws {InvalidInputError} With every field that is not right.
 */
export function registerAuthority(
  context: Context,
  actor: Actor,
  input: NewAuthority
): Promise<Authority> {
  // The operator sets up a body, which is nobody’s before.
  return withScope('system', () => registerWithin(context, actor, input))
}

async function registerWithin(
  context: Context,
  actor: Actor,
  input: NewAuthority
): Promise<Authority> {
  demand(actor, { authority: '*', role: 'operator' })
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const known = await everyAuthority(tx)
    const problems = problemsOf(input, known)
    if (problems.length > 0) throw new InvalidInputError(problems)
    const { id, title, shortTitle, province, timeZone } = input
    const portal = new URL(input.portal.trim()).origin
    const authority = { id, title, shortTitle, portal, province, timeZone, units: [], posts: [] }
    // Behind those of files, and before the one for trying.
    await saveAuthority(tx, { ...authority, position: Math.min(9998, 1000 + known.length) })
    await recordFact(tx, {
      owner: id,
      authority: id,
      kind: 'authority.registered',
      subject: id,
      at,
      actor: actor.id,
      body: { authority: id, portal, province, timeZone }
    })
    return authority
  })
}

function problemsOf(input: NewAuthority, known: readonly Authority[]): FieldProblem[] {
  const isProvince = input.province === null || slugForm.test(input.province)
  return [
    ...idProblems(input.id, known),
    ...(['title', 'shortTitle'] as const).flatMap((name) => nameProblems(input, name, known)),
    ...(isPortal(input.portal) ? [] : [portalWrong]),
    ...(isProvince ? [] : [provinceWrong]),
    ...(isTimeZone(input.timeZone) ? [] : [zoneWrong])
  ]
}

function idProblems(id: string, known: readonly Authority[]): FieldProblem[] {
  if (reserved.includes(id)) {
    return [{ pointer: '/id', code: 'authority/reserved', text: texts.reserved }]
  }
  if (!slugForm.test(id)) return [{ pointer: '/id', code: 'authority/slug', text: texts.slug }]
  const isKnown = known.some((one) => one.id === id)
  return isKnown ? [{ pointer: '/id', code: 'authority/known', text: texts.known }] : []
}

/** A name that another authority has, or that looks like one, would be taken for it. */
function nameProblems(
  input: NewAuthority,
  name: 'title' | 'shortTitle',
  known: readonly Authority[]
): FieldProblem[] {
  return (['fa', 'en'] as const).flatMap((lang): FieldProblem[] => {
    const text = input[name][lang].trim()
    const pointer = `/${name}/${lang}`
    if (text === '') return [{ pointer, code: 'name/missing', text: texts.nameMissing }]
    const fault = refuseDisguisedName(text, titleLengthMax)
    if (fault !== null) return [{ pointer, code: fault.code, text: fault.text }]
    const isKnown = known.some((one) => one[name][lang] === text)
    return isKnown ? [{ pointer, code: 'authority/known', text: texts.known }] : []
  })
}

const portalWrong = { pointer: '/portal', code: 'authority/portal', text: texts.portal }
const provinceWrong = { pointer: '/province', code: 'authority/slug', text: texts.slug }
const zoneWrong = { pointer: '/timeZone', code: 'authority/time-zone', text: texts.timeZone }

/** A web address of a host, without a user, a query or anything else that could be meant otherwise. */
function isPortal(text: string): boolean {
  const url = URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol) || text.length > 200) return false
  return url.username === '' && url.search === '' && url.hash === '' && url.hostname.includes('.')
}

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name)
}
