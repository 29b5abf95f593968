import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type ControlState, found } from './control.ts'

// Written by `bin/audit.ts`, which the test run calls.
const auditFile = resolve(import.meta.dirname, '../../../.cache/dependency-audit.json')
const auditDaysMax = 35

const auditSchema = z.object({
  askedAt: z.string(),
  answered: z.boolean(),
  /** Known vulnerabilities of high or critical severity that are on no list of exceptions. */
  serious: z.array(z.string())
})

/** What the last audit of the libraries found, and how long ago. */
export async function dependencyAudit({ clock }: Context, file = auditFile): Promise<ControlState> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const read = text === null ? null : auditSchema.safeParse(parsed(text))
  if (read === null || !read.success) return found(null, 'no-audit')
  const { askedAt, answered, serious } = read.data
  const figure = askedAt.slice(0, 10)
  if (!answered) return { passed: null, reason: 'audit-not-answered', figure }
  if (serious.length > 0)
    return { passed: false, reason: 'audit-found', figure: String(serious.length) }
  const days = clock.now().since(Temporal.Instant.from(askedAt)).total('hours') / 24
  return days > auditDaysMax
    ? { passed: false, reason: 'audit-old', figure }
    : { passed: true, reason: 'audit-clean', figure }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
