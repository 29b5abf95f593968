import { z } from 'zod'
import { stages } from '../case.ts'
import { queueStates } from '../queue.ts'

const id = z.string()
const instant = z.string().meta({ description: 'RFC 3339', format: 'date-time' })
const instantOrNull = instant.nullable()
const bilingual = z.object({ fa: z.string(), en: z.string() })
const channel = z.enum(['site', 'post', 'pishkhan', 'in-person'])

export const submissionSchema = z.object({
  case: id,
  code: z.string().meta({ description: 'Tracking code' }),
  filedAt: instant,
  dueAt: instantOrNull,
  missing: z.array(z.string()),
  repeated: z.boolean(),
  promise: z.string().nullable().meta({
    description:
      'What the public log promises of this filing, a signed note; null while its signer does not answer'
  })
})
export const changedSchema = z.object({
  case: id,
  version: z.int(),
  stage: z.enum(stages),
  dueAt: instantOrNull
})
export const documentAddedSchema = changedSchema.extend({
  document: id,
  missing: z.array(z.string()),
  started: z.boolean()
})
export const returnedSchema = changedSchema.extend({ repeat: z.boolean() })
export const steppedSchema = changedSchema.extend({ inOrder: z.boolean() })
export const visitedSchema = changedSchema.extend({
  number: z.int(),
  limit: z.int(),
  beyond: z.boolean()
})
export const assignmentSchema = z.object({
  assigned: z.array(id),
  skipped: z.array(z.object({ case: id, code: z.string() }))
})

export const clockSchema = z.object({
  state: z.enum(['not-started', 'running', 'paused', 'kept', 'late', 'stopped']),
  late: z.boolean(),
  startedAt: instantOrNull,
  dueAt: instantOrNull,
  doneAt: instantOrNull,
  remainingSeconds: z.number().nullable(),
  usedSeconds: z.number(),
  targetSeconds: z.number().nullable(),
  overrunSeconds: z.number(),
  calendarVersion: z.string(),
  beyondCalendar: z.boolean(),
  explanation: z.array(
    z.object({
      from: instant,
      to: instantOrNull,
      kind: z.enum(['counted', 'closed', 'paused']),
      cause: z.string().nullable(),
      seconds: z.number()
    })
  )
})
export const clocksSchema = z.object({
  asKnownNow: clockSchema,
  asKnownThen: clockSchema.nullable().meta({ description: 'As known at `asKnownAt`' }),
  extensions: z
    .array(
      z.object({
        outage: id,
        from: instant,
        to: instant,
        approvedAt: instant,
        reason: z.string().nullable().meta({ description: 'null once it was erased' })
      })
    )
    .meta({ description: 'Outages for which the clock stands by the word of two people' })
})

const documentSchema = z.object({
  id,
  type: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  channel,
  trackingNumber: z.string().nullable(),
  officeCode: z.string().nullable(),
  arrivedAt: instantOrNull.meta({
    description: 'When it reached the body, where that was before it was registered'
  }),
  registeredAt: instant,
  dataType: z
    .string()
    .optional()
    .meta({ description: 'Kind of data; its policy is `/data-policy`' }),
  origin: z
    .enum(['applicant', 'delegate', 'counter'])
    .optional()
    .meta({ description: 'Who gave it; a counter takes in what an applicant brings or sends' }),
  givenBy: z.string().nullish().meta({ description: 'Id of the actor who gave it' }),
  current: z.boolean()
})
export const documentsSchema = z.object({
  items: z.array(documentSchema),
  missing: z.array(z.string())
})
export const caseSchema = z.object({
  id,
  code: z.string(),
  authority: z.string(),
  unit: z.string(),
  service: z.string(),
  cardVersion: z.string(),
  version: z.int(),
  stage: z.enum(stages),
  step: z.string().nullable(),
  filedAt: instant.meta({ description: 'When it reached the body' }),
  arrivedAt: instantOrNull.meta({
    description: 'The same, where that was before it was registered'
  }),
  registeredAt: instant,
  applicant: z.object({ id, name: bilingual.nullable() }),
  answers: z.record(z.string(), z.unknown()),
  history: z.record(z.string(), z.unknown()).meta({ description: 'The facts of the case, folded' }),
  clock: clockSchema,
  documents: z.array(documentSchema),
  missing: z.array(z.string()),
  notes: z.record(
    z.string(),
    z.object({ text: z.string().nullable(), at: instant, author: z.string() })
  ),
  lookedAt: z.array(
    z.object({ at: instant, by: z.string(), name: bilingual.nullable(), role: z.string() })
  ),
  delegatedActs: z
    .array(
      z.object({
        at: instant,
        what: z.string().meta({ description: 'Kind of the fact' }),
        by: id,
        name: bilingual.nullable(),
        kind: z.string().nullable()
      })
    )
    .meta({ description: 'What delegates did for the applicant, each under their own name' }),
  sealed: z
    .object({
      unit: z.object({ id, title: bilingual }),
      judgements: z.array(z.object({ id, verdict: z.string(), note: z.string(), at: instant }))
    })
    .nullable()
    .meta({ description: 'Of a sealed case: to whom, and what that unit signed' }),
  may: z.record(z.string(), z.boolean())
})

