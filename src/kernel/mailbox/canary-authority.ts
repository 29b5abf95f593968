/**
 * The authority of the synthetic mailboxes between which probes send their letters. It is no body and
 * stands in no list of them; nothing that is its counts in any figure, and its letters are kept for hours.
 */
export const canaryAuthority = 'canary'
