import { randomUUID } from 'node:crypto'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx,
  inTransaction
} from '../../platform/index.ts'
import { listAuthorities } from '../authority-store.ts'
import { findOrCreateWalkIn } from '../find-or-create-walk-in.ts'
import { grantsOf } from '../grant-store.ts'
import { giveGrant } from '../give-grant.ts'
import { roleNames } from '../messages.ts'
import type { Person } from '../person.ts'
import { personById } from '../person-store.ts'
import { type Role, roles } from '../role.ts'
import { issueEnrolment } from './issue-enrolment.ts'

/** Somebody who is to work for an authority, as the operator of the machine typed it. */
export interface StaffEnrolment {
  /** Id of the authority; `*` for a role of the shared platform. */
  readonly authority: string
  readonly role: string
  readonly name?: string | undefined
  readonly nationalId?: string | undefined
  /** Id of a person who is written down already. */
  readonly person?: string | undefined
}

/** The code for somebody's first passkey, and who they are. */
export interface EnrolledStaff {
  readonly person: Person
  readonly code: string
  readonly expiresAt: Temporal.Instant
}

/** Every authority: the shared platform itself. */
const platform = '*'
const codeHours = 72
const by = 'system:command'
const platformRoles: readonly Role[] = ['operator', 'auditor']
const notByCode: readonly Role[] = ['applicant', 'probe']

/**
 * Gives somebody a role and makes the code for their first passkey, by the word of whoever runs the machine:
 * so an installation gets its first administrator. The same again makes a new code and no second grant.
 * @throws {InvalidInputError} With every field that is not right.
 */
export async function enrolStaff(context: Context, input: StaffEnrolment): Promise<EnrolledStaff> {
  const role = await checkPlace(context, input)
  const at = context.clock.now()
  const expiresAt = at.add({ hours: codeHours })
  return inTransaction(context.db, async (tx) => {
    const person = await personOf(tx, input, at)
    const { authority } = input
    const known = await grantsOf(tx, person.id, at)
    if (known.every((grant) => grant.authority !== authority || grant.role !== role)) {
      const grant = { id: randomUUID(), person: person.id, authority, unit: null, role, post: null }
      await giveGrant(tx, { ...grant, from: at, givenBy: by })
    }
    const { code } = await issueEnrolment(
      tx,
      { person: person.id, by, expiresAt, authority, forStaff: true },
      at
    )
    return { person, code, expiresAt }
  })
}

async function checkPlace(context: Context, input: StaffEnrolment): Promise<Role> {
  const problems: FieldProblem[] = []
  const authorities = await listAuthorities(context.db)
  const role = roles.find((one) => one === input.role && !notByCode.includes(one))
  if (input.authority !== platform && authorities.every(({ id }) => id !== input.authority)) {
    const known = authorities.map(({ id }) => id).join(', ')
    const text = {
      fa: `چنین دستگاهی نیست؛ یکی از این‌ها: ${known}`,
      en: `No such authority; one of: ${known}`
    }
    problems.push({ pointer: '/authority', code: 'enrolment/authority', text })
  }
  if (role === undefined || (input.authority === platform && !platformRoles.includes(role))) {
    const all = input.authority === platform ? platformRoles : Object.keys(roleNames)
    const known = all.filter((one) => !notByCode.includes(one as Role)).join(', ')
    const text = {
      fa: `چنین نقشی نیست؛ یکی از این‌ها: ${known}`,
      en: `No such role; one of: ${known}`
    }
    problems.push({ pointer: '/role', code: 'enrolment/role', text })
  }
  if (problems.length > 0 || role === undefined) throw new InvalidInputError(problems)
  return role
}

async function personOf(tx: Tx, input: StaffEnrolment, at: Temporal.Instant): Promise<Person> {
  const { person: id, name = '', nationalId } = input
  if (id === undefined) return findOrCreateWalkIn(tx, { kind: 'person', name, nationalId }, at)
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const known = isId ? await personById(tx, id) : null
  if (known !== null && known.kind === 'person') return known
  const text = { fa: 'چنین شخصی نوشته نشده است.', en: 'No such person is written down.' }
  throw new InvalidInputError([{ pointer: '/person', code: 'enrolment/person', text }])
}
