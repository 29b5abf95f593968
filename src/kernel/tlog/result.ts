/** What was read, or the one reason why it was refused. Nothing in this kernel throws on bad input. */
export type Result<T, R extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: R }

/** A result that holds. */
export function value<T>(of: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value: of }
}

/** A result that was refused. */
export function failed<const R extends string>(
  reason: R
): { readonly ok: false; readonly reason: R } {
  return { ok: false, reason }
}
