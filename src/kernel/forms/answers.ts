import type { Bilingual } from '../persian/bilingual.ts'

/** Answers in their canonical form; a field that was left empty is absent. */
export type FormValues = Record<string, string | number | boolean | string[]>

/** What is wrong with one field; `pointer` is a JSON pointer into the answers, `/mobile`. */
export interface FormProblem {
  pointer: string
  code: string
  text: Bilingual
}

/** What came of reading answers: in canonical form, or what is wrong, field by field. */
export type FormOutcome = { ok: true; values: FormValues } | { ok: false; problems: FormProblem[] }

/** What answers are judged by besides their form. */
export interface FormOptions {
  /** Today in the applicant's zone, Jalali, `1405-09-01`; without it `when` is not judged. */
  today?: string
}
