import { z } from 'zod'
import { formDefinitionSchema } from '../kernel/forms/index.ts'
import {
  type Bilingual,
  checkIban,
  jalaliText,
  parseJalaliDate,
  refuseHostileText
} from '../kernel/persian/index.ts'
import * as options from './card-options.ts'

function oneOf<T extends string>(named: Record<T, unknown>) {
  return z.enum(Object.keys(named) as [T, ...T[]])
}

/** How `kernel/terms` carries a text of two languages through a schema's one message. */
function inBoth(text: Bilingual): string {
  return JSON.stringify(text)
}

function textOf(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .superRefine((text, context) => {
      const hostile = refuseHostileText(text)
      if (hostile) context.addIssue({ code: 'custom', message: inBoth(hostile.text) })
    })
}

function bilingualOf(lengthMax: number) {
  return z.strictObject({ fa: textOf(lengthMax), en: textOf(lengthMax) })
}

const short = bilingualOf(200)
const long = bilingualOf(4000)
const code = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const phone = z.string().regex(/^\+?[0-9][0-9 -]{2,20}$/, {
  error: inBoth({
    fa: 'شماره تلفن را با رقم و خط تیره بنویسید، مانند ۰۵۶-۳۲۲۲۰۰۲۱.',
    en: 'Write the telephone number in digits and dashes, such as 056-32220021.'
  })
})
/** However it was written, a card keeps a date in the one form that sorts as text. */
const jalaliDate = z
  .string()
  .superRefine((text, context) => {
    const read = parseJalaliDate(text)
    if (!read.ok) context.addIssue({ code: 'custom', message: inBoth(read.text) })
  })
  .overwrite((text) => {
    const read = parseJalaliDate(text)
    return read.ok ? jalaliText(read.value) : text
  })
const time = z.strictObject({ amount: z.int().min(1).max(9999), unit: oneOf(options.timeUnits) })
const stage = z.strictObject({
  ways: z.array(oneOf(options.accessWays)).min(1),
  /** Why a person has to come, where `ways` holds `in-person`. */
  inPersonReason: oneOf(options.inPersonReasons).optional()
})

const documentSchema = z.strictObject({
  code,
  title: short,
  mandatory: z.boolean(),
  formats: z.array(oneOf(options.fileFormats)).min(1),
  sizeBytesMax: z
    .int()
    .min(10_000)
    .max(100 * 1024 * 1024),
  /** When the document is asked for, where it is not asked of everyone. */
  condition: long.optional()
})

const stepSchema = z.strictObject({
  code,
  title: short,
  /** The unit of the authority that carries the step out. */
  unit: code,
  /** The post in that unit that answers for it. */
  post: code,
  electronic: z.boolean()
})

const legalBasisSchema = z.strictObject({
  type: oneOf(options.legalBasisTypes),
  title: bilingualOf(500),
  issuer: short,
  number: textOf(60).optional(),
  article: short.optional(),
  date: jalaliDate.optional()
})

const decreeSchema = z.strictObject({
  issuer: short,
  number: textOf(60),
  date: jalaliDate,
  effectiveFrom: jalaliDate
})

const rulesBroken = {
  decree: {
    fa: 'برای خدمتی که هزینه دارد، مصوبه آن را بنویسید.',
    en: 'A service with a fee must name its decree.'
  },
  sameCode: {
    fa: 'دو ردیف یک کد دارند؛ به هر یک کدی جدا بدهید.',
    en: 'Two items have the same code; give each its own.'
  },
  reason: {
    fa: 'برای مراجعه حضوری دلیل آن را بنویسید.',
    en: 'Coming in person needs its reason.'
  }
} satisfies Record<string, Bilingual>

/** What a fee needs beside its amount, and what the channels need; the shapes alone cannot say it. */
function rules(card: CardShape, context: z.RefinementCtx): void {
  const refuse = (path: PropertyKey[], rule: keyof typeof rulesBroken): void => {
    context.addIssue({ code: 'custom', path, message: inBoth(rulesBroken[rule]) })
  }
  if (card.feeRial > 0 && !card.feeDecree) refuse(['feeDecree'], 'decree')
  for (const list of ['documents', 'steps'] as const) {
    const codes = card[list].map((item) => item.code)
    if (new Set(codes).size !== codes.length) refuse([list], 'sameCode')
  }
  for (const [name, { ways, inPersonReason }] of Object.entries(card.access)) {
    if (ways.includes('in-person') && inPersonReason === undefined) {
      refuse(['access', name, 'inPersonReason'], 'reason')
    }
  }
}

