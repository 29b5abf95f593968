export {
  formDefinitionSchema,
  formFieldSchema,
  type FormDefinition,
  type FormField
} from './definition.ts'
export type { FormOptions, FormOutcome, FormProblem, FormValues } from './answers.ts'
export { formSchema } from './form-schema.ts'
export { validateForm } from './validate-form.ts'
export { checkField } from './check-field.ts'
export { answerText } from './answer-text.ts'
export { clearPart, schemaHash, sealedNames, sealedPart } from './sealed-form.ts'
