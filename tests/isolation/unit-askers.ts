import { randomUUID } from 'node:crypto'
import { type Actor, authorityById } from '../../src/people/index.ts'
import { unitsOfGrant } from '../../src/people/data-scope.ts'
import { type Grant, roles } from '../../src/people/role.ts'
import type { Db, Scope } from '../../src/platform/index.ts'

/** Somebody with these grants, and the scope of their requests. */
export function asker(grants: readonly Grant[]): { actor: Actor; scope: Scope } {
  const id = randomUUID()
  const actor = { kind: 'person', id, name: { fa: '', en: '' }, grants, person: id } as const
  const bodies = grants.filter(({ role }) => role !== 'operator')
  const authorities = bodies.map(({ authority }) => authority)
  return { actor, scope: { people: [id], authorities, units: bodies.flatMap(unitsOfGrant) } }
}

/** Every role in every unit, and every post. */
export async function everyGrant(db: Db): Promise<Grant[]> {
  const bodies = await Promise.all(['sko', 'ito'].map((id) => authorityById(db, id)))
  return bodies.flatMap((body) => {
    if (body === null) return []
    const units = [null, ...body.units.map(({ id }) => id)]
    const held = roles
      .filter((role) => role !== 'applicant' && role !== 'operator')
      .flatMap((role) => units.map((unit) => ({ authority: body.id, unit, role, post: null })))
    const posts = body.posts.map(({ id: post, unit }) => ({
      ...{ authority: body.id, unit, role: 'arbiter' as const, post }
    }))
    return [...held, ...posts]
  })
}
