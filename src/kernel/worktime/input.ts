import type { z } from 'zod'
import { MalformedInputError } from './errors.ts'

type Issue = z.core.$ZodIssue

/**
 * Reads untrusted data by a schema.
 * @throws {MalformedInputError} One line for the first fault; `field` is its path, below `root`.
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, root = ''): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const { path, message } = fault(result.error.issues[0], value)
  throw new MalformedInputError(pathText([...(root === '' ? [] : [root]), ...path]), message)
}

function fault(issue: Issue | undefined, value: unknown): { path: PropertyKey[]; message: string } {
  if (issue === undefined) return { path: [], message: 'is not valid' }
  const path = [...issue.path]
  if (issue.code === 'invalid_union') return faultOfUnion(issue, value)
  if (issue.code === 'unrecognized_keys')
    return { path: [...path, issue.keys[0] ?? ''], message: 'is not a known key' }
  if (issue.code === 'invalid_type' && valueAt(value, path) === undefined)
    return { path, message: 'is missing' }
  return { path, message: oneLine(issue.message) }
}

/** Of the alternatives of a union, the one whose shape was meant: it was understood deepest. */
function faultOfUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown) {
  const inner = valueAt(value, issue.path)
  const faults = issue.errors.map((issues) => fault(issues[0], inner))
  const deepest = faults.toSorted((a, b) => b.path.length - a.path.length)[0]
  if (deepest === undefined || deepest.path.length === 0)
    return {
      path: [...issue.path],
      message: inner === undefined ? 'is missing' : 'has not a known shape'
    }
  return { path: [...issue.path, ...deepest.path], message: deepest.message }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) return undefined
    inner = Object.getOwnPropertyDescriptor(inner, key)?.value
  }
  return inner
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map(keyText).join('').replace(/^\./, '') || 'input'
}

function keyText(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`
  const text = oneLine(String(key)).slice(0, 60)
  return /^\w+$/.test(text) ? `.${text}` : `[${JSON.stringify(text)}]`
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{C}+|\p{Z}+/gu, ' ')
}
