import { publicLog } from '../ledger/index.ts'
import { personalData } from '../people/index.ts'
import { type Context, type Db, inTransaction } from '../platform/index.ts'
import { caseById, caseIdByCode } from './case-store.ts'
import { open } from './demand-stage.ts'
import { messages } from './messages-personal-data.ts'
import { collectCases } from './personal-cases.ts'
import {
  type HeldCase,
  beginErasingCase,
  casesBeingErased,
  casesOfPerson,
  casesPastTime,
  countUnsent,
  emptyCases,
  lastFactAt,
  removeUnsent
} from './personal-data-store.ts'
import { parseTrackingCode } from './tracking-code.ts'

const { entries: t } = messages
const dataType = 'forms-documents'

/** Applications with their answers, documents and notes, drafts and uploads. */
export const holder: personalData.PersonalDataHolder = {
  slice: 'cases',
  tables: [
    'cases',
    'case_documents',
    'document_shares',
    'case_notes',
    'case_judgements',
    'case_receipts',
    'case_codes',
    'case_clocks',
    'case_submissions',
    'file_chunks',
    'queue_items',
    'drafts',
    'uploads'
  ],
  dataTypes: [dataType],
  collect: collectCases,
  async foresee(db, person, at) {
    const { erasable, kept, running } = await judge(db, person, at)
    const unsent = await countUnsent(db, person)
    return {
      erased: [
        { what: t.cases, count: erasable.filter(({ erasedAt }) => erasedAt === null).length },
        { what: t.drafts, count: unsent.drafts },
        { what: t.uploads, count: unsent.uploads }
      ].filter(({ count }) => count > 0),
      kept,
      refused: running.length === 0 ? [] : [refusal(running.length)]
    }
  },
  async evidence(db, person, at) {
    const { erasable } = await judge(db, person, at)
    return erasable.map(({ id }) => ({ owner: person, subject: id }))
  },
  async erase(tx, person, at) {
    const { erasable, kept } = await judge(tx, person, at)
    const cases = await emptyCases(tx, { applicant: person, cases: erasable }, at)
    return { erased: { ...cases, ...(await removeUnsent(tx, person)) }, kept }
  },
  async things(db, person) {
    return (await casesOfPerson(db, person)).map(({ id }) => id)
  },
  expire,
  async find(db, text) {
    const code = parseTrackingCode(text)
    const id = code === null ? null : await caseIdByCode(db, code)
    const record = id === null ? null : await caseById(db, id)
    return record && { person: record.applicant, authority: record.authority, case: record.id }
  }
}

/** What an erasure may do with each case of a person now. */
async function judge(
  db: Db,
  person: string,
  at: Temporal.Instant
): Promise<{
  erasable: HeldCase[]
  kept: personalData.KeptData[]
  running: HeldCase[]
}> {
  const cases = await casesOfPerson(db, person)
  const [holds, rules] = await Promise.all([
    personalData.holdsOnPerson(db, person),
    personalData.retentionRules(db)
  ])
  const running = cases.filter(({ stage }) => open.includes(stage))
  const keptCases = new Map<HeldCase, personalData.KeptData>()
  for (const one of cases.filter((each) => !running.includes(each) && each.erasedAt === null)) {
    const what = t.case(one.service)
    const hold = personalData.isHeld(holds, { authority: one.authority, case: one.id })
    const rule = personalData.ruleFor(rules, { ...one, dataType })
    const until = personalData.keptUntil(rule, lastFactAt(one), at)
    if (hold !== null) keptCases.set(one, { what, because: personalData.heldBecause, until: null })
    else if (until !== null) {
      keptCases.set(one, { what, because: personalData.retainedBecause, until })
    }
  }
  return {
    erasable: cases.filter((one) => !running.includes(one) && !keptCases.has(one)),
    kept: [...keptCases.values(), ...running.map(stillRunning)],
    running
  }
}

/** One that was opened while an erasure was under way: the erasure comes back for it. */
function stillRunning(one: HeldCase): personalData.KeptData {
  return { what: t.case(one.service), because: t.running, until: null }
}

function refusal(count: number): personalData.Refused {
  return { code: 'personal-data/case-running', text: t.runningRefuses(count) }
}

const casesAtOnce = 50

/** Erases the cases that have passed their time, and finishes those whose erasure was broken off. */
async function expire(context: Context, past: personalData.PastTime): Promise<number> {
  await finish(context, await casesBeingErased(context.db, past.most))
  const at = context.clock.now()
  let erased = 0
  let after: HeldCase | null = null
  while (erased < past.most) {
    const page: HeldCase[] = await casesPastTime(context.db, { ...past, most: casesAtOnce }, after)
    after = page.at(-1) ?? null
    if (after === null) break
    const begun: HeldCase[] = []
    for (const one of page) if (await begin(context, one, at)) begun.push(one)
    await finish(context, begun)
    erased += begun.length
  }
  return erased
}

/** The point of no return of one case, against a hold that is placed at the same time. */
function begin(context: Context, one: HeldCase, at: Temporal.Instant): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const holds = await personalData.holdsInLock(tx, one.applicant)
    if (personalData.isHeld(holds, { authority: one.authority, case: one.id }) !== null)
      return false
    return beginErasingCase(tx, one, at)
  })
}

async function finish(context: Context, cases: readonly HeldCase[]): Promise<void> {
  const at = context.clock.now()
  for (const one of cases) {
    await publicLog.eraseEvidence(context, { owner: one.applicant, subject: one.id })
    await inTransaction(context.db, (tx) =>
      emptyCases(tx, { applicant: one.applicant, cases: [one] }, at)
    )
  }
}
