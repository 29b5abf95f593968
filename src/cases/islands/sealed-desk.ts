// What a clerk registers for a sealed case: a paper that was handed in, the answer to a return. Both are sealed in
// this browser to the unit, which alone reads them.
import type { JudgedDocument } from '../../kernel/seal/index.ts'
import { problemIn } from './parts/problem-in.ts'
import { type CorrectionForm, correctionBody, correctionReader } from './parts/read-correction.ts'
import { sealFile } from './parts/seal-file.ts'
import { enableSealed, type SealingData, sealingData, SealingError } from './parts/sealing.ts'
import {
  askConsent,
  csrfOf,
  postTexts,
  sendUpload,
  tell,
  textsOf,
  working
} from './parts/send-sealed.ts'

/** A form of the page: where it is sent, and what its names begin with. */
interface DeskForm {
  readonly own: HTMLFormElement
  readonly to: string
  readonly name: string
}

const paper = deskForm('documents')
if (paper) start(paper, (data) => paperBody(paper.own, data))

const answer = deskForm('resubmission')
const fields = answer?.own.querySelector<HTMLElement>('[data-answers]')
if (answer && fields)
  startAnswer(answer, { own: answer.own, fields, contest: 'resubmission.contest' })

function deskForm(name: string): DeskForm | null {
  const own = document.querySelector<HTMLFormElement>(`form[data-sealed-desk="${name}"]`)
  return own === null ? null : { own, to: own.dataset.to ?? '', name }
}

function startAnswer(form: DeskForm, correction: CorrectionForm): void {
  const read = correctionReader(correction)
  start(form, async (data) => {
    const typed = read()
    return typed === null ? null : (await correctionBody(data, correction, typed)).body
  })
}

/** @param make - What is sent; `null` where something is wrong, which is shown already. */
function start(form: DeskForm, make: (data: SealingData) => Promise<URLSearchParams | null>): void {
  const { own, to, name } = form
  const data = sealingData(own)
  if (data === null) return
  enableSealed(own)
  own.addEventListener('submit', (event) => {
    event.preventDefault()
    const { submitter } = event
    const isConsent = submitter instanceof HTMLButtonElement && submitter.value === 'consent'
    void working({ form: own, submitter }, data, async () => {
      if (isConsent) {
        const body = textsOf(own, () => true)
        body.append(`${name}.then`, 'consent')
        await askConsent(own, { to, body, within: `#${name}` })
        return
      }
      tell(own, data.texts.sealing, false)
      const body = await make(data)
      if (body === null) tell(own, '', false)
      else await send(form, data, body)
    })
  })
}

/** Sends it, and shows the page anew with what was done; a refusal is told here. */
async function send({ own, to }: DeskForm, { texts }: SealingData, body: URLSearchParams) {
  tell(own, texts.sending, false)
  // The word of what was done waits for the page: a redirect that is followed here would use it up.
  const sent = await postTexts(to, body, 'manual')
  if (sent.type === 'opaqueredirect') location.assign(location.pathname + location.search)
  else tell(own, texts.notSent.replace('%', problemIn(await sent.text())), true)
}

/** The scan of a paper, judged and sealed, sent as an upload; the form names it. */
async function paperBody(own: HTMLFormElement, data: SealingData): Promise<URLSearchParams> {
  const asked = JSON.parse(own.dataset.asked ?? '[]') as readonly JudgedDocument[]
  const chosen = new FormData(own).get('documents.document')
  const document = asked.find(({ code }) => code === chosen)
  const file = own.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
  if (document === undefined || file === undefined) throw new SealingError(data.texts.chooseBoth)
  const sealed = await sealFile(data, { ...document, file })
  const body = textsOf(own, () => true)
  const told = { service: data.service, case: data.of, csrf: csrfOf(own) }
  body.append('documents.upload', await sendUpload(data, sealed, told))
  body.append('documents.uploadName', sealed.file.name)
  return body
}
