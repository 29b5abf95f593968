import type { FieldProblem } from '../../errors.ts'
import type { Content } from '../html.ts'

/** The kinds of a field of `kernel/forms`, and the few that only pages use. */
export type FieldType =
  | 'text'
  | 'paragraph'
  | 'integer'
  | 'money'
  | 'national-id'
  | 'legal-id'
  | 'mobile'
  | 'postal-code'
  | 'iban'
  | 'jalali-date'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'e-mail'
  | 'file'
  | 'checkbox'
  | 'search'

/** One thing to choose. */
export interface Choice {
  readonly value: string
  readonly text: string
  readonly help?: string
}

/** A field of a form: its label, its help, what was typed, and what is wrong with it. */
export interface FieldOptions {
  readonly type: FieldType
  /** The name sent; dots for parts: `answers.mobile` is the pointer `/answers/mobile`. */
  readonly name: string
  readonly label: string
  readonly help?: Content
  /** What the person typed before, as typed; a list for `choices`. */
  readonly value?: string | readonly string[] | undefined
  readonly required?: boolean
  readonly choices?: readonly Choice[]
  /** All problems of the form; the field picks its own by name. */
  readonly problems?: readonly FieldProblem[] | undefined
  readonly rows?: number
  readonly lengthMax?: number
  /** A width that hints at the length of the answer. */
  readonly width?: 'short' | 'medium'
  /** Extensions or types for `file`, as in `accept`. */
  readonly accept?: string
  readonly autocomplete?: string
  readonly labelHidden?: boolean
  readonly attributes?: Record<string, string | boolean | undefined>
}

/** The id of a field, from its name (`answers.mobile`) or its pointer (`/answers/mobile`). */
export function fieldId(nameOrPointer: string): string {
  return `field-${nameOrPointer.replace(/^\//, '').replace(/[^a-zA-Z0-9_-]+/g, '-')}`
}

/** Up to seven choices are all shown; more are a list to open. */
export function isRadioGroup(options: FieldOptions): boolean {
  return options.type === 'choice' && (options.choices?.length ?? 0) <= 7
}
