import { fault } from '../persian/bilingual.ts'
import type { FormOptions, FormOutcome, FormProblem, FormValues } from './answers.ts'
import { checkField } from './check-field.ts'
import type { FormDefinition } from './definition.ts'

/**
 * Checks all answers of a form; the browser and the server call this same function.
 * @param raw - An object of answers, as an HTML form (strings, lists of strings) or JSON
 * (also numbers and booleans) sends it. Anything else is refused as a whole.
 * @returns The values in canonical form, or every problem at once, in the order of the fields,
 * those of unknown fields last. Checking the values again gives the same values.
 */
export function validateForm(
  definition: FormDefinition,
  raw: unknown,
  options: FormOptions = {}
): FormOutcome {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { ok: false, problems: [problem('', notAnswers())] }
  }
  const answers = new Map<string, unknown>(Object.entries(raw))
  const values: FormValues = {}
  const problems: FormProblem[] = []
  for (const field of definition.fields) {
    const checked = checkField(field, answers.get(field.name), options)
    answers.delete(field.name)
    if (!checked.ok) problems.push(problem(field.name, checked))
    else if (checked.value !== undefined) values[field.name] = checked.value
  }
  for (const name of answers.keys()) problems.push(problem(name, unknownField(name)))
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems }
}

function problem(name: string, { code, text }: Omit<FormProblem, 'pointer'>): FormProblem {
  const escaped = name.slice(0, 80).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')
  return { pointer: name === '' ? '' : `/${escaped}`, code, text }
}

function notAnswers(): Omit<FormProblem, 'pointer'> {
  return fault(
    'form/wrong-shape',
    'پاسخ‌ها باید یک شیء با نام فیلدها باشد.',
    'The answers must be an object keyed by the names of the fields.'
  )
}

function unknownField(name: string): Omit<FormProblem, 'pointer'> {
  const shown = name.slice(0, 40).replaceAll(/[^\p{L}\p{N}_-]/gu, '?')
  return fault(
    'form/unknown-field',
    `این فرم فیلدی به نام «${shown}» ندارد؛ آن را نفرستید.`,
    `This form has no field named "${shown}"; do not send it.`
  )
}
