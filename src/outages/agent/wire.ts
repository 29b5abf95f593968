// The words between the desk and its probes (docs/specs/probes.md). Both ends read them from here.
import { z } from 'zod'

/** Version of the plan and of the batch. */
export const wireVersion = 1
/** Limits of one batch; a desk may refuse what is longer. */
export const resultsPerBatchMax = 2000
export const batchBytesMax = 4_000_000
/** Longest time between a result and its report: what is older is dropped and told as such. */
export const ageMillisecondsMax = 31 * 86_400_000

/**
 * Header of a batch: whole milliseconds between the making of the batch and this sending of it. The body
 * of a batch never changes, so that its `Idempotency-Key` means one body however often it is sent; what
 * passed since it was made stands here.
 */
export const batchAgeHeader = 'peyman-batch-age-ms'

/**
 * Milliseconds that the header says: a whole number up to `ageMillisecondsMax`, as an agent writes it.
 * Without a header the batch counts as made just now.
 * @returns `null` where it is none: the results of such a batch would get wrong times.
 */
export function batchAgeOf(header: unknown): number | null {
  if (header === undefined) return 0
  const isWhole = typeof header === 'string' && /^\d{1,10}$/.test(header)
  const age = isWhole ? Number(header) : Number.NaN
  return age <= ageMillisecondsMax ? age : null
}

/**
 * When something in a batch happened, by the clock of the desk alone.
 * @param receivedAt - The desk's time at which the request arrived.
 * @param batchAge - Value of `batchAgeHeader`.
 * @param ageMs - Of the result, when the batch was made.
 * @throws {RangeError} If `batchAge` is none.
 */
export function instantOfResult(
  receivedAt: Temporal.Instant,
  batchAge: unknown,
  ageMs: number
): Temporal.Instant {
  const since = batchAgeOf(batchAge)
  if (since === null) throw new RangeError(`${batchAgeHeader} is no age`)
  return receivedAt.subtract({ milliseconds: since + ageMs })
}

/** Why a target did not do what it should. */
export const probeReasons = [
  'connect',
  'dns',
  'timeout',
  'tls',
  'tls-expires',
  'status',
  'keyword',
  'json',
  'redirect-loop',
  'redirect-host',
  'too-large',
  'journey',
  'menu',
  'protocol',
  'letter-key',
  'letter-accept',
  'letter-publish',
  'letter-content',
  'letter-open',
  'letter-proof'
] as const

/** One of `probeReasons`. */
export type ProbeReason = (typeof probeReasons)[number]

