/** What an operator can do about what the machine refused, by the system's own word for it. */
const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is Peyman running already? Else choose another port, such as PORT=3001 npm start',
  EACCES: 'this account may not write or listen there; choose another PEYMAN_DATA or PORT',
  EROFS: 'the file system takes no writing; choose another PEYMAN_DATA',
  EEXIST: 'PEYMAN_DATA has to name a folder, not a file',
  ENOTDIR: 'PEYMAN_DATA has to name a folder, not a file',
  ENOSPC: 'the disk is full; make room and start again: nothing is lost'
}

/**
 * The sentence for an error that an operator can mend: the system's own, and what to do about it where
 * that is known.
 */
export function plainError(error: Error & { readonly code?: unknown }): string {
  const isFull = error.message.includes('No space left on device')
  const remedy = remedies[isFull ? 'ENOSPC' : String(error.code)]
  return remedy === undefined ? error.message : `${error.message}\n  ${remedy}`
}
