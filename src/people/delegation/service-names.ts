import type { Server } from '../../platform/http/index.ts'
import type { Bilingual } from '../../platform/index.ts'

/** A service as a delegation can name it. */
export interface NamedService {
  readonly code: string
  readonly authority: string
  readonly title: Bilingual
}

const sources = new WeakMap<Server, () => Promise<readonly NamedService[]>>()

/** Tells the pages of delegations which services there are: their cards belong to a slice above. */
export function nameServices(app: Server, source: () => Promise<readonly NamedService[]>): void {
  sources.set(app, source)
}

/** The services that pages name; none where nobody said which there are. */
export async function namedServices(app: Server): Promise<readonly NamedService[]> {
  return (await sources.get(app)?.()) ?? []
}
