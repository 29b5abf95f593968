import type { ServiceCard } from '../../catalogue/index.ts'
import { type Actor, actorOf, consent, personById, type PersonInput } from '../../people/index.ts'
import { type Page, type PageAnswer, redirect } from '../../platform/http/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  Refusal,
  withScope
} from '../../platform/index.ts'
import { demandOfficeChannel, placeOf } from '../counter-consent.ts'
import { demandArrival } from '../demand-arrival.ts'
import { missingDocuments } from '../case-rules.ts'
import { checkAnswers } from '../check-answers.ts'
import { intakeMessages } from '../messages-intake.ts'
import { offeredCard } from '../published.ts'
import { registerIntake, type RegisterIntakeInput } from '../register-intake.ts'
import { uploadFile } from '../upload-file.ts'
import { intakeFormPage, type KeptScan } from '../views/intake-form-page.ts'
import { channelIn, choiceIn } from '../views/words.ts'
import { answersIn, problemsOf, readFiles, type Sent, textIn, tried } from './page-input.ts'
import { sealingFor } from '../sealed/sealing-page.ts'
import { sealedIn } from './sealed-input.ts'
import { readTypedTime } from './typed-time.ts'

/** What came with the form: texts, scans (of this or an earlier sending), and wrong files. */
interface Sending {
  readonly actor: Actor
  readonly sent: Sent
  readonly card: ServiceCard
  readonly cardVersion: string
  readonly scans: readonly KeptScan[]
  readonly problems: readonly FieldProblem[]
}

/** Registers an application; a refused form comes back whole, with the scans that were received. */
export async function register(context: Context, p: Page): Promise<PageAnswer> {
  const sending = await readSending(context, p)
  const { actor, sent, card, scans } = sending
  if (textIn(sent, 'then') === 'consent') return askForConsent(context, p, sending)
  const arrived = readTypedTime({
    date: textIn(sent, 'arrivedDate'),
    time: textIn(sent, 'arrivedTime'),
    dateName: 'arrivedDate',
    timeName: 'arrivedTime',
    timeElse: '08:00'
  })
  const problems = [...sending.problems, ...arrived.problems]
  if (problems.length > 0) {
    // All that can be said at once is: the answers are judged although the files keep the form back.
    const { problems: wrong } = checkAnswers(card, answersIn(sent, card.form), context.clock.now())
    problems.push(...wrong)
  }
  if (problems.length > 0) return again(context, p, { ...sending, problems, status: 422 })
  const channel = textIn(sent, 'channel') ?? ''
  const outcome = await tried(async () => {
    await demandOfficeChannel(context, p.request.session, channel)
    return registerIntake(context, actor, {
      service: card.code,
      channel,
      applicant: applicantIn(sent),
      trackingNumber: textIn(sent, 'trackingNumber'),
      officeCode: textIn(sent, 'officeCode'),
      consentCode: textIn(sent, 'consentCode'),
      consentOnPaper: textIn(sent, 'consentOnPaper') !== undefined,
      arrivedAt: arrived.at,
      lateReason: textIn(sent, 'lateReason'),
      answers: answersIn(sent, card.form),
      sealed: sealedIn(sent),
      uploads: scans.map(({ document, upload }) => ({ document, upload })),
      // What did not come with the paper comes later; the receipt says what it is.
      later: missingDocuments(card, new Set(scans.map(({ document }) => document))),
      submissionKey: textIn(sent, 'submissionKey') ?? ''
    })
  })
  if (!outcome.ok) {
    const found = outcome.problems.map(besideItsField)
    return again(context, p, { ...sending, problems: found, status: outcome.status })
  }
  const text = intakeMessages.in(p.lang).registered
  return redirect(p, `/desk/cases/${outcome.value.case}/receipt?new=1`, { kind: 'success', text })
}

