import { InvalidInputError } from '../../platform/index.ts'

/**
 * What was refused of a part of a form, with its fields under the name of that part.
 * @param part - A JSON pointer: `/person`.
 */
export async function under<T>(part: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    throw new InvalidInputError(
      error.fields.map((field) => ({ ...field, pointer: `${part}${field.pointer}` }))
    )
  }
}
