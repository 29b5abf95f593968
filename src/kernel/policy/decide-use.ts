import type { PolicyRow } from './row.ts'

/** What can be done with an object. */
export const policyActions = [
  /** Open it for one reader. */
  'read',
  /** Take a copy out: the person's own archive, a table, a feed of a system. */
  'export',
  /** Hand it to another reader. */
  'share',
  /** Show it where anybody can see it. */
  'display',
  /** Count, index, mine, or train by what it says. */
  'analyse',
  /** Hand it out to everybody. */
  'publish',
  /** Store, move, compare and erase its bytes, without anybody reading them. */
  'keep'
] as const
/** One of {@link policyActions}. */
export type PolicyAction = (typeof policyActions)[number]

/** What a reader is to an object. */
export const relations = [
  /** The person whom it concerns. */
  'owner',
  /** Acts for that person, by that person's own grant. */
  'delegate',
  /** Sent it, and nobody has received it yet: a draft, a file on its way. */
  'provider',
  /** Staff of the receiving body who have the matter in their hands. */
  'assigned',
  /** Staff of that body to whom somebody handed it on, with a reason. */
  'shared',
  /** Inspector or auditor of that body. */
  'oversight',
  /** The program at the body's work: a projection, a timer, a check of bytes. */
  'operation',
  /** Staff of the same body who have nothing to do with the matter. */
  'colleague',
  /** Anybody else who is known: another person, another body, its program. */
  'outside',
  /** Nobody who is known. */
  'public'
] as const
/** One of {@link relations}. */
export type Relation = (typeof relations)[number]

/** Codes of the reasons, in the words of `reasonTexts`. */
export type UseReason =
  | 'own-data'
  | 'own-grant'
  | 'has-the-matter'
  | 'handed-on'
  | 'oversees'
  | 'works-for-the-body'
  | 'keeps-it-whole'
  | 'public-data'
  | 'within-the-body'
  | 'analysis-allowed'
  | 'not-for-the-public'
  | 'not-a-receiver'
  | 'not-assigned'
  | 'outside-the-body'
  | 'link-of-another'
  | 'no-analysis'
  | 'no-bulk-export'
  | 'beyond-the-body'
  | 'only-to-the-applicant'

/** The answer: whether, and by which rule. */
export interface UseDecision {
  readonly allowed: boolean
  readonly because: UseReason
}

/** A use that somebody wants to make of an object. */
export interface Use {
  readonly row: PolicyRow
  readonly action: PolicyAction
  readonly reader: { readonly relation: Relation }
  readonly object: {
    /** The body that received it, or sent it. */
    readonly authority: string
    /** With `share`: the body that it is to be handed to, or `applicant`. */
    readonly to?: string | undefined
    /** With `export`: more than one object at once. */
    readonly many?: boolean | undefined
  }
}

/**
 * Decides a use by the row of its kind of data (PI-5). What the row does not permit is refused.
 * @returns The decision with the rule that made it; never throws.
 */
export function decideUse(use: Use): UseDecision {
  return deciders[use.action](use)
}

const yes = (because: UseReason): UseDecision => ({ allowed: true, because })
const no = (because: UseReason): UseDecision => ({ allowed: false, because })

function isPublic(row: PolicyRow): boolean {
  return row['public-display'] === 'yes' && row.publication === 'public'
}

/** Reasons by which staff of the receiving body, and its program, read. */
const receivers: Readonly<Partial<Record<Relation, UseReason>>> = {
  assigned: 'has-the-matter',
  shared: 'handed-on',
  oversight: 'oversees',
  operation: 'works-for-the-body'
}

function decideReading(row: PolicyRow, relation: Relation): UseDecision {
  if (relation === 'owner' || relation === 'provider') return yes('own-data')
  if (relation === 'delegate') return yes('own-grant')
  if (row['public-display'] === 'yes') return yes('public-data')
  const because = receivers[relation]
  if (because !== undefined) {
    if (row['received-by'] === 'applicant') return no('not-a-receiver')
    // To hand on is a use of its own; where it is not permitted, nobody reads by it.
    const isHandedOn = relation === 'shared' && row.publication === 'applicant'
    return isHandedOn ? no('only-to-the-applicant') : yes(because)
  }
  if (relation === 'colleague') return no('not-assigned')
  return no(relation === 'public' ? 'not-for-the-public' : 'outside-the-body')
}

/** Whoever may read one may take that one; many at once is how data are mined. */
function decideExport({ row, reader, object }: Use): UseDecision {
  const reading = decideReading(row, reader.relation)
  if (!reading.allowed || isOwn(reader.relation)) return reading
  return object.many === true && row.analysis === 'no' ? no('no-bulk-export') : reading
}

function isOwn(relation: Relation): boolean {
  return relation === 'owner' || relation === 'delegate' || relation === 'provider'
}

function decideSharing({ row, reader, object }: Use): UseDecision {
  if (isPublic(row)) return yes('public-data')
  const reading = decideReading(row, reader.relation)
  if (!reading.allowed || isOwn(reader.relation)) return reading
  if (object.to === 'applicant') return reading
  if (row.publication === 'applicant') return no('only-to-the-applicant')
  return object.to === object.authority ? yes('within-the-body') : no('beyond-the-body')
}

const deciders: { readonly [A in PolicyAction]: (use: Use) => UseDecision } = {
  read: ({ row, reader }) => decideReading(row, reader.relation),
  export: decideExport,
  share: decideSharing,
  display: ({ row }) =>
    row['public-display'] === 'yes' ? yes('public-data') : no('not-for-the-public'),
  analyse: ({ row }) => (row.analysis === 'yes' ? yes('analysis-allowed') : no('no-analysis')),
  publish: ({ row }) => (isPublic(row) ? yes('public-data') : no('not-for-the-public')),
  keep: ({ reader }) =>
    reader.relation === 'operation' ? yes('keeps-it-whole') : no('not-a-receiver')
}