async function readSending(context: Context, p: Page): Promise<Sending> {
  const { request } = p
  const isSignedIn = request.session !== null
  const problems: FieldProblem[] = []
  const fresh: KeptScan[] = []
  const sent = await readFiles(request, async ({ field, name, stream }, before) => {
    const document = field.replace(/^documents\./, '')
    if (!isSignedIn) {
      stream.resume()
      return
    }
    try {
      const service = textIn(before, 'service')
      const input = { service, document, name, sizeBytes: null, stream }
      const upload = await uploadFile(context, actorOf(request), input)
      fresh.push({ document, upload: upload.id, name: upload.name })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      stream.resume()
      const pointer = `/documents/${document}`
      problems.push(...problemsOf(error).map((each) => ({ ...each, pointer })))
    }
  })
  // Whoever has to sign in again finds the texts again; the scans have to be chosen anew.
  if (!isSignedIn) request.body = sent
  const actor = actorOf(request)
  const service = textIn(sent, 'service') ?? ''
  const { card, cardVersion } = await offeredCard(context.db, service, context.clock.now())
  return {
    actor,
    sent,
    card,
    cardVersion,
    scans: [...keptScans(sent, { card, fresh }), ...fresh],
    problems
  }
}

/** Scans of an earlier sending that this one does not replace. */
function keptScans(
  sent: Sent,
  { card, fresh }: { card: ServiceCard; fresh: readonly KeptScan[] }
): KeptScan[] {
  const replaced = new Set(fresh.map(({ document }) => document))
  return card.documents.flatMap(({ code }) => {
    const upload = textIn(sent, `upload.${code}`)
    if (upload === undefined || replaced.has(code)) return []
    return [{ document: code, upload, name: textIn(sent, `uploadName.${code}`) ?? '' }]
  })
}

function applicantIn(sent: Sent): RegisterIntakeInput['applicant'] {
  const person = textIn(sent, 'person')
  if (person !== undefined) return { person }
  const text = (name: string) => textIn(sent, `applicant.${name}`)
  const input: PersonInput = {
    kind: choiceIn(text('kind'), ['person', 'business', 'body']) ?? 'person',
    name: text('name') ?? '',
    nationalId: text('nationalId'),
    legalId: text('legalId'),
    foreignerCode: text('foreignerCode'),
    mobile: text('mobile')
  }
  return input
}

const applicantFields = new Set([
  '/name',
  '/nationalId',
  '/legalId',
  '/foreignerCode',
  '/mobile',
  '/kind'
])

/** Problems of the applicant and of the arrival stand beside the fields that this form has for them. */
function besideItsField(problem: FieldProblem): FieldProblem {
  if (applicantFields.has(problem.pointer)) {
    const isCard = problem.code === 'national-id/check-digit'
    const text = isCard ? intakeMessages.entries.notNationalId : problem.text
    return { ...problem, text, pointer: `/applicant${problem.pointer}` }
  }
  return problem.pointer === '/arrivedAt' ? { ...problem, pointer: '/arrivedDate' } : problem
}

/** Sends the consent code, and shows the form as it was with a word of it. */
async function askForConsent(context: Context, p: Page, sending: Sending): Promise<PageAnswer> {
  const { actor, sent, card } = sending
  const outcome = await tried(() => {
    const { officeCode: office } = demandArrival(
      { channel: 'pishkhan', officeCode: textIn(sent, 'officeCode') },
      { actor, now: context.clock.now() }
    )
    const person = textIn(sent, 'person')
    if (person === undefined) {
      const { consentKnown: text } = intakeMessages.entries
      const wrong = { pointer: '/consentCode', code: 'consent/unknown-person', text }
      throw new InvalidInputError([wrong])
    }
    const at = { ...placeOf(card), person, office: office ?? '' }
    return consent.askConsent(context, actor, { ...at, serviceTitle: card.title })
  })
  if (outcome.ok) return again(context, p, { ...sending, status: 200, consentSent: true })
  const problems = outcome.problems.map((each) =>
    each.pointer === '/' ? { ...each, pointer: '/consentCode' } : each
  )
  return again(context, p, { ...sending, problems, status: outcome.status })
}

async function again(
  context: Context,
  p: Page,
  refused: Sending & { readonly status: number; readonly consentSent?: boolean }
): Promise<PageAnswer> {
  const { sent, card, cardVersion, scans, problems, status, consentSent = false } = refused
  const person = textIn(sent, 'person')
  void p.reply.code(status)
  return intakeFormPage(p.view, {
    card,
    channel: channelIn(textIn(sent, 'channel')) ?? 'post',
    known:
      person === undefined ? null : await withScope('system', () => personById(context.db, person)),
    submissionKey: textIn(sent, 'submissionKey') ?? '',
    answers: answersIn(sent, card.form),
    typed: Object.fromEntries(Object.keys(sent).map((name) => [name, textIn(sent, name)])),
    scans,
    problems,
    sealing: await sealingFor(context, { card, cardVersion }),
    consentSent
  })
}
