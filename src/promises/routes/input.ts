import { z } from 'zod'
import { NotFoundError } from '../../platform/index.ts'

/** A parameter of an address; what cannot be one leads to nothing. */
const word = z.string().regex(/^[A-Za-z0-9.-]{1,40}$/)

/** Reads the named parameters of an address. @throws {NotFoundError} */
export function addressOf<K extends string>(
  parameters: unknown,
  ...names: readonly K[]
): Record<K, string> {
  const read = z.record(z.string(), word).safeParse(parameters)
  if (!read.success || names.some((name) => !(name in read.data))) throw new NotFoundError()
  return read.data
}

/** Which service, month and page of facts a clause page shows; what has no meaning asks nothing. */
export const clauseQuery = z.object({
  service: word.optional().catch(undefined),
  period: word.optional().catch(undefined),
  // Deeper pages would read a whole history for one reader; months and services cut it instead.
  page: z.coerce.number().int().min(1).max(200).catch(1)
})
