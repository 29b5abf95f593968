// A clerk registers a sealed application: what is on the paper is sealed in the clerk's browser to the unit.
import { fileFormats } from '../../kernel/files/index.ts'
import { type FormValues, sealedNames } from '../../kernel/forms/index.ts'
import type { CaseDocumentFacts } from '../../kernel/seal/index.ts'
import { definitionOf, judgeFields } from './parts/judge-fields.ts'
import { problemIn } from './parts/problem-in.ts'
import { sealFile } from './parts/seal-file.ts'
import { enableSealed, sealAnswers, type SealingData, sealingData } from './parts/sealing.ts'
import {
  askConsent,
  csrfOf,
  postTexts,
  sendUpload,
  tell,
  textsOf,
  working
} from './parts/send-sealed.ts'

const form = document.querySelector<HTMLFormElement>('form[data-sealed-intake]')
const root = form?.querySelector<HTMLElement>('[data-answers]')
const sealing = sealingData(form)
if (form && root && sealing) start({ own: form, sealed: namesIn(root), fields: root }, sealing)

/** The form, its questions, and the names of those whose answers are sealed. */
interface Intake {
  readonly own: HTMLFormElement
  readonly fields: HTMLElement
  readonly sealed: ReadonlySet<string>
}

function namesIn(fields: HTMLElement): ReadonlySet<string> {
  return sealedNames(definitionOf(fields))
}

function start(intake: Intake, data: SealingData): void {
  const { own } = intake
  const judged = judgeFields(intake.fields, own)
  enableSealed(own)
  own.addEventListener('submit', (event) => {
    event.preventDefault()
    const { submitter } = event
    const isConsent = submitter instanceof HTMLButtonElement && submitter.value === 'consent'
    // The applicant is asked to agree before anything is typed off their paper.
    const values = isConsent ? {} : judged.judgeAll()
    if (values === null) return
    void working({ form: own, submitter }, data, () =>
      isConsent ? consent(intake) : register(intake, data, values)
    )
  })
}

function consent({ own, sealed }: Intake): Promise<void> {
  const body = textsOf(own, (answer) => sealed.has(answer))
  body.append('then', 'consent')
  return askConsent(own, { to: own.dataset.sealedIntake ?? '', body, within: 'main' })
}

async function register(intake: Intake, data: SealingData, values: FormValues): Promise<void> {
  const { own, sealed } = intake
  tell(own, data.texts.sealing, false)
  const body = textsOf(own, (answer) => sealed.has(answer))
  body.append('then', 'continue')
  const documents = await sendScans(intake, data, body)
  const answers = Object.fromEntries(Object.entries(values).filter(([name]) => sealed.has(name)))
  const handed = await sealAnswers(data, { kind: 'application', answers, documents })
  body.append('sealed', JSON.stringify(handed))
  tell(own, data.texts.sending, false)
  const answer = await postTexts(own.dataset.sealedIntake ?? '', body)
  if (answer.ok && answer.redirected) location.assign(answer.url)
  else tell(own, data.texts.notSent.replace('%', problemIn(await answer.text())), true)
}

/** Seals and sends each chosen scan; the form that is sent names the uploads. */
async function sendScans(
  { own }: Intake,
  data: SealingData,
  body: URLSearchParams
): Promise<CaseDocumentFacts[]> {
  const documents: CaseDocumentFacts[] = []
  for (const input of own.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    const file = input.files?.[0]
    if (file === undefined) continue
    const code = input.name.replace(/^documents\./, '')
    const asked = (input.dataset.formats ?? '').split(' ')
    const formats = fileFormats.filter((format) => asked.includes(format))
    const sizeBytesMax = Number(input.dataset.sizeBytesMax ?? '0')
    const sealed = await sealFile(data, { file, code, formats, sizeBytesMax })
    const told = { service: data.service, csrf: csrfOf(own) }
    body.append(`upload.${code}`, await sendUpload(data, sealed, told))
    body.append(`uploadName.${code}`, sealed.file.name)
    documents.push(sealed.facts)
  }
  return documents
}
