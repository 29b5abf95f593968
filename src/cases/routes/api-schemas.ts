import { z } from 'zod'
import { plainIds } from '../../platform/index.ts'
import { defectCodes, reopeningReasons } from '../case.ts'
import { queueStates } from '../queue.ts'

const id = z.string().max(36).overwrite(plainIds)
const code = z.string().max(60)
const givenInstant = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text))
  .meta({ description: 'RFC 3339' })
const expectedVersion = z.int().min(1).optional().meta({
  description: 'The version of the case that the caller saw; if it has changed since, 409'
})
const text = z.string().max(4000)
const channel = z.enum(['site', 'post', 'pishkhan', 'in-person'])

const caseId = id.meta({ description: 'Id of the case; its tracking code does not open it' })

export const caseIdParams = z.object({ id: caseId })
export const uploadIdParams = z.object({ id: id.meta({ description: 'Id of the upload' }) })
export const draftIdParams = z.object({ id: id.meta({ description: 'Id of the draft' }) })
export const documentParams = z.object({
  id: caseId,
  document: id.meta({ description: 'Id of the document, as the case lists it' })
})
export const linkParams = z.object({
  link: z.string().max(200).meta({ description: 'As the redirection gave it' })
})
export const codeParams = z.object({
  code: z.string().max(60).meta({ description: 'Tracking code, with or without its dashes' })
})
export const knownQuery = z.object({
  asKnownAt: givenInstant.optional().meta({
    description:
      'RFC 3339; what was known then, without what came to be known later. Before the case was registered nothing was: 422'
  })
})

const contentBase64 = z.base64().meta({ description: 'The whole file, base64' })
const givenFile = z.strictObject({
  document: code,
  name: z.string().max(300),
  content: contentBase64
})
const givenUpload = z.strictObject({ document: code, upload: id })
const arrival = {
  channel: z.string().max(40).optional().meta({
    description:
      'site (where absent), or for clerks post, pishkhan, in-person; anything else is refused and counted'
  }),
  trackingNumber: z.string().max(60).optional(),
  officeCode: z.string().max(60).optional(),
  arrivedAt: givenInstant.optional().meta({
    description:
      'When it reached the body, where that was before now: the promise is counted from then'
  }),
  lateReason: text.optional().meta({
    description: 'Why it is registered only now; needed where it arrived more than 60 days ago'
  })
}
const consent = {
  consentCode: z.string().max(40).optional().meta({
    description: 'Of POST /consents; pishkhan only'
  }),
  consentOnPaper: z.boolean().optional().meta({
    description: 'Pishkhan only, for whom no code can reach'
  })
}
/** What a clerk says of whoever stands at a counter and agreed to an act. */
export const atCounter = {
  officeCode: z.string().max(60).optional().meta({
    description: 'For clerks: the pishkhan office at which the applicant stands; asks their consent'
  }),
  ...consent
}
const person = z.union([
  z.strictObject({ person: id }),
  z.strictObject({
    kind: z.enum(['person', 'business', 'body']),
    name: z.string().max(200),
    nationalId: z.string().max(40).optional(),
    legalId: z.string().max(40).optional(),
    foreignerCode: z.string().max(40).optional(),
    mobile: z.string().max(40).optional(),
    email: z.string().max(200).optional()
  })
])

/** Answers sealed to the receiving unit, as a page or a program hands them in. */
export const sealedFormBody = z.strictObject({
  content: z.string().max(700_000),
  recipientKey: z.string().max(60),
  schema: z.string().max(60)
})

export const newCaseBody = z.strictObject({
  service: code,
  answers: z.record(z.string(), z.unknown()),
  sealed: sealedFormBody.optional(),
  files: z.array(givenFile).max(40).optional(),
  uploads: z.array(givenUpload).max(40).optional(),
  later: z.array(code).max(40).optional(),
  draft: id.optional(),
  submissionKey: z.string().max(80).optional().meta({
    pattern: '^[A-Za-z0-9_-]{8,80}$',
    description:
      'The same key of the same caller gives the same case; the Idempotency-Key, or none, where absent'
  }),
  applicant: person.optional(),
  ...consent,
  ...arrival
})

export const newDocumentBody = z.strictObject({
  document: code,
  upload: id.optional(),
  file: z.strictObject({ name: z.string().max(300), content: contentBase64 }).optional(),
  recipientKey: z.string().max(60).optional().meta({
    description: 'Of a sealed `file`: SHA-256 of the key of the unit, base64'
  }),
  ...consent,
  ...arrival
})

