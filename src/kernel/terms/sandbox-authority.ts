/** The authority of every installation that is for trying: only test keys, and only invented people. */
export const sandboxAuthority = 'sandbox'
