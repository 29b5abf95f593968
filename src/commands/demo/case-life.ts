import { acceptance } from '../../agreements/index.ts'
import { caseDesk } from '../../cases/index.ts'
import type { ServiceCard } from '../../catalogue/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, Refusal } from '../../platform/index.ts'
import { type Agenda, atTheOffice } from './agenda.ts'
import { inventAnswers } from './answers.ts'
import { inventApplicant } from './applicants.ts'
import { inventFile } from './files.ts'
import type { Random } from './random.ts'
import type { Staff } from './staff.ts'

/** Where a replayed life takes place. */
export interface Stage {
  readonly context: Context
  readonly agenda: Agenda
  readonly random: Random
  readonly staff: Staff
}

interface Life {
  readonly stage: Stage
  readonly card: ServiceCard
  readonly applicant: Actor
  readonly case: string
  /** Seconds from filing to decision that this office will take, if nothing is returned. */
  readonly paceSeconds: number
}

const secondsOf = { hours: 3600, 'calendar-days': 86_400, 'working-days': 126_000 } as const

/** Files one application now, and puts the rest of its life on the agenda. */
export async function beginCase(stage: Stage, card: ServiceCard): Promise<void> {
  const { context, random } = stage
  const applicant = await inventApplicant(context, random)
  const answers = inventAnswers(card.form, random)
  const files = card.documents
    .filter((document) => document.mandatory || random.chance(0.3))
    .map((document) => ({ document: document.code, ...inventFile(document, applicant.id) }))
  const submissionKey = `replay-${applicant.id}`
  const counter = random.chance(0.15) ? await counterOf(stage, card) : null
  if (counter === null) await acceptFirst(context, applicant, card.authority)
  const filed =
    counter === null
      ? await caseDesk.submitCase(context, applicant, {
          service: card.code,
          answers,
          files,
          submissionKey
        })
      : await caseDesk.registerIntake(context, counter.clerk, {
          ...counter.way,
          service: card.code,
          applicant: { person: applicant.id },
          answers,
          files,
          submissionKey
        })
  const promiseSeconds = card.promisedTime.amount * secondsOf[card.promisedTime.unit]
  const slow = random.chance(0.09)
  const share = slow ? 1.1 + random.next() * 0.6 : 0.25 + random.next() * 0.5
  await plan({ stage, card, applicant, case: filed.case, paceSeconds: promiseSeconds * share })
}

/** Whoever comes over the site accepts what the authority asks for; on paper it comes with the paper. */
async function acceptFirst(context: Context, applicant: Actor, authority: string): Promise<void> {
  const asked = await acceptance.toAccept(context.db, authority, context.clock.now())
  if (asked === null) return
  const { ref: version } = asked.version
  await acceptance.acceptAgreement(context, applicant, { authority, version })
}

async function counterOf(stage: Stage, card: ServiceCard) {
  const { random, staff } = stage
  const ways = [
    { channel: 'post', trackingNumber: String(random.between(10_000_000, 99_999_999)) },
    {
      channel: 'pishkhan',
      officeCode: `72${String(random.between(100_000, 999_999))}`,
      consentOnPaper: true
    },
    { channel: 'in-person' }
  ].filter((way) => card.channels.some((channel) => channel === way.channel))
  const clerk = await staff.clerk(card.authority)
  return ways.length === 0 || clerk === null ? null : { clerk, way: random.pick(ways) }
}

async function plan(life: Life): Promise<void> {
  const { random } = life.stage
  if (random.chance(0.03)) {
    later(life, 0.3, () =>
      attempt(life, () =>
        caseDesk.withdrawCase(life.stage.context, life.applicant, { case: life.case })
      )
    )
    return
  }
  if (random.chance(0.02)) later(life, 0.04, () => askOffTheCard(life))
  if (life.card.visitsMax > 0 && random.chance(0.7)) later(life, 0.3, () => visit(life, false))
  if (random.chance(0.02)) later(life, 0.4, () => visit(life, true))
  if (random.chance(0.22)) later(life, 0.08, () => returnForDefect(life))
  else later(life, 0.1, () => proceed(life, 0))
}

/**
 * Takes the case into its step number `index` and puts the next one on the agenda; after the last one
 * comes the decision. Whoever has the case now sends it on.
 */
