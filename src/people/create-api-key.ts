import { randomUUID } from 'node:crypto'
import { recordFact } from '../ledger/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx,
  inTransaction
} from '../platform/index.ts'
import { type ApiKey, keyPlaceOf, newKeyText } from './api-key.ts'
import { refuseDisguisedName } from './keys/plain-name.ts'
import { sandboxAuthority } from './keys/sandbox-authority.ts'
import { type Scope, isScope, scopes } from './keys/scope.ts'
import { insertApiKey } from './api-key-store.ts'
import { everyAuthority } from './authority-store.ts'
import type { Authority } from './authority.ts'
import { roleNames } from './messages.ts'
import { type Role, roles, rolesOfUnits } from './role.ts'

/** What a key is for. */
export interface ApiKeyInput {
  readonly authority: string
  /** Unit of the authority; all of them where absent. */
  readonly unit?: string | null | undefined
  readonly role: string
  /**
   * What its owner calls the program, at most 80 characters: people read it where the program looked.
   * Named by its authority and role where absent.
   */
  readonly label?: string | undefined
  readonly live: boolean
  /** Operations that it opens; whatever its role may do where absent or empty. */
  readonly scopes?: readonly string[] | undefined
  /** From when on it opens nothing, in the future; never by itself where absent. */
  readonly expiresAt?: Temporal.Instant | null | undefined
  /** Actor who makes it; the command line where absent. */
  readonly by?: string | undefined
}

const labelLengthMax = 80

/**
 * Makes a key for another system.
 * @returns The key as text, for this once: only its hash is kept.
 * @throws {InvalidInputError} With every field that is not right, and what would be.
 */
export async function createApiKey(
  context: Context,
  input: ApiKeyInput
): Promise<{ key: ApiKey; text: string }> {
  const authorities = await everyAuthority(context.db)
  const now = context.clock.now()
  const problems = [...problemsOf(input, authorities), ...limitsOf(input, now)]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const role = input.role as Role
  return inTransaction(context.db, (tx) =>
    keepNewKey(tx, {
      authority: input.authority,
      unit: input.unit ?? null,
      role,
      label: input.label?.trim() || labelOf(authorities, input.authority, role),
      live: input.live,
      scopes: [...new Set(input.scopes ?? [])] as Scope[],
      createdAt: now,
      expiresAt: input.expiresAt ?? null,
      rotatedFrom: null,
      createdBy: input.by ?? 'system:key-create'
    })
  )
}

/** Writes a key that was checked, and says so in the facts. */
export async function keepNewKey(
  tx: Tx,
  input: Omit<ApiKey, 'id' | 'lastUsedOn'>
): Promise<{ key: ApiKey; text: string }> {
  const text = newKeyText(input.live)
  const key: ApiKey = { ...input, id: randomUUID(), lastUsedOn: null }
  await insertApiKey(tx, key, keyPlaceOf(text) ?? '')
  await recordFact(tx, {
    owner: key.id,
    authority: key.authority,
    kind: 'key.created',
    subject: key.id,
    at: key.createdAt,
    actor: key.createdBy,
    body: {
      key: key.id,
      role: key.role,
      unit: key.unit,
      live: key.live,
      scopes: [...key.scopes],
      expiresAt: key.expiresAt?.toString() ?? null,
      rotatedFrom: key.rotatedFrom
    }
  })
  return { key, text }
}

/** A probe may watch for every authority of the installation; nothing else is given so much. */
function isEverywhere({ authority, role, unit }: ApiKeyInput): boolean {
  return authority === '*' && role === 'probe' && (unit ?? null) === null
}

function problemsOf(input: ApiKeyInput, authorities: readonly Authority[]): FieldProblem[] {
  const authority = authorities.find((one) => one.id === input.authority)
  const names = authorities.map((one) => one.id)
  const problems: FieldProblem[] = []
  if (authority === undefined && !isEverywhere(input))
    problems.push(unknown('/authority', input.authority, names))
  else problems.push(...unitProblems(input, authority))
  if (!roles.some((role) => role === input.role)) problems.push(unknown('/role', input.role, roles))
  const fault = refuseDisguisedName(input.label?.trim() ?? '', labelLengthMax)
  if (fault !== null) problems.push({ pointer: '/label', code: 'key/label', text: fault.text })
  return problems
}

function unitProblems(
  { unit = null, role }: ApiKeyInput,
  authority: Authority | undefined
): FieldProblem[] {
  if (unit === null) return []
  const units = authority?.units.map(({ id }) => id) ?? []
  if (!units.includes(unit)) return [unknown('/unit', unit, units)]
  const isWhole = roles.some((one) => one === role) && rolesOfUnits.every((one) => one !== role)
  return isWhole ? [wholeProblem] : []
}

/** What narrows a key, and ends it. */
function limitsOf(input: ApiKeyInput, now: Temporal.Instant): FieldProblem[] {
  const wrong = (input.scopes ?? []).filter((scope) => !isScope(scope))
  const problems = wrong.map((scope) => unknown('/scopes', scope, scopes))
  if (input.authority === sandboxAuthority && input.live) problems.push(sandboxProblem)
  const { expiresAt } = input
  if (expiresAt != null && Temporal.Instant.compare(expiresAt, now) <= 0)
    problems.push(expiryProblem)
  return problems
}

/** «استانداری خراسان جنوبی (کارشناس)»: whose program it is, where nobody said which. */
function labelOf(authorities: readonly Authority[], id: string, role: Role): string {
  const authority = authorities.find((one) => one.id === id)
  return `${authority?.shortTitle.fa ?? id} (${roleNames[role].fa})`
}

function unknown(pointer: string, value: string, known: readonly string[]): FieldProblem {
  const list = known.join(', ')
  return {
    pointer,
    code: 'key/unknown-value',
    text: {
      fa: `«${value}» شناخته نیست؛ یکی از این‌ها درست است: ${list}`,
      en: `"${value}" is not known; one of these would be right: ${list}`
    }
  }
}

const wholeProblem: FieldProblem = {
  pointer: '/unit',
  code: 'key/whole-only',
  text: {
    fa: 'این نقش برای همه دستگاه است و برای یک واحد داده نمی‌شود.',
    en: 'This role is for the whole authority and is not given for one unit.'
  }
}

const sandboxProblem: FieldProblem = {
  pointer: '/live',
  code: 'key/sandbox-live',
  text: {
    fa: 'دستگاه آزمایشی (sandbox) تنها کلید آزمایشی دارد.',
    en: 'The sandbox authority has test keys only.'
  }
}

const expiryProblem: FieldProblem = {
  pointer: '/expiresAt',
  code: 'key/expiry',
  text: { fa: 'زمان پایان کلید باید در آینده باشد.', en: 'A key ends in the future.' }
}
