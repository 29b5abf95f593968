/** Something of the directory that is not what its entries, or its facts, say. */
export interface DirectoryDifference {
  readonly what: 'entry' | 'chain' | 'map' | 'branch' | 'head'
  /** Owner and number of an entry, path of bits, number of a head. */
  readonly directory: string
  readonly cached: string
  readonly computed: string
}

/** One difference. */
export function difference(
  what: DirectoryDifference['what'],
  directory: string,
  of: { readonly kept: string; readonly rebuilt: string }
): DirectoryDifference {
  return { what, directory, cached: of.kept, computed: of.rebuilt }
}
