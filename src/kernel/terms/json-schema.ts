import { z } from 'zod'
import { holidaysSchema, officeCalendarSchema } from './calendar-schema.ts'
import { agreementSchema } from './schema.ts'

/** The published JSON Schemas (draft 2020-12) of the three file formats, by their short names. */
export function publishedSchemas(): Record<'agreement' | 'calendar' | 'holidays', object> {
  return {
    agreement: schema(agreementSchema, 'Peyman agreement file, format peyman-agreement/1'),
    calendar: schema(officeCalendarSchema, 'Peyman office calendar, format peyman-calendar/1'),
    holidays: schema(holidaysSchema, 'Peyman official holidays, format peyman-holidays/1')
  }
}

function schema(source: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(source, { io: 'input', reused: 'ref' })
  return {
    $schema,
    title,
    description:
      'Shape only; docs/specs/agreement-file.md lists the rules that hold between values, and "peyman agreement check" applies all of them.',
    ...rest
  }
}
