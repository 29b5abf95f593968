// The door of letters: mailboxes, the directory of their keys, and what is sent from one to another.
// Nothing in here can read a letter: keys live in browsers, programs of bodies, and on paper.
export * as exchange from './exchange/index.ts'
/** Mailboxes: whose, which key, and the ways to open them. */
export * as mailboxes from './mailboxes/index.ts'
/** Synthetic mailboxes for the letters of probes. */
export * as canaries from './canary/index.ts'
/** Heirs, and pages by post. */
export * as claims from './claims/index.ts'
export * as directory from './directory/index.ts'
/** The scripts that open letters, by their digests in the public log. */
export { publishReaderCode } from './reader-code/index.ts'
/** Public alerts in a crisis. */
export * as broadcasts from './broadcasts/index.ts'
