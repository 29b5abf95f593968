import { randomUUID } from 'node:crypto'
import { refuseHostileText } from '../kernel/persian/index.ts'
import { recordFact } from '../ledger/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction
} from '../platform/index.ts'
import { type ApiKey, keyPlaceOf, newKeyText } from './api-key.ts'
import { insertApiKey } from './api-key-store.ts'
import { listAuthorities } from './authority-store.ts'
import type { Authority } from './authority.ts'
import { roleNames } from './messages.ts'
import { type Role, roles } from './role.ts'

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
  const authorities = await listAuthorities(context.db)
  const problems = problemsOf(input, authorities)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const text = newKeyText(input.live)
  const role = input.role as Role
  const now = context.clock.now()
  const key: ApiKey = {
    id: randomUUID(),
    authority: input.authority,
    unit: input.unit ?? null,
    role,
    label: input.label?.trim() || labelOf(authorities, input.authority, role),
    live: input.live,
    createdAt: now
  }
  await inTransaction(context.db, async (tx) => {
    await insertApiKey(tx, key, keyPlaceOf(text) ?? '')
    await recordFact(tx, {
      owner: key.id,
      authority: key.authority,
      kind: 'grant.given',
      subject: key.id,
      at: key.createdAt,
      actor: 'system:key-create',
      body: { grant: key.id, role: key.role, unit: key.unit, post: null, live: key.live }
    })
  })
  return { key, text }
}

/** A probe may watch for every authority of the installation; nothing else is given so much. */
function isEverywhere({ authority, role, unit }: ApiKeyInput): boolean {
  return authority === '*' && role === 'probe' && (unit ?? null) === null
}

function problemsOf(input: ApiKeyInput, authorities: readonly Authority[]): FieldProblem[] {
  const authority = authorities.find((one) => one.id === input.authority)
  const units = authority?.units.map((unit) => unit.id) ?? []
  const names = authorities.map((one) => one.id)
  const problems: FieldProblem[] = []
  if (authority === undefined && !isEverywhere(input))
    problems.push(unknown('/authority', input.authority, names))
  else if (input.unit != null && !units.includes(input.unit))
    problems.push(unknown('/unit', input.unit, units))
  if (!roles.some((role) => role === input.role)) problems.push(unknown('/role', input.role, roles))
  if (!isLabel(input.label?.trim() ?? '')) problems.push(labelProblem)
  return problems
}

/** «استانداری خراسان جنوبی (کارشناس)»: whose program it is, where nobody said which. */
function labelOf(authorities: readonly Authority[], id: string, role: Role): string {
  const authority = authorities.find((one) => one.id === id)
  return `${authority?.shortTitle.fa ?? id} (${roleNames[role].fa})`
}

function isLabel(text: string): boolean {
  return text.length <= labelLengthMax && refuseHostileText(text) === null
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

const labelProblem: FieldProblem = {
  pointer: '/label',
  code: 'key/label',
  text: {
    fa: 'نام کلید حداکثر ۸۰ نویسه و بدون نویسه پنهان است.',
    en: 'The label is at most 80 characters, none of them hidden.'
  }
}