const listedCase = z.object({
  id,
  code: z.string(),
  authority: z.string(),
  service: z.string(),
  stage: z.enum(stages),
  step: z.string().nullable(),
  filedAt: instant,
  dueAt: instantOrNull,
  late: z.boolean(),
  unit: z.string().optional(),
  state: z.enum(queueStates).optional(),
  applicantName: bilingual.optional(),
  assignedTo: z.string().nullable().optional(),
  priority: z.int().optional(),
  orderAt: instant.optional()
})
export const caseListSchema = z.object({
  items: z.array(listedCase),
  counts: z.object({ open: z.int(), waiting: z.int(), late: z.int(), mine: z.int() }).optional(),
  links: z.object({ next: z.string().nullable() })
})

/** What was given to the applicant at filing, as it was issued. */
export const receiptSchema = z.object({
  case: id,
  issuedAt: instant,
  filedAt: instant,
  code: z.string(),
  cardVersion: z.string(),
  agreementVersion: z.string().nullable(),
  promisedTime: z.object({ amount: z.number(), unit: z.string() }),
  feeRial: z.number(),
  clockState: clockSchema.shape.state,
  startedAt: instantOrNull,
  dueAt: instantOrNull.meta({ description: 'As promised then; null while documents were to come' }),
  calendarVersion: z.string(),
  documents: z.array(documentSchema.omit({ current: true })),
  missing: z.array(z.string()),
  factsThrough: id.meta({ description: 'The newest fact that it was issued from' })
})

export const publicStateSchema = z.object({
  code: z.string(),
  authority: z.string(),
  service: z.string(),
  serviceTitle: bilingual,
  stage: z.enum(stages),
  step: z.string().nullable(),
  stepTitle: bilingual.nullable(),
  stepNumber: z.int().nullable(),
  steps: z.int(),
  filedAt: instant,
  dueAt: instantOrNull,
  late: z.boolean(),
  endedAt: instantOrNull,
  reopened: z
    .object({ at: instant, solvedAt: instant, reason: z.string() })
    .nullable()
    .meta({ description: 'The last reopening, if there was one: when, after which end, and why' })
})

/** Where a case stands, as its applicant reads it at a counter. */
export const counterStateSchema = publicStateSchema.extend({
  case: id,
  missing: z.array(z.string()).describe('Codes of documents that are still missing.'),
  returns: z.array(
    z.object({
      at: instant,
      resubmittedAt: instantOrNull,
      defects: z.array(
        z.object({ code: z.string(), item: z.string(), note: z.string().nullable() })
      )
    })
  ),
  decision: z
    .object({ at: instant, outcome: z.string(), post: z.string(), reason: z.string().nullable() })
    .nullable()
})

export const uploadSchema = z.object({
  id,
  service: z.string(),
  document: z.string(),
  name: z.string(),
  sizeBytes: z.int().nullable(),
  sizeBytesMax: z.int(),
  receivedBytes: z.int(),
  mediaType: z.string().nullable(),
  sha256: z.string().nullable(),
  finished: z.boolean(),
  draft: id.nullable(),
  case: id.nullable(),
  startedAt: instant
})
export const draftSchema = z.object({
  id,
  service: z.string(),
  cardVersion: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  later: z.array(z.string()),
  savedAt: instant,
  uploads: z.array(uploadSchema)
})
export const draftListSchema = z.object({ items: z.array(draftSchema) })
