/** Something of the directory that is not what its entries, or its facts, say. */
export interface DirectoryDifference {
  readonly what:
    'directory-entry' | 'directory-chain' | 'directory-map' | 'directory-branch' | 'directory-head'
  /** Owner and number of an entry, path of bits, number of a head. */
  readonly at: string
  readonly kept: string
  readonly rebuilt: string
}

/** One difference. */
export function difference(
  what: DirectoryDifference['what'],
  at: string,
  of: { readonly kept: string; readonly rebuilt: string }
): DirectoryDifference {
  return { what, at, ...of }
}
