import { agreementVersions, listAgreements } from '../../agreements/index.ts'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { measureParametersOf } from '../../kernel/terms/index.ts'
import { listApiKeys } from '../../people/index.ts'
import type { Context, Db } from '../../platform/index.ts'

/** Promises of agreements by their texts: they change when another version comes. */
const known = new WeakMap<Db, Map<string, boolean>>()

/**
 * Whether test letters are sent for an authority: its agreement promises the availability of the system of
 * the service (PI-4.1.4b), and some vantage point was given a canary that still works.
 */
export async function looksAtLetters({ db, clock }: Context, authority: string): Promise<boolean> {
  const now = clock.now()
  const keys = await listApiKeys(db, canaryAuthority)
  const works = keys.some(
    ({ revokedAt, expiresAt }) =>
      revokedAt === null && (expiresAt === null || Temporal.Instant.compare(now, expiresAt) < 0)
  )
  return works && promisesExchange(db, authority)
}

async function promisesExchange(db: Db, authority: string): Promise<boolean> {
  const own = (await listAgreements(db)).filter((each) => each.authority === authority)
  const promised = await Promise.all(
    own.map(async ({ agreement, versions }) => {
      const text = versions.map(({ ref }) => ref).join(' ')
      const cache = known.get(db) ?? new Map<string, boolean>()
      known.set(db, cache)
      const before = cache.get(text)
      if (before !== undefined) return before
      const isPromised = (await agreementVersions(db, agreement)).some(({ document }) =>
        document.articles
          .flatMap(({ statements }) => statements.flatMap(({ clauses }) => clauses))
          .some(({ measure }) => measureParametersOf(measure).of === 'service-system')
      )
      cache.set(text, isPromised)
      return isPromised
    })
  )
  return promised.includes(true)
}
