import type { FastifyRequest as Request } from '../../platform/http/index.ts'
import { type Db, Refusal } from '../../platform/index.ts'
import { actorOfPerson } from '../actor.ts'
import type { ApiKey } from '../api-key.ts'
import type { Actor } from '../role.ts'
import { sandboxAuthority } from './sandbox-authority.ts'
import { sandboxPeople } from './sandbox-people.ts'

/** Somebody of the sandbox was named who is not there, or by a key that is not of the sandbox. */
class SandboxPersonError extends Refusal {
  readonly code = 'sandbox/person'
  override readonly status = 403
  constructor() {
    const names = sandboxPeople.map(({ key }) => key).join(', ')
    super({
      fa: `سرآیند Sandbox-Person تنها با کلید آزمایشی دستگاه آزمایشی (sandbox) و با یکی از این نام‌ها می‌آید: ${names}`,
      en: `The header Sandbox-Person goes with a test key of the sandbox authority only, and names one of: ${names}`
    })
  }
}

/**
 * As whom a key of the sandbox acts: the invented person of the header `Sandbox-Person`.
 * @returns `null` without the header: then the key acts by itself.
 * @throws {SandboxPersonError}
 */
export async function readSandboxPerson(
  db: Db,
  request: Request,
  { key, now }: { readonly key: ApiKey; readonly now: Temporal.Instant }
): Promise<Actor | null> {
  const named = request.headers['sandbox-person']
  if (named === undefined) return null
  const found = sandboxPeople.find((one) => one.key === named)
  const isOfSandbox = key.authority === sandboxAuthority && !key.live
  if (!isOfSandbox || found === undefined) throw new SandboxPersonError()
  return actorOfPerson(db, found.id, now)
}
