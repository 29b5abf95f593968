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
  readonly headers: Readonly<Record<string, string>>
}

const unit = 'citizen-services'

/** Whoever may ask: nobody, people of every role at `sko`, and keys. */
export async function makeActors(server: TestServer): Promise<Asker[]> {
  const csrf = await csrfOf(server)
  const signIn = async (name: string, role: Role | null, delegate = false): Promise<Asker> => {
    const person = await newPerson(server, name, role)
    if (delegate) await delegationTo(server, person)
    const token = await startSession(server.context, {
      ...{ person, begunBy: 'demonstration' as const, device: 'test', before: undefined },
      hat: role === 'operator' ? 'operator' : 'staff'
    })
    const cookie = `${csrf.cookie}; session=${token}`
    return { name, role, headers: { cookie, 'x-csrf-token': csrf.token } }
  }
  const askers: Asker[] = [
    { name: 'anonymous', role: null, headers: { cookie: csrf.cookie, 'x-csrf-token': csrf.token } },
    await signIn('applicant', null),
    await signIn('delegate', null, true)
  ]
  for (const role of roles) {
    if (role === 'applicant' || role === 'probe') continue
    askers.push(await signIn(role, role))
  }
  for (const role of ['probe', 'clerk', 'officer', 'auditor', 'it-manager'] as const) {
    const { text } = await createApiKey(server.context, {
      ...{ authority: 'sko', unit: role === 'officer' ? unit : null, role, label: role, live: true }
    })
    askers.push({ name: `key: ${role}`, role, headers: { authorization: `Bearer ${text}` } })
  }
  return askers
}

async function csrfOf({ app }: TestServer): Promise<{ cookie: string; token: string }> {
  const page = await app.inject({ url: '/sign-in', headers: { accept: 'text/html' } })
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { cookie, token: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '' }
}

async function newPerson({ context }: TestServer, name: string, role: Role | null) {
  const from = context.clock.now().subtract({ hours: 24 })
  return inTransaction(context.db, async (tx) => {
    const { id } = await findOrCreateWalkIn(tx, { kind: 'person', name: `آزمون ${name}` }, from)
    // The unit, but for those who have none anywhere.
    const of = role === 'clerk' || role === 'officer' || role === 'approver' ? unit : null
    if (role !== null) {
      const authority = role === 'operator' ? '*' : 'sko'
      const grant = { authority, unit: of, role, post: null, givenBy: 'system:test' }
      await giveGrant(tx, { ...grant, id: newId(), person: id, from })
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
