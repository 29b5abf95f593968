import { localPath } from '../platform/http/index.ts'

/** Where to go after signing in: a path of this site, but not the way in or out itself. */
export function nextPath(value: unknown): string {
  const path = localPath(value)
  return /^(\/en)?\/(sign-in|sign-out)(?=[/?]|$)/.test(path) ? '/' : path
}
