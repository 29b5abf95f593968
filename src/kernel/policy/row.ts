/** Kinds of data that an installation keeps; a row of the reference table `data_types` for each. */
export const policyTypes = [
  'forms-documents',
  'letters',
  'case-records',
  'failure-reports',
  'account',
  'notices'
] as const
/** One of {@link policyTypes}. */
export type DataType = (typeof policyTypes)[number]

/**
 * What each attribute of a row of PI-5's table can say, the strictest first. The attributes stand in the
 * document's own order of columns.
 */
export const policyValues = {
  /** Who may give data of this kind. */
  'provided-by': ['authority', 'applicant', 'anybody'],
  /** Who reads it, besides the person whom it is about. */
  'received-by': ['applicant', 'authority', 'anybody'],
  /** Whether what came is kept whole: the same bytes. */
  storage: ['full'],
  /** Whether statistics, indexes and models may read content. */
  analysis: ['no', 'yes'],
  /** Whether it may be shown to anybody. */
  'public-display': ['no', 'yes'],
  /** How far it may be handed on. */
  publication: ['applicant', 'organisation', 'public']
} as const

/** Name of an attribute. */
export type PolicyAttribute = keyof typeof policyValues

/** A row of the table as the program obeys it. */
export type PolicyRow = {
  readonly [A in PolicyAttribute]: (typeof policyValues)[A][number]
}

/** Names of the attributes, in the order of the document's columns. */
export const policyAttributes = Object.keys(policyValues) as readonly PolicyAttribute[]

/**
 * Whether nothing that the first row permits is forbidden by the second. Who provides is no question of
 * more or less: there, only the same or `anybody` holds.
 */
export function isAsStrictAs(row: PolicyRow, than: PolicyRow): boolean {
  return policyAttributes.every((attribute) => {
    if (attribute === 'provided-by') {
      return than[attribute] === 'anybody' || row[attribute] === than[attribute]
    }
    return rank(row, attribute) <= rank(than, attribute)
  })
}

function rank(row: PolicyRow, attribute: PolicyAttribute): number {
  const values: readonly string[] = policyValues[attribute]
  return values.indexOf(row[attribute])
}
