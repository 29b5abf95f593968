import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseFile } from '../../kernel/terms/parse-file.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { InstallationFileError } from '../import-authorities.ts'
import { type RetentionRule, keepDaysBounds, retainedTypes } from './retention.ts'
import { addRule, dropFileRules } from './retention-store.ts'

const usual = resolve(import.meta.dirname, '../../../agreements/retention/rules.yaml')

/** Who set a rule that a file set. */
export const byFile = 'system:file'

const retentionFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      authority: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
      dataType: z.enum(retainedTypes),
      service: z
        .string()
        .regex(/^[0-9A-Za-z-]{1,40}$/)
        .default(''),
      keepDays: z.int().min(keepDaysBounds.least).max(keepDaysBounds.most),
      erasable: z.boolean()
    })
  )
})

/**
 * Brings the rules of `agreements/retention/rules.yaml` in, and takes away those that it no longer names. What
 * was set on the page stays as it is.
 * @throws {InstallationFileError} With file, line and column.
 */
export async function importRetention(context: Context, file = usual): Promise<void> {
  const parsed = parseFile(await readFile(file, 'utf8'), retentionFile, () => [])
  if (!parsed.ok) throw new InstallationFileError(file, parsed.problems)
  const by = { changedAt: context.clock.now(), changedBy: byFile }
  const rules = parsed.value.rules.map((rule): RetentionRule => ({ ...rule, ...by }))
  await inTransaction(context.db, async (tx) => {
    await dropFileRules(tx, rules, byFile)
    for (const rule of rules) await addRule(tx, rule)
  })
}
