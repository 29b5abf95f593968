import type { Actor } from '../../people/index.ts'
import { type Context, InvalidInputError, type Lang } from '../../platform/index.ts'
import { addDocument } from '../add-document.ts'
import { assignCase } from '../assign-case.ts'
import type { AtCounter } from '../case-consent.ts'
import { demandConsentGiven } from '../counter-consent.ts'
import { reopeningReasons } from '../case.ts'
import { decideCase } from '../decide-case.ts'
import { enterStep } from '../enter-step.ts'
import { caseMessages } from '../messages-case.ts'
import { fileMessages } from '../messages-desk.ts'
import { recordVisit } from '../record-visit.ts'
import { reopenCase } from '../reopen-case.ts'
import { resubmitCase } from '../resubmit-case.ts'
import { returnCase } from '../return-case.ts'
import { acceptSealed } from '../sealed/accept-sealed.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import { viewCase } from '../view-case.ts'
import { withdrawCase } from '../withdraw-case.ts'
import type { DeskForm } from '../views/desk-case-options.ts'
import { channelIn, choiceIn, commas, count } from '../views/words.ts'
import { defectsIn, versionIn } from './desk-form-input.ts'
import { answersIn, type Sent, textIn } from './page-input.ts'
import { sealedCorrectionIn } from './sealed-input.ts'
import { readTypedTime } from './typed-time.ts'

/** Who does what to which case, as a form of the officer's page says. */
export interface DeskAct {
  readonly context: Context
  readonly actor: Actor
  readonly id: string
  readonly sent: Sent
  readonly lang: Lang
}

/** Does it, and says what was done. */
export type DeskWork = (act: DeskAct) => Promise<string>

/** What each form of the officer's page does. */
export const deskWork: Readonly<Record<DeskForm, DeskWork>> = {
  return: returnToApplicant,
  judgement: judge,
  steps: takeStep,
  visits: noteVisit,
  assignment: giveTo,
  decision: decide,
  reopening: reopen,
  documents: takeDocument,
  resubmission: resubmit,
  withdrawal: withdraw
}

