import { z } from 'zod'
import { bilingual, code, jalaliDate, own, plainText } from './schema-parts.ts'

const hours = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .refine((value) => value.slice(0, 5) < value.slice(6), {
    message: own('پایان ساعت باید پس از آغاز آن باشد.', 'The hours must end after they begin.')
  })
const spans = z.array(hours).max(6)

const weeklyTable = z.strictObject({
  sat: spans,
  sun: spans,
  mon: spans,
  tue: spans,
  wed: spans,
  thu: spans,
  fri: spans
})

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/)

const sourced = { title: bilingual, source: plainText, provisional: z.literal(true).optional() }

/** A year of official holidays: dated rows, lunar ones included; never computed. */
export const holidaysSchema = z.strictObject({
  format: z.literal('peyman-holidays/1'),
  id: code,
  year: z.number().int().min(1300).max(1500),
  title: bilingual,
  note: bilingual.optional(),
  holidays: z
    .array(z.strictObject({ on: jalaliDate, basis: z.enum(['solar', 'lunar']), ...sourced }))
    .min(1)
    .max(60)
})

const closure = z.strictObject({
  from: jalaliDate,
  to: jalaliDate,
  hours: spans.min(1).optional(),
  announcedAt: instant,
  // Invented for demonstration; a page says so wherever the row is shown.
  demonstration: z.literal(true).optional(),
  ...sourced
})

/** Office hours of an authority with its own closures and openings. */
export const officeCalendarSchema = z.strictObject({
  format: z.literal('peyman-calendar/1'),
  id: code,
  authority: code,
  title: bilingual,
  note: bilingual.optional(),
  zone: z.string().regex(/^[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/]+$/),
  coversFrom: jalaliDate,
  coversTo: jalaliDate,
  weekly: weeklyTable,
  weeklySource: plainText,
  weeklyProvisional: z.literal(true).optional(),
  datedWeekly: z
    .array(
      z.strictObject({
        from: jalaliDate,
        to: jalaliDate,
        weekly: weeklyTable,
        announcedAt: instant,
        ...sourced
      })
    )
    .max(50)
    .optional(),
  // Ids of the holiday files that belong to it.
  holidays: z.array(code).min(1).max(20),
  closures: z.array(closure).max(500),
  openings: z.array(closure).max(500)
})

/** A year of official holidays, as its file says it. */
export type HolidayFile = z.infer<typeof holidaysSchema>
/** An office calendar, as its file says it; holidays by reference. */
export type OfficeCalendarFile = z.infer<typeof officeCalendarSchema>