const hostName = z.string().min(1).max(253)
const webAddress = z
  .string()
  .max(2048)
  .regex(/^https?:\/\//i)
const idText = z.string().min(1).max(200)
const count = z.int().min(0)

const httpCheck = z.object({
  kind: z.literal('http'),
  url: webAddress,
  method: z.enum(['GET', 'HEAD']).default('GET'),
  /** Any of them is right. */
  status: z.array(z.int().min(100).max(599)).min(1).max(50).default([200]),
  keyword: z.string().min(1).max(500).nullable().default(null),
  /** `true`: the keyword must not be there. */
  keywordAbsent: z.boolean().default(false),
  jsonPath: z
    .object({
      path: z.string().min(1).max(500),
      equals: z.union([z.string().max(1000), z.number(), z.boolean(), z.null()])
    })
    .nullable()
    .default(null),
  redirectsMax: z.int().min(0).max(10).default(5),
  /** Least days that the certificate must still be good for; `null`: not looked at. */
  tlsDaysMin: z.int().min(0).max(3650).nullable().default(null),
  bytesMax: z.int().min(1).max(16_000_000).default(1_000_000)
})

const tcpCheck = z.object({
  kind: z.literal('tcp'),
  host: hostName,
  port: z.int().min(1).max(65_535)
})

const dnsCheck = z.object({
  kind: z.literal('dns'),
  name: hostName,
  type: z.enum(['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'NS']),
  /** Address of a name server, `192.0.2.53` or `192.0.2.53:5353`; `null`: those of the system. */
  server: z.string().min(1).max(255).nullable().default(null),
  expect: z.array(z.string().max(500)).max(50).nullable().default(null)
})

const journeyCheck = z.object({
  kind: z.literal('journey'),
  origin: webAddress,
  service: z.string().min(1).max(50).nullable().default(null),
  trackingCode: z.string().min(1).max(50).nullable().default(null)
})

const menuCheck = z.object({
  kind: z.literal('menu'),
  origin: webAddress,
  /** Path of the page that a link of the front page leads to, such as `/services`; or the link's words. */
  menu: z.string().min(1).max(500),
  services: z.array(z.string().min(1).max(50)).max(2000)
})

const letterCheck = z.object({
  kind: z.literal('letter'),
  /** The desk through which a letter is sent; of no other than that of the canary file. */
  origin: webAddress
})

/** What a probe looks at. */
export const checkSchema = z.discriminatedUnion('kind', [
  httpCheck,
  tcpCheck,
  dnsCheck,
  journeyCheck,
  menuCheck,
  letterCheck
])

/** One thing to look at, again and again. */
export const targetSchema = z.object({
  id: idText,
  everySeconds: z.int().min(1).max(86_400),
  timeoutMs: z.int().min(100).max(600_000),
  check: checkSchema
})

/** A notice that nobody has seen on the portal yet. */
export const noticeToSeeSchema = z.object({
  id: idText,
  version: z.int().min(1),
  url: webAddress,
  sha256: z.string().max(64),
  lines: z.array(z.string().max(20_000)).max(2000)
})

/** Answer of `GET /api/v1/probe-plan`. */
export const planSchema = z.object({
  v: z.literal(wireVersion),
  /** Id of the API key that asked: the vantage point. */
  vantage: z.string().min(1).max(200),
  refreshSeconds: z.int().min(1).max(86_400),
  targets: z.array(targetSchema),
  notices: z.array(noticeToSeeSchema),
  /** Host names that belong to the authority, in small letters, without ports. */
  hosts: z.array(hostName),
  /** Hosts, or hosts with a port, that may be asked at an address which is not public. */
  inside: z.array(z.string().min(1).max(300)).default([])
})

/** What one look at a target gave. */
export const resultSchema = z.object({
  target: idText,
  /** From the beginning of the look to the making of the batch. */
  ageMs: count.max(ageMillisecondsMax),
  ok: z.boolean(),
  tookMs: count.max(86_400_000),
  /** `null` where `ok`. */
  reason: z.enum(probeReasons).nullable(),
  /** For the IT manager, in English; never what a page said. */
  detail: z.string().max(300).nullable(),
  /** Of a menu: how many of its services were reached, and which were not. */
  found: z.object({ reached: count, missing: z.array(z.string().max(50)).max(2000) }).optional()
})

/** A notice that was read on the portal. */
export const sightingSchema = z.object({
  notice: idText,
  version: z.int().min(1),
  ageMs: count.max(ageMillisecondsMax),
  /** The page as it was fetched, gzip, base64. */
  page: z.base64().max(3_000_000)
})

/** A notice that was looked for on the portal and is not there, and why; told when that changes. */
export const missedNoticeSchema = z.object({
  notice: idText,
  version: z.int().min(1),
  ageMs: count.max(ageMillisecondsMax),
  /** `null`: the page is there, the lines are not. */
  reason: z.enum(probeReasons).nullable(),
  detail: z.string().max(300).nullable()
})

/** A host that a page of a registered host leads to or loads from, and that is not registered. */
export const foundHostSchema = z.object({
  host: hostName,
  foundOn: webAddress,
  /** `form`: what people type goes there; `resource`: the page loads from it; `link`: it leads there. */
  use: z.enum(['form', 'resource', 'link']).optional()
})

/** Body of `POST /api/v1/probe-results`; its `Idempotency-Key` is `batch`. */
export const batchSchema = z.object({
  v: z.literal(wireVersion),
  batch: z.uuid(),
  results: z.array(resultSchema).max(resultsPerBatchMax),
  sightings: z.array(sightingSchema).max(100),
  /** Notices that were looked for in vain. */
  missed: z.array(missedNoticeSchema).max(500).optional(),
  hosts: z.array(foundHostSchema).max(1000),
  /** Results before this batch that the agent had to throw away. */
  dropped: count.optional()
})

/** Answer of `POST /api/v1/probe-results`; `index` is that of `results`. */
export const batchAnswerSchema = z.object({
  accepted: count,
  refused: z.array(z.object({ index: count, code: z.string() }))
})

/** Checks by kind. */
export type Check = z.infer<typeof checkSchema>
/** A target of the plan. */
export type ProbeTarget = z.infer<typeof targetSchema>
/** The plan of one vantage point. */
export type ProbePlan = z.infer<typeof planSchema>
/** A notice to be seen. */
export type NoticeToSee = z.infer<typeof noticeToSeeSchema>
/** One result. */
export type ProbeResult = z.infer<typeof resultSchema>
/** What a walk through a menu found. */
export type MenuFound = NonNullable<ProbeResult['found']>
/** One sighting of a notice. */
export type Sighting = z.infer<typeof sightingSchema>
/** A notice that was not there. */
export type MissedNotice = z.infer<typeof missedNoticeSchema>
/** A host that is used and not registered. */
export type FoundHost = z.infer<typeof foundHostSchema>
/** Everything that one report says. */
export type ProbeBatch = z.infer<typeof batchSchema>