async function returnToApplicant({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const { card } = await viewCase(context, actor, { case: id })
  const defects = defectsIn(sent, card)
  if (defects.length === 0) {
    const text = fileMessages.entries.returnNothing
    throw new InvalidInputError([{ pointer: '/defects', code: 'case/defects-required', text }])
  }
  await returnCase(context, actor, { case: id, defects, ...versionIn(sent) })
  return fileMessages.in(lang).returned(count({ lang }, defects.length))
}

/** What the unit that opened a sealed case found; its script has signed it. */
async function judge({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const t = sealedPageMessages.in(lang)
  const note = Buffer.from(textIn(sent, 'signed') ?? '', 'base64').toString('utf8') || undefined
  if (textIn(sent, 'verdict') === 'accepted') {
    await acceptSealed(context, actor, { case: id, note, ...versionIn(sent) })
    return t.acceptedNow
  }
  const { card } = await viewCase(context, actor, { case: id })
  const defects = defectsIn(sent, card)
  await returnCase(context, actor, { case: id, defects, judgement: note, ...versionIn(sent) })
  return t.returnedNow
}

async function takeStep({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const t = fileMessages.in(lang)
  const step = textIn(sent, 'step') ?? ''
  const { card } = await viewCase(context, actor, { case: id })
  const title = card.steps.find(({ code }) => code === step)?.title[lang] ?? step
  const { inOrder } = await enterStep(context, actor, {
    case: id,
    step,
    reason: textIn(sent, 'reason'),
    ...versionIn(sent)
  })
  return inOrder ? t.entered(title) : t.enteredOutOfOrder(title)
}

async function noteVisit({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const t = fileMessages.in(lang)
  const { beyond } = await recordVisit(context, actor, {
    case: id,
    causedBy: textIn(sent, 'causedBy') === 'applicant' ? 'applicant' : 'provider',
    insist: textIn(sent, 'insist'),
    ...versionIn(sent)
  })
  return beyond ? t.visitBeyond : t.visitRecorded
}

async function giveTo({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const chosen = textIn(sent, 'to')
  const to = chosen === 'me' ? actor.id : chosen === 'nobody' ? null : (chosen ?? null)
  const { assigned } = await assignCase(context, actor, { cases: [id], to })
  if (assigned.length > 0) return fileMessages.in(lang).assigned
  const text = fileMessages.entries.notAssigned
  throw new InvalidInputError([{ pointer: '/to', code: 'case/not-assigned', text }])
}

async function decide({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const outcome = choiceIn(textIn(sent, 'outcome'), ['granted', 'refused'])
  if (outcome === undefined) throw missing('/outcome')
  await decideCase(context, actor, {
    case: id,
    outcome,
    reason: textIn(sent, 'reason') ?? '',
    deliverBy: channelIn(textIn(sent, 'deliverBy')),
    outOfOrderReason: textIn(sent, 'outOfOrderReason'),
    ...versionIn(sent)
  })
  return fileMessages.in(lang).decided
}

async function reopen({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const reason = choiceIn(textIn(sent, 'reason'), reopeningReasons)
  if (reason === undefined) throw missing('/reason')
  await reopenCase(context, actor, {
    case: id,
    reason,
    policy: textIn(sent, 'policy') === 'restart' ? 'restart' : 'resume',
    note: textIn(sent, 'note'),
    ...versionIn(sent)
  })
  return caseMessages.in(lang).reopened
}

/** A document that came by post, over a counter or in a hand; both its times are kept. */
async function takeDocument({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const t = caseMessages.in(lang)
  const document = textIn(sent, 'document')
  const upload = textIn(sent, 'upload')
  if (document === undefined) throw missing('/document')
  if (upload === undefined) throw missing('/file')
  const arrivedAt = arrivalIn(sent)
  const { missing: left, started } = await addDocument(context, actor, {
    case: id,
    document,
    upload,
    channel: textIn(sent, 'channel') ?? '',
    trackingNumber: textIn(sent, 'trackingNumber'),
    ...counterIn(sent),
    arrivedAt,
    lateReason: textIn(sent, 'lateReason')
  })
  const { card } = await viewCase(context, actor, { case: id })
  const title = (code: string) =>
    card.documents.find((each) => each.code === code)?.title[lang] ?? code
  const rest = started
    ? t.clockStarted
    : left.length > 0
      ? t.stillMissing(commas({ lang }, left.map(title)))
      : ''
  return `${t.documentAdded(title(document))} ${rest}`.trim()
}

/** When something came, as the form says it; nothing for what came just now. */
function arrivalIn(sent: Sent): Temporal.Instant | undefined {
  const { at, problems } = readTypedTime({
    date: textIn(sent, 'arrivedDate'),
    time: textIn(sent, 'arrivedTime'),
    dateName: 'arrivedDate',
    timeName: 'arrivedTime',
    timeElse: '08:00'
  })
  if (problems.length > 0) throw new InvalidInputError(problems)
  return at
}

async function resubmit({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  const { card } = await viewCase(context, actor, { case: id })
  await resubmitCase(context, actor, {
    case: id,
    answers: answersIn(sent, card.form),
    contest: textIn(sent, 'contest'),
    ...sealedCorrectionIn(sent),
    ...counterIn(sent),
    arrivedAt: arrivalIn(sent),
    ...versionIn(sent)
  })
  return caseMessages.in(lang).sentAgain
}

/** For whoever stands at a counter, and agreed to it. */
async function withdraw({ context, actor, id, sent, lang }: DeskAct): Promise<string> {
  demandConsentGiven(counterIn(sent))
  const reason = textIn(sent, 'reason')
  const input = { case: id, reason, ...counterIn(sent), ...versionIn(sent) }
  await withdrawCase(context, actor, input)
  return caseMessages.in(lang).withdrawnAtCounter
}

/** What a form says of whoever stands at a counter. */
export function counterIn(sent: Sent): AtCounter {
  return {
    officeCode: textIn(sent, 'officeCode'),
    consentCode: textIn(sent, 'consentCode'),
    consentOnPaper: textIn(sent, 'consentOnPaper') !== undefined
  }
}

function missing(pointer: string): InvalidInputError {
  const text = fileMessages.entries.chooseOne
  return new InvalidInputError([{ pointer, code: 'form/missing', text }])
}
