import type { Actor } from '../people/index.ts'

/** Whose bucket an actor's drafts and uploads live in: the person, else the key of a system. */
export function senderOf(actor: Actor): string {
  return actor.person ?? actor.id
}
