import { isAlias, isCollection, parseDocument } from 'yaml'
import { z } from 'zod'
import { type ProbeTarget, checkSchema, targetSchema } from './wire.ts'

/** Targets of a file, to be tried. */
export interface TargetFile {
  readonly targets: readonly ProbeTarget[]
  readonly hosts: readonly string[]
}

/** A file of targets that cannot be read; the message says where and why. */
export class TargetFileError extends Error {
  readonly code = 'probe/target-file'
}

const defaults = { everySeconds: 60, timeoutMs: 10_000 }

/** A target with its defaults, or only what it looks at. */
const oneSchema = z.union([
  targetSchema.partial({ id: true, everySeconds: true, timeoutMs: true }),
  checkSchema.transform((check) => ({
    check,
    id: undefined,
    everySeconds: undefined,
    timeoutMs: undefined
  }))
])

const fileSchema = z.object({
  targets: z.array(z.unknown()),
  hosts: z.array(z.string()).default([])
})

/**
 * Reads targets, JSON or YAML: a list of targets or checks, or `targets` with `hosts` as in a plan. What a
 * target leaves out is taken from the defaults of the desk.
 * @throws {TargetFileError} If something in it is not understood.
 */
export function readTargets(text: string): TargetFile {
  const value = parsed(text)
  const whole = fileSchema.safeParse(Array.isArray(value) ? { targets: value } : value)
  if (!whole.success) {
    throw new TargetFileError('it has to be a list of targets, or "targets" with "hosts"')
  }
  const targets = whole.data.targets.map((each, i): ProbeTarget => {
    const read = oneSchema.safeParse(each)
    if (!read.success) throw new TargetFileError(`target ${String(i + 1)}: ${faultOf(each)}`)
    const { id = String(i + 1), check } = read.data
    const { everySeconds = defaults.everySeconds, timeoutMs = defaults.timeoutMs } = read.data
    return { id, everySeconds, timeoutMs, check }
  })
  return { targets, hosts: whole.data.hosts }
}

/** What is wrong with a target, by the form that it seems to have. */
function faultOf(value: unknown): string {
  const isTarget = typeof value === 'object' && value !== null && 'check' in value
  const schema = isTarget ? targetSchema.partial() : checkSchema
  const read = schema.safeParse(value)
  return read.success ? 'it is no target' : z.prettifyError(read.error).replaceAll(/\s+/g, ' ')
}

function parsed(text: string): unknown {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined)
    throw new TargetFileError(error.message.split('\n')[0] ?? 'it is no YAML')
  if (isAlias(document.contents) || !isCollection(document.contents)) return null
  return document.toJS({ maxAliasCount: 100 }) as unknown
}
