import { type FormDefinition, type FormValues, sealedNames } from '../forms/index.ts'
import { toLatinDigits } from '../persian/index.ts'

// Shorter answers (a yes, a number of children) stand in any text.
const leakLengthMin = 4

/**
 * Whether a note to the applicant, which is not sealed, has a sealed answer in it.
 * @param answers - All answers of the opened application.
 */
export function leaksAnswer(
  notes: readonly string[],
  { form, answers }: { readonly form: FormDefinition; readonly answers: FormValues }
): boolean {
  const sealed = sealedNames(form)
  const written = notes.map((note) => toLatinDigits(note))
  return Object.entries(answers)
    .filter(([name]) => sealed.has(name))
    .flatMap(([, value]) => [value].flat())
    .map((value) => String(value).replace(/^\+98/, ''))
    .some((value) => value.length >= leakLengthMin && written.some((note) => note.includes(value)))
}