const signedNote = z.string().max(32_768).meta({
  description:
    'What the unit found in a sealed case, signed by its keys: docs/specs/sealed-cases.md'
})
const schemaOf = z.string().max(60).meta({
  description: 'Hash of the form by which a sealed case was judged, base64'
})

export const returnBody = z.strictObject({
  defects: z
    .array(
      z.strictObject({
        code: z.enum(defectCodes),
        item: z
          .string()
          .max(80)
          .meta({
            description: 'document:<code of the card> or field:<name>',
            pattern: '^(document|field):[A-Za-z0-9-]{1,60}$',
            examples: ['document:damage-photos', 'field:mobile']
          }),
        note: text.optional()
      })
    )
    .max(60),
  at: givenInstant.optional(),
  judgement: signedNote.optional(),
  schema: schemaOf.optional(),
  expectedVersion
})

export const judgementBody = z.strictObject({
  judgement: signedNote,
  schema: schemaOf,
  expectedVersion
})

export const resubmissionBody = z.strictObject({
  answers: z.record(z.string(), z.unknown()).optional(),
  sealed: sealedFormBody.optional(),
  sealedFields: z.array(code).max(60).optional(),
  contest: text.optional(),
  arrivedAt: givenInstant.optional().meta({
    description: 'For clerks: when the answer reached the body; the pause ends then'
  }),
  channel: arrival.channel.meta({ description: 'For clerks, of a sealed answer: how it came' }),
  trackingNumber: arrival.trackingNumber,
  ...atCounter,
  expectedVersion
})
export const stepBody = z.strictObject({ step: code, reason: text.optional(), expectedVersion })
export const visitBody = z.strictObject({
  causedBy: z.enum(['provider', 'applicant']),
  at: givenInstant.optional(),
  insist: text.optional(),
  expectedVersion
})
export const decisionBody = z.strictObject({
  outcome: z.enum(['granted', 'refused']),
  reason: text,
  deliverBy: channel.optional().meta({
    description: 'A way of the card; the site, where absent'
  }),
  outOfOrderReason: text.optional(),
  at: givenInstant.optional(),
  expectedVersion
})
export const withdrawalBody = z.strictObject({
  reason: text.optional(),
  ...atCounter,
  expectedVersion
})
export const reopeningBody = z.strictObject({
  policy: z.enum(['resume', 'restart']),
  reason: z.enum(reopeningReasons),
  note: text.optional(),
  expectedVersion
})
export const assignmentBody = z.strictObject({ to: id.nullable() })
export const assignmentsBody = z.strictObject({
  cases: z.array(id).min(1).max(200),
  to: id.nullable()
})

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
export const casesQuery = z.strictObject({
  authority: code.optional().meta({
    description:
      "The queue of this authority; where absent, a person's own cases, or the queue of the one authority that a key is of"
  }),
  unit: code.optional().meta({
    description:
      'Only the cases of this unit of the authority; one that it does not have is refused (422)'
  }),
  service: code.optional().meta({
    description:
      'Only the cases of this service of the authority; one that it does not have is refused (422)'
  }),
  step: code.optional().meta({ description: 'Only the cases in this step of their process' }),
  assigned: z
    .string()
    .max(60)
    .overwrite(plainIds)
    .optional()
    .meta({ description: 'me, nobody, or an actor id' }),
  state: z.enum(queueStates).optional().meta({ description: 'Only the cases in this state' }),
  late: flag.optional().meta({
    description:
      'true: only what is past its due instant, or was answered after it; false: only the rest'
  }),
  search: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'A tracking code or the name of an applicant, with any keyboard' }),
  order: z.enum(['fair', 'due']).optional().meta({
    description: 'fair: whoever has waited longest first; due: by urgency'
  }),
  applicant: id.optional().meta({
    description: 'A business or body that the caller may act for; not beside `authority`'
  }),
  cursor: z.string().max(300).optional().meta({
    description: 'Where to go on, as links.next gave it; any other is refused (422)'
  }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'How many at once' })
})

export const draftBody = z.strictObject({
  service: code,
  values: z.record(z.string().max(80), z.union([z.string(), z.array(z.string())])),
  later: z.array(code).max(40).optional()
})
