import { withScope } from '../db/index.ts'
import type { Server } from './request.ts'

/**
 * Begins to listen. What is done for a request runs in its own scope (`request-scope.ts`); what lost it on
 * the way, in an event of the socket, is nobody's then, and sees no more than the public does.
 * @returns Where it listens.
 */
export function openDoor(
  app: Server,
  where: { readonly port: number; readonly host: string }
): Promise<string> {
  return withScope('public', () => app.listen({ ...where }))
}
