import { randomBytes } from 'node:crypto'

/**
 * Names for requests, by which a person can ask about an error: UUIDs (version 8, RFC 9562) of a mark of
 * this process and a count. Every request has one and hardly any is ever read, so none costs a
 * system call.
 */
export function traces(): () => string {
  const mark = randomBytes(10).toString('hex')
  const parts = [
    mark.slice(0, 8),
    mark.slice(8, 12),
    `8${mark.slice(12, 15)}`,
    `8${mark.slice(15, 18)}`
  ]
  const start = `${parts.join('-')}-`
  let count = 0
  return () => {
    count += 1
    return start + count.toString(16).padStart(12, '0')
  }
}
