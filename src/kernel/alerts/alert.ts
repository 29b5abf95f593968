import { z } from 'zod'
import { refuseHostileText } from '../persian/index.ts'

/** Most bytes of an alert as XML: what everybody reads on a weak line stays small. */
export const alertBytesMax = 262_144

// Words of CAP 1.2, section 3.2, in its own spelling and order.
/** Whether an alert is meant: `status`. */
export const alertStatuses = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const
/** What a message does to those before it: `msgType`. */
export const messageTypes = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const
/** What kind of event it is: `category`. */
export const categories = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other'
] as const
/** When one has to act: `urgency`. */
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
/** How grave it is: `severity`. */
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
/** How sure it is: `certainty`. */
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const
/** What people are asked to do: `responseType`. */
export const responseTypes = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None'
] as const

const plain = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => refuseHostileText(text.replaceAll(/[\t\n\r]/g, ' ')) === null)
const line = (most: number) => plain(most).refine((text) => !/[\n\r]/.test(text))
// CAP 1.2 section 3.2.1: no spaces, commas, or restricted characters.
const name = z.string().regex(/^[^\s,<&]{1,300}$/)
// CAP 1.2 section 3.3.2: with an offset, and -00:00 where it is UTC.
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/)
const webAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s<>"]+$/i)

const areaSchema = z.strictObject({
  description: line(500),
  geocodes: z.array(z.strictObject({ name: line(100), value: line(200) })).max(100),
  /** Points `latitude,longitude`, space between; the first is the last. */
  polygons: z
    .array(
      z
        .string()
        .max(20_000)
        .regex(/^(-?[\d.]+,-?[\d.]+ ?){4,}$/)
    )
    .max(20),
  /** `latitude,longitude radius`, kilometres. */
  circles: z
    .array(
      z
        .string()
        .max(100)
        .regex(/^-?[\d.]+,-?[\d.]+ [\d.]+$/)
    )
    .max(20)
})

const infoSchema = z.strictObject({
  /** BCP 47: `fa-IR`, `en`, `az`. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  categories: z.array(z.enum(categories)).min(1).max(categories.length),
  event: line(200),
  responseTypes: z.array(z.enum(responseTypes)).max(responseTypes.length),
  urgency: z.enum(urgencies),
  severity: z.enum(severities),
  certainty: z.enum(certainties),
  effective: instant.nullable(),
  onset: instant.nullable(),
  expires: instant.nullable(),
  senderName: line(200).nullable(),
  headline: line(160),
  description: plain(5000),
  instruction: plain(5000).nullable(),
  web: webAddress.nullable(),
  areas: z.array(areaSchema).max(50)
})

/** An alert of the Common Alerting Protocol 1.2 (OASIS), as far as the public reads it. */
export const alertSchema = z.strictObject({
  identifier: name,
  /** Who sends it: the name under which its unit signs letters. */
  sender: name,
  sent: instant,
  status: z.enum(alertStatuses),
  msgType: z.enum(messageTypes),
  /** Nothing else is broadcast here. */
  scope: z.literal('Public'),
  /** Earlier messages that this one updates or cancels. */
  references: z.array(z.strictObject({ sender: name, identifier: name, sent: instant })).max(50),
  /** One for each language. */
  infos: z.array(infoSchema).min(1).max(20)
})

/** See {@link alertSchema}. */
export type Alert = z.infer<typeof alertSchema>
/** What an alert says in one language. */
export type AlertInfo = Alert['infos'][number]

/** An instant as CAP writes it, in UTC, whole seconds. */
export function capInstant(at: Temporal.Instant): string {
  return at
    .round({ smallestUnit: 'second', roundingMode: 'floor' })
    .toString()
    .replace('Z', '-00:00')
}

/** What an alert says to a reader of a language: that language, else English, else its first. */
export function infoFor({ infos }: Alert, lang: string): AlertInfo {
  const of = (wanted: string) => infos.find(({ language }) => language.split('-')[0] === wanted)
  const [first] = infos
  if (first === undefined) throw new RangeError('an alert says something in some language')
  return of(lang) ?? of('en') ?? first
}

/** From when on an alert is over: when the last of its languages expires; `null`: until cancelled. */
export function expiryOf({ infos }: Alert): Temporal.Instant | null {
  const ends = infos.map(({ expires }) =>
    expires === null ? null : Temporal.Instant.from(expires)
  )
  if (ends.some((end) => end === null)) return null
  return (
    ends
      .filter((end) => end !== null)
      .toSorted((one, other) => Temporal.Instant.compare(one, other))
      .at(-1) ?? null
  )
}
