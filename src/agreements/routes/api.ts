import { z } from 'zod'
import { clausesOf, partiesText } from '../../kernel/terms/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { type AgreementVersion, standingOf } from '../agreement-version.ts'
import { type AnnouncedRevision, waitingRevisions } from '../effect-store.ts'
import { agreementInForce, agreementVersions, listAgreements } from '../find-agreement.ts'

const bilingual = z.object({ fa: z.string(), en: z.string() })

const clause = z.object({
  id: z.string(),
  fa: z.string(),
  en: z.string(),
  bearer: z.string().describe('Who is bound: party codes joined by " and ", or "none".'),
  beneficiary: z.string(),
  kind: z.string(),
  measure: z
    .looseObject({})
    .describe('`{ name, parameters }` of a measure, or `{ by, how }` where none computes it.'),
  remedy: z.array(z.string()),
  note: bilingual.nullable()
})

const version = z.object({
  id: z.string().describe('`SK@1398`.'),
  version: z.string(),
  revision: z.number().int(),
  state: z.enum(['expired', 'draft']),
  validFrom: z.string().nullable().describe('RFC 3339; null where the text gives no start.'),
  validTo: z.string().describe('RFC 3339; the first instant without force.'),
  sha256: z.string(),
  source: z.string().describe('Path of the file as it was imported.')
})

const announced = z.object({
  id: z.string().describe('`SK@1398`.'),
  revision: z.number().int(),
  notice: z.string(),
  announcedAt: z.string(),
  source: z.string().describe('Path of the file as it was imported.')
})

const agreement = z.object({
  id: z.string(),
  authority: z.string(),
  title: bilingual,
  state: z
    .enum(['in-force', 'not-yet', 'expired', 'continued-without-agreement', 'draft'])
    .describe('Where the agreement stands now; without one in force, services go on.'),
  gapDays: z
    .number()
    .int()
    .describe('Days without an agreement since the last ended, today counted.'),
  inForce: z.string().nullable().describe('The version in force, such as `SK@1405`.'),
  shown: z.string().describe('The version whose clauses these are.'),
  versions: z.array(version),
  announced: z
    .array(announced)
    .describe('Later texts that wait for their notices to be seen; the present ones hold.'),
  clauses: z.array(clause)
})

const instant = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text))

const versionQuery = z.object({
  version: z
    .string()
    .regex(/^\d{4}(\.\d{1,2})?$/)
    .optional()
    .describe('Such as `1405`; the one in force, or else the last that was, where absent.'),
  at: instant.optional().describe('RFC 3339: the clauses that had force then.')
})

const agreementId = z.object({ id: z.string().max(20).describe('`SK` or `PI`.') })

/** The operations about agreements. */
export function apiRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/agreements',
    summary: 'Agreements with their versions, where each stands, and all clauses',
    tag: 'agreements',
    response: z.object({ items: z.array(agreement) }),
    auth: 'public',
    handler: async () => {
      const listed = await listAgreements(context.db)
      return { items: await Promise.all(listed.map((one) => answer(context, one.agreement))) }
    }
  })
  api(app, {
    method: 'get',
    path: '/agreements/{id}',
    summary: 'One agreement',
    tag: 'agreements',
    params: agreementId,
    response: agreement,
    auth: 'public',
    handler: ({ params }) => answer(context, params.id)
  })
  api(app, {
    method: 'get',
    path: '/agreements/{id}/clauses',
    summary: 'The clauses of one version of an agreement',
    tag: 'agreements',
    params: agreementId,
    query: versionQuery,
    response: z.object({ agreement: z.string(), items: z.array(clause) }),
    auth: 'public',
    handler: async ({ params, query }) => {
      const chosen = await choose(context, params.id, query)
      return { agreement: chosen.ref, items: clausesOf(chosen.document).map(clauseBody) }
    }
  })
}

/** The version asked for by name or by time; else the one that a reader is shown. */
async function choose(
  context: Context,
  id: string,
  query: z.infer<typeof versionQuery>
): Promise<AgreementVersion> {
  const { versions, shown } = await find(context, id)
  if (query.version === undefined && query.at === undefined) return shown
  const named = versions.find((one) => one.version === query.version)
  const chosen = query.at === undefined ? named : await agreementInForce(context.db, id, query.at)
  if (!chosen) throw new NotFoundError()
  return chosen
}

async function find(context: Context, id: string) {
  const versions = await agreementVersions(context.db, id)
  const standing = standingOf(versions, context.clock.now())
  const shown = versions.find(({ ref }) => ref === standing.shown?.ref)
  if (shown === undefined) throw new NotFoundError()
  return { versions, standing, shown }
}

async function answer(context: Context, id: string): Promise<z.infer<typeof agreement>> {
  const { versions, standing, shown } = await find(context, id)
  return {
    id,
    authority: shown.authority,
    title: shown.document.title,
    state: standing.state.state,
    gapDays: standing.gapDays,
    inForce: standing.inForce?.ref ?? null,
    shown: shown.ref,
    versions: versions.map(versionBody),
    announced: (await waitingRevisions(context.db, { agreement: id })).map(announcedBody),
    clauses: clausesOf(shown.document).map(clauseBody)
  }
}

function versionBody(one: AgreementVersion): z.infer<typeof version> {
  return {
    id: one.ref,
    version: one.version,
    revision: one.revision,
    state: one.state,
    validFrom: one.validity.from?.toString() ?? null,
    validTo: one.validity.to.toString(),
    sha256: one.sha256,
    source: `/agreements/${one.agreement}/${one.version}.yaml`
  }
}

function announcedBody(one: AnnouncedRevision): z.infer<typeof announced> {
  const { agreement: name, version: number, revision, notice } = one
  return {
    id: `${name}@${number}`,
    revision,
    notice,
    announcedAt: one.announcedAt.toString(),
    source: `/agreements/${name}/${number}.yaml?revision=${String(revision)}`
  }
}

function clauseBody(one: ReturnType<typeof clausesOf>[number]): z.infer<typeof clause> {
  const { measure } = one
  return {
    id: one.id,
    fa: one.fa,
    en: one.en,
    bearer: partiesText(one.bearer),
    beneficiary: partiesText(one.beneficiary),
    kind: one.kind,
    measure: 'name' in measure ? { ...measure, parameters: measure.parameters ?? {} } : measure,
    remedy: one.remedy ?? [],
    note: one.note ?? null
  }
}