async function proceed(life: Life, index: number): Promise<void> {
  const { random } = life.stage
  const { steps } = life.card
  if (index >= steps.length) return decide(life)
  const skips = index > 0 && index < steps.length - 1 && random.chance(0.01)
  const step = steps[skips ? index + 1 : index]
  const sender = steps[Math.max(0, index - 1)]
  if (step === undefined || sender === undefined) return undefined
  await attempt(life, () => enter(life, { step: step.code, by: sender.post, outOfOrder: skips }))
  const share = (0.85 / steps.length) * (0.7 + random.next() * 0.6)
  later(life, share, () => proceed(life, index + (skips ? 2 : 1)))
}

/**
 * Puts something on the agenda at a share of the life's pace: in office hours, but for services that
 * are promised in hours, whose desk is there day and night.
 */
function later(life: Life, share: number, run: () => Promise<void>): void {
  const { agenda, context, random } = life.stage
  const at = context.clock.now().add({ seconds: Math.round(life.paceSeconds * share) })
  const atAnyHour = life.card.promisedTime.unit === 'hours'
  agenda.add({ at: atAnyHour ? at : atTheOffice(at, random.between(0, 59)), run })
}

/** Real people are refused now and then; the replay goes on, as they do. Bugs are not caught. */
async function attempt(life: Life, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    life.stage.staff.refused(error.code)
  }
}

async function enter(
  life: Life,
  into: { step: string; by: string; outOfOrder: boolean }
): Promise<void> {
  const { context, random, staff } = life.stage
  const officer = await staff.holder(life.card.authority, into.by)
  if (officer === null) return
  if (random.chance(0.5)) await caseDesk.viewCase(context, officer, { case: life.case })
  const reason = 'مرحله پیش در همین روز به صورت همزمان انجام شد.'
  await caseDesk.enterStep(context, officer, {
    case: life.case,
    step: into.step,
    ...(into.outOfOrder ? { reason } : {})
  })
}

async function returnForDefect(life: Life): Promise<void> {
  const { card, stage } = life
  const document = card.documents.find((each) => each.mandatory)
  const officer = await stage.staff.holder(
    card.authority,
    card.steps[0]?.post ?? card.approver.post
  )
  if (document === undefined || officer === null) return
  await attempt(life, async () => {
    await caseDesk.returnCase(stage.context, officer, {
      case: life.case,
      defects: [
        {
          code: 'document-unreadable',
          item: `document:${document.code}`,
          note: 'تصویر خوانا نیست؛ لطفاً با نور کافی دوباره بفرستید.'
        }
      ]
    })
    const waits = stage.random.between(4, 70)
    stage.agenda.add({
      at: stage.context.clock.now().add({ hours: waits }),
      run: () => mend(life, document)
    })
  })
}

async function mend(life: Life, document: ServiceCard['documents'][number]): Promise<void> {
  const { context } = life.stage
  await attempt(life, async () => {
    const file = inventFile(document, `${life.case} again`)
    await caseDesk.addDocument(context, life.applicant, {
      case: life.case,
      document: document.code,
      channel: 'site',
      file
    })
    await caseDesk.resubmitCase(context, life.applicant, { case: life.case })
    later(life, 0.1, () => proceed(life, 0))
  })
}

/** An officer asks for a paper that the card does not list: refused, and counted (PI-4.1.2). */
async function askOffTheCard(life: Life): Promise<void> {
  const { card, stage } = life
  const officer = await stage.staff.holder(
    card.authority,
    card.steps[0]?.post ?? card.approver.post
  )
  if (officer === null) return
  await attempt(life, () =>
    caseDesk.returnCase(stage.context, officer, {
      case: life.case,
      defects: [{ code: 'document-missing', item: 'document:good-conduct-letter' }]
    })
  )
}

async function visit(life: Life, beyond: boolean): Promise<void> {
  const clerk = await life.stage.staff.clerk(life.card.authority)
  if (clerk === null) return
  await attempt(life, () =>
    caseDesk.recordVisit(life.stage.context, clerk, {
      case: life.case,
      causedBy: 'provider',
      ...(beyond ? { insist: 'اصل مدرک باید دیده می‌شد.' } : {})
    })
  )
}

async function decide(life: Life): Promise<void> {
  const { card, stage } = life
  const approver = await stage.staff.holder(card.authority, card.approver.post)
  if (approver === null) return
  const granted = stage.random.chance(0.88)
  await attempt(life, () =>
    caseDesk.decideCase(stage.context, approver, {
      case: life.case,
      outcome: granted ? 'granted' : 'refused',
      reason: granted
        ? 'مدارک کامل است و شرایط اعلام‌شده احراز شد.'
        : 'شرایط اعلام‌شده در شناسنامه خدمت احراز نشد.'
    })
  )
}
