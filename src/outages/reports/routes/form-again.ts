import type { Guard } from '../guard/guard.ts'

/** A form that comes again keeps its token, whose age counts; one that is refused gets a new one. */
export function tokenFor(
  guard: Guard,
  token: string | undefined,
  problems: readonly { readonly code: string }[]
): string {
  const isSpent = problems.some(({ code }) =>
    ['report/proof-refused', 'report/proof-used'].includes(code)
  )
  return token === undefined || isSpent ? guard.formToken() : token
}
