import { z } from 'zod'

const bilingual = z.strictObject({ fa: z.string().trim().min(1), en: z.string().trim().min(1) })

const common = {
  name: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
    .meta({ description: 'Key of the answer; letters and digits of ASCII, first a small letter' }),
  label: bilingual,
  help: bilingual.optional(),
  required: z.boolean().default(false),
  /** HTML autocomplete token, where the answer is about the person who fills the form in. */
  autocomplete: z.string().max(40).optional(),
  /** Answer that officers' lists may show, and the server reads even where the form is sealed. */
  clear: z.boolean().optional()
}

const count = z.int().min(0)
const jalaliText = z.string().regex(/^1[2-5][0-9]{2}-[0-9]{2}-[0-9]{2}$/)

const writing = {
  lengthMin: count.optional(),
  lengthMax: count.max(20_000).optional(),
  script: z.enum(['persian', 'latin']).optional(),
  emoji: z.boolean().optional()
}
const range = { min: z.int().optional(), max: z.int().optional() }
const choices = z
  .array(z.strictObject({ value: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), label: bilingual }))
  .min(1)
  .max(60)

/**
 * One field of a form. Lengths count what a reader counts as characters; `money` is whole rial;
 * Jalali bounds are written `1404-07-19`, both included; `when` is judged against the day that
 * the caller gives.
 */
export const formFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('text'), ...writing }),
  z.strictObject({ ...common, type: z.literal('paragraph'), ...writing }),
  z.strictObject({ ...common, type: z.literal('integer'), ...range }),
  z.strictObject({ ...common, type: z.literal('money'), ...range }),
  z.strictObject({
    ...common,
    type: z.literal('jalali-date'),
    min: jalaliText.optional(),
    max: jalaliText.optional(),
    when: z.enum(['past', 'future']).optional()
  }),
  z.strictObject({ ...common, type: z.literal('choice'), choices }),
  z.strictObject({
    ...common,
    type: z.literal('choices'),
    choices,
    choicesMax: count.min(1).optional()
  }),
  z.strictObject({
    ...common,
    type: z.literal('yes-no'),
    /** The answer must be yes: a declaration, not a question. */
    mustAgree: z.boolean().optional()
  }),
  z.strictObject({
    ...common,
    type: z.enum(['national-id', 'legal-id', 'mobile', 'postal-code', 'iban', 'e-mail'])
  })
])

/** The form of a service card: what is asked of an applicant, in order. */
export const formDefinitionSchema = z
  .strictObject({
    fields: z.array(formFieldSchema).min(1).max(60),
    /** All answers but the `clear` ones, and every document, are sealed in the applicant's browser. */
    sealed: z.boolean().optional()
  })
  .refine((form) => new Set(form.fields.map((field) => field.name)).size === form.fields.length, {
    path: ['fields'],
    // Both languages in the one message of a schema: kernel/terms reads them apart again.
    message: JSON.stringify({
      fa: 'دو فیلد یک نام دارند؛ به هر یک نامی جدا بدهید.',
      en: 'Two fields have the same name; give each its own.'
    })
  })

/** A field of a form: how it is called, what may stand in it, whether it stays readable where the form is sealed. */
export type FormField = z.infer<typeof formFieldSchema>
/** The form of a service card. */
export type FormDefinition = z.infer<typeof formDefinitionSchema>
