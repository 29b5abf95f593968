import { readFileSync } from 'node:fs'

/**
 * Most memory that this program ever held, in bytes. What `getrusage` tells is never less than the process held
 * that this one was forked from.
 */
export function mostHeldBytes(): number {
  const [, kilobytes] =
    /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