/** The shape of a card without the rules that hold between its fields. */
export const cardShape = z.strictObject({
  code: z.string().regex(/^[0-9]{6,13}$/, {
    error: inBoth({
      fa: 'کد خدمت باید ۶ تا ۱۳ رقم باشد، مانند ۱۰۰۲۱۰۰۱.',
      en: 'A service code must be 6 to 13 digits, such as 10021001.'
    })
  }),
  authority: code,
  title: short,
  processTitle: short,
  description: long,
  /** Other words under which people look for the service; only for the search. */
  keywords: z.array(textOf(60)).max(30).optional(),
  subject: short,
  audience: z.array(oneOf(options.audiences)).min(1),
  recipients: short,
  nature: oneOf(options.natures),
  level: oneOf(options.levels),
  lifeEvents: z.array(oneOf(options.lifeEvents)).min(1),
  startTriggers: z.array(oneOf(options.startTriggers)).min(1),
  recurrence: z.strictObject({
    times: z.int().min(1).max(999),
    per: oneOf(options.recurrencePeriods)
  }),
  statistics: z
    .strictObject({ recipients: z.int().min(0), year: z.int().min(1380).max(1500) })
    .optional(),
  promisedTime: time,
  /** What the body reported before it measured; the measured time stands beside the promise. */
  meanTime: time.optional(),
  visitsMax: z.int().min(0).max(20),
  feeRial: z.int().min(0).max(1_000_000_000_000),
  feeDecree: decreeSchema.optional(),
  payment: z
    .strictObject({
      electronic: z.boolean(),
      account: z
        .string()
        .superRefine((text, context) => {
          const read = checkIban(text)
          if (!read.ok) context.addIssue({ code: 'custom', message: inBoth(read.text) })
        })
        .optional()
    })
    .optional(),
  channels: z.array(oneOf(options.channels)).min(1),
  access: z.strictObject({ inform: stage, apply: stage, produce: stage, deliver: stage }),
  /** Whether all of it can be done electronically; a body that says no gives its reason. */
  canBeElectronic: z.strictObject({ possible: z.boolean(), reason: long.optional() }),
  ownerBody: short,
  parentBody: short,
  url: z
    .url({
      protocol: /^https?$/,
      error: inBoth({
        fa: 'نشانی باید با https:// یا http:// آغاز شود.',
        en: 'The address must start with https:// or http://.'
      })
    })
    .max(300),
  documents: z.array(documentSchema).max(40),
  steps: z.array(stepSchema).min(1).max(40),
  form: formDefinitionSchema,
  otherSystems: z.array(z.strictObject({ title: short, mode: oneOf(options.exchangeModes) })),
  inquiries: z.array(
    z.strictObject({ body: short, subject: short, mode: oneOf(options.exchangeModes) })
  ),
  approver: z.strictObject({ post: code, title: short, phone }),
  followUp: z.strictObject({ title: short, phone }),
  responsibility: long,
  legalBases: z.array(legalBasisSchema).min(1).max(40),
  filledBy: z.strictObject({ title: short, date: jalaliDate }),
  /** Content of this project, not of the body: marked so wherever it is shown. */
  demonstration: z.boolean().default(false)
})

type CardShape = z.infer<typeof cardShape>

/**
 * The identity card of a service (شناسنامه خدمت): all that a person is told before applying, and
 * all that a case is then held to. Money in whole rial, dates Jalali as `1404-07-19`, sizes in
 * bytes. `promisedTime` in hours and calendar days runs on every hour of the day, in working days
 * on the authority's office calendar.
 * @see docs/specs/service-card.md
 */
export const serviceCardSchema = cardShape.superRefine(rules)

/** A complete service card. */
export type ServiceCard = z.infer<typeof serviceCardSchema>

/** A document that the card lists; no other can be asked for. */
export type CardDocument = ServiceCard['documents'][number]
/** A step of the published process. */
export type CardStep = ServiceCard['steps'][number]
/** A channel by which an application and its documents may come. */
export type Channel = ServiceCard['channels'][number]
/** A time with its own unit: hours, calendar days or working days. */
export type PromisedTime = ServiceCard['promisedTime']

type Draft<T> = T extends readonly (infer Item)[]
  ? Draft<Item>[]
  : T extends object
    ? { [K in keyof T]?: Draft<T[K]> | undefined }
    : T

/** A card in the making: any part may still be missing. */
export type CardDraft = Draft<ServiceCard> & { code: string; authority: string }
