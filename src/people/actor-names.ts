import { type Bilingual, type Db, isId, withScope } from '../platform/index.ts'
import { programName } from './api-key.ts'
import { labelsOfKeys } from './api-key-store.ts'
import { personsByIds } from './person-store.ts'

/** Who stands in facts as their actor, for people to read. */
export interface ActorName {
  readonly id: string
  readonly name: Bilingual
}

/** The names of persons and programs by the ids that facts hold; what is neither's is left out. */
export function actorNames(db: Db, ids: readonly string[]): Promise<Map<string, ActorName>> {
  // Whoever may read a record reads who acted in it: a name, and nothing else of them.
  return withScope('system', () => namesOf(db, ids))
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, ActorName>> {
  const wanted = [...new Set(ids)]
  const persons = await personsByIds(db, wanted.filter(isId))
  const names = new Map<string, ActorName>([...persons].map(([id, { name }]) => [id, { id, name }]))
  const others = wanted.filter((id) => !names.has(id) && !id.startsWith('system:'))
  for (const [asked, { id, label }] of await labelsOfKeys(db, others)) {
    names.set(asked, { id, name: programName(label) })
  }
  return names
}
