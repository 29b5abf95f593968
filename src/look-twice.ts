/**
 * What a check finds at two looks, one after the other: between its reading of facts and of rows a running
 * server writes, each time both at once, and what came between is no difference.
 */
export async function lookTwice<D extends object, C extends { readonly differences: readonly D[] }>(
  check: () => Promise<C & { readonly differences: readonly D[] }>
): Promise<C> {
  const first = await check()
  if (first.differences.length === 0) return first
  const found = new Set(first.differences.map((each) => JSON.stringify(each)))
  const second = await check()
  const differences = second.differences.filter((each) => found.has(JSON.stringify(each)))
  return { ...second, differences }
}
