import type { Db } from '../platform/index.ts'
import { grantsOf } from './grant-store.ts'
import { personById } from './person-store.ts'
import type { Actor, Grant } from './role.ts'
import type { Person } from './person.ts'

/** A person as an actor with these grants. */
export function personActor(person: Pick<Person, 'id' | 'name'>, grants: readonly Grant[]): Actor {
  return { kind: 'person', id: person.id, name: person.name, grants, person: person.id }
}

/**
 * A person as the actor that they are at an instant, for replays and the command line; requests have
 * theirs from their session. A business or body is none: it acts through the people it names.
 */
export async function actorOfPerson(
  db: Db,
  person: string,
  at: Temporal.Instant
): Promise<Actor | null> {
  const found = await personById(db, person)
  if (found === null || found.kind !== 'person') return null
  return personActor(found, await grantsOf(db, person, at))
}

/** The program itself, where nobody else acts: `systemActor('cases.due')`. */
export function systemActor(name: string): Actor {
  return {
    kind: 'system',
    id: `system:${name}`,
    name: { fa: 'سامانه', en: 'The system' },
    grants: [],
    person: null
  }
}
