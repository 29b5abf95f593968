import { z } from 'zod'
import type { FormOptions, FormValues } from './answers.ts'
import type { FormDefinition } from './definition.ts'
import { validateForm } from './validate-form.ts'

/**
 * The zod schema of a form's answers: what {@link validateForm} takes and gives, for edges that
 * speak zod. An issue's `path` is the field's name; `params` holds `code` and the bilingual `text`.
 */
export function formSchema(
  definition: FormDefinition,
  options: FormOptions = {}
): z.ZodType<FormValues> {
  return z.unknown().transform((raw, context): FormValues => {
    const outcome = validateForm(definition, raw, options)
    if (outcome.ok) return outcome.values
    for (const { pointer, code, text } of outcome.problems) {
      context.addIssue({
        code: 'custom',
        path: pointer === '' ? [] : [unescape(pointer.slice(1))],
        message: text.fa,
        params: { code, text }
      })
    }
    return z.NEVER
  })
}

function unescape(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}
