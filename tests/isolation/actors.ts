import { createApiKey } from '../../src/people/index.ts'
import { recordDelegation } from '../../src/people/delegation/index.ts'
import { findOrCreateWalkIn } from '../../src/people/find-or-create-walk-in.ts'
import { giveGrant } from '../../src/people/give-grant.ts'
import { type Role, roles } from '../../src/people/role.ts'
import { startSession } from '../../src/people/start-session.ts'
import { inTransaction, newId } from '../../src/platform/index.ts'
import type { TestServer } from '../support/server.ts'

/** Somebody who asks: what their requests carry. */
export interface Asker {
  readonly name: string
  readonly role: Role | null
  /** The unit in which they hold it; `null` for all of the body. */
  readonly unit: string | null
  readonly headers: Readonly<Record<string, string>>
}

const unit = 'citizen-services'
const rolesHere: readonly Role[] = ['clerk', 'officer', 'approver']
// Roles of the whole body that somebody was given for one unit all the same.
const ofOneUnit: readonly Role[] = ['it-manager', 'inspector', 'auditor']

/** Whoever may ask: nobody, people of every role at `sko`, and keys. */
export async function makeActors(server: TestServer): Promise<Asker[]> {
  // What can fail is known once the worker has looked, and cannot have failed before.
  await server.work()
  server.clock.advance('PT2H')
  const csrf = await csrfOf(server)
  const enter = async (name: string, role: Role | null, of: string | null): Promise<Asker> => {
    const authority = role === 'operator' ? '*' : 'sko'
    const grants = role === null ? [] : [{ authority, role, unit: of }]
    const person = await newPerson(server, name, grants)
    if (name === 'delegate') await delegationTo(server, person)
    return { name, role, unit: of, headers: await headersOf(server, person, { csrf, role }) }
  }
  const nobody = { cookie: csrf.cookie, 'x-csrf-token': csrf.token }
  const askers: Asker[] = [
    { name: 'anonymous', role: null, unit: null, headers: nobody },
    await enter('applicant', null, null),
    await enter('delegate', null, null)
  ]
  for (const role of roles) {
    if (role === 'applicant' || role === 'probe') continue
    askers.push(await enter(role, role, rolesHere.includes(role) ? unit : null))
  }
  for (const role of ofOneUnit) askers.push(await enter(`${role} of a unit`, role, unit))
  for (const role of ['probe', 'clerk', 'officer', 'auditor', 'it-manager'] as const) {
    const of = role === 'officer' ? unit : null
    const { text } = await createApiKey(server.context, {
      ...{ authority: 'sko', unit: of, role, label: role, live: true }
    })
    const headers = { authorization: `Bearer ${text}` }
    askers.push({ name: `key: ${role}`, role, unit: of, headers })
  }
  return askers
}

async function csrfOf({ app }: TestServer): Promise<{ cookie: string; token: string }> {
  const page = await app.inject({ url: '/sign-in', headers: { accept: 'text/html' } })
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { cookie, token: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '' }
}

/** Somebody to whom things are open: all roles of a body, or nobody's but their own. */
export async function makeRightful(
  server: TestServer,
  person: { readonly name: string; readonly authority: string | null; readonly id?: string }
): Promise<Asker & { readonly person: string }> {
  const csrf = await csrfOf(server)
  const { name, authority } = person
  const held = [
    'clerk',
    'officer',
    'approver',
    'it-manager',
    'inspector',
    'authority-admin'
  ] as const
  const here = authority === '*' ? (['operator'] as const) : held
  const grants = authority === null ? [] : here.map((role) => ({ authority, role, unit: null }))
  const id = person.id ?? (await newPerson(server, name, grants))
  const role = authority === '*' ? 'operator' : null
  const headers = await headersOf(server, id, { csrf, role })
  return { name, role, unit: null, headers, person: id }
}

async function headersOf(
  { context }: TestServer,
  person: string,
  { csrf, role }: { csrf: { cookie: string; token: string }; role: Role | null }
): Promise<Record<string, string>> {
  const token = await startSession(context, {
    ...{ person, begunBy: 'demonstration' as const, device: 'test', before: undefined },
    hat: role === 'operator' ? 'operator' : 'staff'
  })
  return { cookie: `${csrf.cookie}; session=${token}`, 'x-csrf-token': csrf.token }
}

interface Given {
  readonly authority: string
  readonly role: Role
  readonly unit: string | null
}

async function newPerson({ context }: TestServer, name: string, grants: readonly Given[]) {
  const from = context.clock.now().subtract({ hours: 24 })
  return inTransaction(context.db, async (tx) => {
    const { id } = await findOrCreateWalkIn(tx, { kind: 'person', name: `آزمون ${name}` }, from)
    for (const grant of grants) {
      const given = { ...grant, post: null, givenBy: 'system:test' }
      await giveGrant(tx, { ...given, id: newId(), person: id, from })
    }
    return id
  })
}

async function delegationTo({ context }: TestServer, delegate: string): Promise<void> {
  const from = context.clock.now().subtract({ hours: 1 })
  await inTransaction(context.db, async (tx) => {
    const { id: grantor } = await findOrCreateWalkIn(tx, { kind: 'person', name: 'موکل' }, from)
    await recordDelegation(tx, {
      ...{ id: newId(), grantor, delegate, kind: 'lawyer', scope: { all: true }, from },
      ...{ acts: ['view', 'answer'], until: null, grantedBy: grantor, via: null }
    })
  })
}
