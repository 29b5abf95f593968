import { z } from 'zod'

const text = z.string().max(6000).catch('')
/** What is typed on the page of a new alert. */
export const alertForm = z.object({
  from: text,
  /** Id of the alert whose place it takes, or that it calls off; empty for a new one. */
  of: text,
  as: text,
  kind: text,
  category: text,
  severity: text,
  urgency: text,
  certainty: text,
  hours: text,
  percent: text,
  minutes: text,
  'fa.event': text,
  'fa.headline': text,
  'fa.description': text,
  'fa.instruction': text,
  'fa.area': text,
  'en.event': text,
  'en.headline': text,
  'en.description': text,
  'en.instruction': text,
  'en.area': text
})
/** For how long an alert stands where nothing is typed. */
export const usualHours = 24

/** See {@link alertForm}. */
export type TypedAlert = z.infer<typeof alertForm>
