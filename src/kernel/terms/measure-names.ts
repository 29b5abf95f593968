import type { z } from 'zod'
import type { Bilingual } from '../persian/index.ts'
import { redressMeasures } from './measures-of-redress.ts'
import { recordMeasures } from './measures-of-record.ts'
import { serviceMeasures } from './measures-of-service.ts'
import { both } from './problem.ts'
import type { ClauseKind } from './words.ts'

/** A measure that clauses can name: what it shows, how, for which kinds, with which parameters. */
export interface MeasureName {
  readonly title: Bilingual
  /** One line for "how is this measured?". */
  readonly how: Bilingual
  readonly kinds: readonly ClauseKind[]
  readonly parameters: z.ZodObject
}

/** Every measure by its name. Evaluation is not here; this is what a file may say. */
export const measures = {
  ...serviceMeasures,
  ...redressMeasures,
  ...recordMeasures
} satisfies Record<string, MeasureName>

/** Name of a measure that is computed from facts. */
export type MeasureKey = keyof typeof measures

/** Parameters of a measure, as its schema reads them. */
export type MeasureParameters<K extends MeasureKey> = z.infer<(typeof measures)[K]['parameters']>

/** All measure names, in the order of their groups. */
export const measureKeys = Object.keys(measures) as MeasureKey[]

/** Ways other than computing from facts, in which a clause is honestly accounted for. */
export const measureWays = {
  definition: {
    title: both('تعریف', 'Definition'),
    how: both(
      'این بند معنای واژه‌ها را می‌گوید و خودش سنجیدنی نیست.',
      'This clause says what words mean; it is not itself measured.'
    )
  },
  construction: {
    title: both('برقرار با ساخت سامانه', 'Holds by construction'),
    how: both(
      'سامانه چنان ساخته شده است که جز این رخ ندهد.',
      'The system is built so that nothing else can happen.'
    )
  },
  survey: {
    title: both('تنها با نظرسنجی', 'By survey only'),
    how: both(
      'عددی در رویدادها ندارد و تنها نظر مردم آن را نشان می‌دهد.',
      'No number in the facts shows it; only what people say.'
    )
  },
  attestation: {
    title: both('با گواهی مقام مسئول', 'By attestation'),
    how: both(
      'مقام نام‌برده آن را با سند گواهی می‌کند؛ گواهی نشان داده می‌شود و سنجش نیست.',
      'A named officer attests it with a document; shown as attested, never as measured.'
    )
  },
  'not-measured': {
    title: both('سنجیده نمی‌شود', 'Not measured'),
    how: both(
      'متن بند چیزی سنجیدنی ندارد یا سنجیدن آن داوری درباره اشخاص است.',
      'The text holds nothing that can be measured, or measuring would judge persons.'
    )
  }
} satisfies Record<string, { title: Bilingual; how: Bilingual }>

/** A way other than measuring. */
export type MeasureWay = keyof typeof measureWays
