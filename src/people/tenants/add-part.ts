import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  NotFoundError,
  inTransaction,
  withScope
} from '../../platform/index.ts'
import { authorityById } from '../authority-store.ts'
import type { Authority } from '../authority.ts'
import { refuseDisguisedName } from '../keys/plain-name.ts'
import { type Actor, demand } from '../role.ts'
import type { NewPart } from './new-part.ts'
import { insertPart } from './part-store.ts'
import { tenantTexts as texts } from './texts.ts'

const partForm = /^[a-z][a-z0-9-]{1,63}$/
const titleLengthMax = 120

/**
 * Gives an authority a unit or a post. Whoever holds the post is the authority's own to say.
 * @throws {NotAllowedError} Unless the actor is the operator of the platform.
 * @throws {NotFoundError} If there is no such authority.
 * @throws {InvalidInputError} With every field that is not right.
 */
export function addPart(context: Context, actor: Actor, part: NewPart): Promise<void> {
  // The operator sets up units and posts of a body that is not theirs.
  return withScope('system', () => addWithin(context, actor, part))
}

async function addWithin(context: Context, actor: Actor, part: NewPart): Promise<void> {
  demand(actor, { authority: '*', role: 'operator' })
  await inTransaction(context.db, async (tx) => {
    const authority = await authorityById(tx, part.authority)
    if (authority === null) throw new NotFoundError()
    const problems = problemsOf(part, authority)
    if (problems.length > 0) throw new InvalidInputError(problems)
    const have = part.kind === 'unit' ? authority.units : authority.posts
    if (!(await insertPart(tx, part, have.length))) throw new InvalidInputError([taken])
  })
}

function problemsOf(part: NewPart, authority: Authority): FieldProblem[] {
  const problems: FieldProblem[] = []
  const have = part.kind === 'unit' ? authority.units : authority.posts
  if (!partForm.test(part.id))
    problems.push({ pointer: '/id', code: 'authority/slug', text: texts.slug })
  else if (have.some(({ id }) => id === part.id)) problems.push(taken)
  for (const lang of ['fa', 'en'] as const) {
    const text = part.title[lang].trim()
    const pointer = `/title/${lang}`
    const fault = refuseDisguisedName(text, titleLengthMax)
    if (text === '') problems.push({ pointer, code: 'name/missing', text: texts.nameMissing })
    else if (fault !== null) problems.push({ pointer, code: fault.code, text: fault.text })
  }
  const isUnit = part.unit === null || authority.units.some(({ id }) => id === part.unit)
  if (!isUnit) problems.push({ pointer: '/unit', code: 'authority/unit', text: texts.unitUnknown })
  return problems
}

const taken: FieldProblem = { pointer: '/id', code: 'authority/known', text: texts.known }
