import { z } from 'zod'
import { measures, type MeasureKey } from './measure-names.ts'
import { dataAttributes, dataTypes } from './measures-of-record.ts'
import {
  agreementId,
  bilingual,
  clauseId,
  code,
  hostName,
  jalaliDate,
  plainText,
  serviceCode,
  versionName,
  versionRef,
  webAddress
} from './schema-parts.ts'
import { channelSchema, clauseKinds, partyCodes } from './words.ts'

const named = Object.entries(measures).map(([name, measure]) =>
  z.strictObject({
    name: z.literal(name as MeasureKey),
    parameters: measure.parameters.optional(),
    how: bilingual.optional()
  })
)

/** Measured from facts, by the name and the parameters of a measure. */
export const namedMeasure = z.discriminatedUnion(
  'name',
  named as [(typeof named)[number], ...(typeof named)[number][]]
)

/** Not measured from facts; `how` says in plain words why, and what stands instead. */
export const otherWay = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('definition'), how: bilingual.optional() }),
  z.strictObject({ by: z.literal('construction'), how: bilingual }),
  z.strictObject({ by: z.literal('survey'), how: bilingual }),
  z.strictObject({ by: z.literal('attestation'), document: bilingual, how: bilingual }),
  z.strictObject({ by: z.literal('not-measured'), how: bilingual })
])

const parties = z.array(z.enum(partyCodes)).max(4)

export const clauseSchema = z.strictObject({
  id: clauseId,
  fa: bilingual.shape.fa,
  en: bilingual.shape.en,
  // Empty: the clause binds nobody, or serves nobody in particular.
  bearer: parties,
  beneficiary: parties,
  kind: z.enum(clauseKinds),
  measure: z.union([namedMeasure, otherWay]),
  // Clauses of the same agreement that say what follows a departure.
  remedy: z.array(clauseId).min(1).max(6).optional(),
  note: bilingual.optional()
})

export const statementSchema = z.strictObject({
  // The document's numbering, or the editor's where its bullets have none.
  number: z
    .string()
    .regex(/^\d{1,2}(?:\.\d{1,2}){0,3}$/)
    .optional(),
  heading: bilingual.optional(),
  // The document's own sentence; left out where one clause holds all of it.
  text: bilingual.optional(),
  clauses: z.array(clauseSchema).max(12),
  note: bilingual.optional()
})

export const articleSchema = z.strictObject({
  number: z.number().int().min(1).max(200),
  title: bilingual,
  statements: z.array(statementSchema).min(1).max(60),
  table: z.literal('data-policy').optional()
})

export const levelSchema = z.strictObject({
  indicator: z.enum(['promised-time-kept', 'availability', 'visits']),
  minimum: z.number().nonnegative().optional(),
  maximum: z.number().nonnegative().optional(),
  unit: z.enum(['percent', 'visit']),
  clock: z.enum(['always', 'card']).optional(),
  period: z.enum(['month-30', 'case']),
  // Levels that the text of the agreement does not hold.
  proposal: z.literal(true).optional(),
  clauses: z.array(clauseId).min(1).max(6)
})

export const annexSchema = z.strictObject({
  title: bilingual,
  note: bilingual.optional(),
  statements: z.array(statementSchema).max(10),
  services: z
    .array(
      z.strictObject({
        service: serviceCode,
        title: bilingual,
        levels: z.array(levelSchema).min(1).max(12)
      })
    )
    .max(500)
})

export const dataPolicySchema = z.strictObject({
  columns: z
    .array(z.strictObject({ attribute: z.enum(dataAttributes), title: bilingual }))
    .length(dataAttributes.length),
  rows: z
    .array(
      z.strictObject({
        row: z.enum(dataTypes),
        title: bilingual,
        clause: clauseSchema,
        cells: z
          .array(
            z.strictObject({
              attribute: z.enum(dataAttributes),
              value: bilingual,
              clause: clauseSchema
            })
          )
          .length(dataAttributes.length)
      })
    )
    .min(1)
    .max(20)
})

const provenanceSchema = z.strictObject({
  source: bilingual,
  textLayer: plainText.optional(),
  transcription: bilingual.optional(),
  notes: z
    .array(z.strictObject({ place: plainText, text: bilingual }))
    .max(60)
    .optional()
})

export const agreementSchema = z.strictObject({
  format: z.literal('peyman-agreement/1'),
  id: agreementId,
  version: versionName,
  status: z.enum(['source-expired', 'draft']),
  title: bilingual,
  authority: z.strictObject({
    id: code,
    legalName: bilingual,
    hosts: z.array(hostName).min(1).max(20),
    desk: webAddress.optional()
  }),
  parties: z
    .array(z.strictObject({ code: z.enum(partyCodes), name: bilingual }))
    .min(2)
    .max(20),
  purpose: bilingual,
  definitions: z
    .array(z.strictObject({ term: bilingual, clauses: z.array(clauseId).min(1).max(6) }))
    .max(60),
  validity: z.strictObject({
    from: jalaliDate.nullable(),
    to: jalaliDate,
    clause: clauseId
  }),
  signatory: z.strictObject({
    post: bilingual.nullable(),
    name: plainText.nullable(),
    signedOn: jalaliDate.nullable(),
    note: bilingual.optional()
  }),
  supersedes: versionRef.nullable(),
  channels: z
    .array(
      z.strictObject({
        channel: channelSchema,
        title: bilingual,
        for: z.array(z.enum(['documents', 'complaints', 'questions', 'notices'])).min(1),
        clauses: z.array(clauseId).min(1).max(6)
      })
    )
    .max(20),
  articleCount: z.number().int().min(1).max(200),
  opening: z.array(statementSchema).max(10),
  articles: z.array(articleSchema).min(1).max(200),
  dataPolicy: dataPolicySchema.nullable(),
  annex: annexSchema.nullable(),
  provenance: provenanceSchema
})
