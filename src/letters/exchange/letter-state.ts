/** Where a letter can be, in the order of its life; the last five are ends. */
export const letterStates = [
  'accepted',
  'scheduled',
  'awaiting-recipient',
  'published',
  'fetched',
  'opened',
  'acknowledged',
  'replied',
  'refused',
  'failed',
  'expired',
  'withdrawn',
  'purged'
] as const
/** One of {@link letterStates}. */
export type LetterState = (typeof letterStates)[number]

/** States that nothing leads out of. */
export const endStates = ['refused', 'failed', 'expired', 'withdrawn', 'purged'] as const

/** States in which the letter lies in the recipient's mailbox and can be read. */
export const deliveredStates = [
  'published',
  'fetched',
  'opened',
  'acknowledged',
  'replied'
] as const satisfies readonly LetterState[]

/** States in which nobody has shown yet to have opened it: taking it back takes its bytes away. */
export const unopenedStates = [
  'accepted',
  'scheduled',
  'awaiting-recipient',
  'published',
  'fetched'
] as const satisfies readonly LetterState[]

const beforeDelivery = ['refused', 'failed', 'expired', 'withdrawn'] as const

/**
 * What may follow what. A letter that was opened cannot expire: it reached its reader. Whoever
 * answers has opened and acknowledged, so what comes later may be reached without what comes between.
 */
export const transitions: { readonly [S in LetterState]: readonly LetterState[] } = {
  accepted: ['scheduled', 'awaiting-recipient', 'published', ...beforeDelivery],
  scheduled: ['awaiting-recipient', 'published', ...beforeDelivery],
  'awaiting-recipient': ['accepted', 'scheduled', 'published', ...beforeDelivery],
  published: ['fetched', 'opened', 'acknowledged', 'replied', 'expired', 'withdrawn', 'purged'],
  fetched: ['opened', 'acknowledged', 'replied', 'expired', 'withdrawn', 'purged'],
  opened: ['acknowledged', 'replied', 'withdrawn', 'purged'],
  acknowledged: ['replied', 'withdrawn', 'purged'],
  replied: ['withdrawn', 'purged'],
  refused: [],
  failed: [],
  expired: [],
  withdrawn: [],
  purged: []
}

/** Whether one state may follow another. */
export function mayFollow(from: LetterState, to: LetterState): boolean {
  return transitions[from].includes(to)
}

/** The states from which one can be reached in one step. */
export function statesBefore(to: LetterState): LetterState[] {
  return letterStates.filter((from) => mayFollow(from, to))
}

/** Whether nothing leads out of a state. */
export function isEnd(state: LetterState): boolean {
  return transitions[state].length === 0
}

/**
 * What each state is called among the events of ETSI EN 319 522-1, clause 6. That standard knows no
 * taking back and no deletion after delivery: those two carry the event that they undo or end.
 */
export const erdsEvents: { readonly [S in LetterState]: string } = {
  accepted: 'A.1-SubmissionAcceptance',
  scheduled: 'A.1-SubmissionAcceptance',
  'awaiting-recipient': 'C.1-NotificationForAcceptance',
  published: 'D.1-ContentConsignment',
  fetched: 'E.1-ContentHandover',
  opened: 'ContentAccessTracking',
  acknowledged: 'C.3-ConsignmentAcceptance',
  replied: 'ContentAccessTracking',
  refused: 'A.2-SubmissionRejection',
  failed: 'D.2-ContentConsignmentFailure',
  expired: 'C.5-AcceptanceRejectionExpiry',
  withdrawn: 'D.2-ContentConsignmentFailure',
  purged: 'E.2-ContentHandoverFailure'
}
