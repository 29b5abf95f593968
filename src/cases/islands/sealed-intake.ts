// A clerk registers a sealed application: what is on the paper is sealed in the clerk's browser to the unit.
import { fileFormats } from '../../kernel/files/index.ts'
import { clearPart, sealedNames } from '../../kernel/forms/index.ts'
import type { CaseDocumentFacts } from '../../kernel/seal/index.ts'
import { definitionOf, judgeFields } from './parts/judge-fields.ts'
import { problemIn } from './parts/problem-in.ts'
import { sealFile, type SealedDocument } from './parts/seal-file.ts'
import { enableSealed, sealAnswers, sealingData, SealingError } from './parts/sealing.ts'

const form = document.querySelector<HTMLFormElement>('form[data-sealed-intake]')
const root = form?.querySelector<HTMLElement>('[data-answers]')
const sealing = sealingData(form)
if (form && root && sealing) start(form, root)

function start(own: HTMLFormElement, fields: HTMLElement): void {
  const judged = judgeFields(fields, own)
  enableSealed(own)
  own.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
    const isConsent = button?.value === 'consent'
    // The applicant is asked to agree before anything is typed off their paper.
    const values = isConsent ? {} : judged.judgeAll()
    if (values === null) return
    if (button) button.disabled = true
    const work = isConsent ? askConsent(own) : register(own, fields, values)
    void work
      .catch((error: unknown) => {
        const why = error instanceof SealingError ? error.message : (sealing?.texts.notSent ?? '%')
        tell(own, why.replace('%', ''), true)
      })
      .finally(() => {
        if (button) button.disabled = false
      })
  })
}

async function askConsent(own: HTMLFormElement): Promise<void> {
  const body = clearBody(own)
  body.append('then', 'consent')
  const page = new DOMParser().parseFromString(await (await post(own, body)).text(), 'text/html')
  const isSent = page.querySelector('.error-summary') === null
  const said = page.querySelector(isSent ? '.tone-kept' : '.error-summary')
  tell(own, said?.textContent.trim() ?? '', !isSent)
}

async function register(
  own: HTMLFormElement,
  fields: HTMLElement,
  values: Parameters<typeof sealAnswers>[1]['answers']
): Promise<void> {
  if (sealing === null) return
  tell(own, sealing.texts.sealing, false)
  const body = clearBody(own)
  body.append('then', 'continue')
  const documents: CaseDocumentFacts[] = []
  for (const input of own.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    const file = input.files?.[0]
    if (file === undefined) continue
    const code = input.name.replace(/^documents\./, '')
    const formats = fileFormats.filter((format) => (input.dataset.formats ?? '').includes(format))
    const sealed = await sealFile(sealing, { file, code, formats })
    body.append(`upload.${code}`, await upload(own, sealed))
    body.append(`uploadName.${code}`, sealed.file.name)
    documents.push(sealed.facts)
  }
  const names = sealedNames(definitionOf(fields))
  const answers = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
  const handed = await sealAnswers(sealing, { kind: 'application', answers, documents })
  body.append('sealed', JSON.stringify(handed))
  tell(own, sealing.texts.sending, false)
  const answer = await post(own, body)
  if (answer.ok && answer.redirected) {
    location.assign(answer.url)
    return
  }
  const why = problemIn(await answer.text())
  tell(own, sealing.texts.notSent.replace('%', why), true)
}

/** All that the form has but sealed answers and files. */
function clearBody(own: HTMLFormElement): URLSearchParams {
  const definition = root ? definitionOf(root) : { fields: [] }
  const clear = new Set(clearPart(definition).fields.map(({ name }) => `answers.${name}`))
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(own)) {
    if (typeof value !== 'string') continue
    if (!name.startsWith('answers.') || clear.has(name)) body.append(name, value)
  }
  return body
}

function post(own: HTMLFormElement, body: URLSearchParams): Promise<Response> {
  const headers = { accept: 'text/html' }
  return fetch(own.dataset.sealedIntake ?? '', { method: 'POST', headers, body })
}

/** Sends a sealed file whole (tus 1.0.0, creation with upload). @returns The id of the upload. */
async function upload(own: HTMLFormElement, sealed: SealedDocument): Promise<string> {
  const told = {
    service: sealing?.service ?? '',
    document: sealed.facts.code,
    name: sealed.file.name,
    recipientKey: sealed.recipientKey
  }
  const answer = await fetch('/api/v1/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(sealed.file.size),
      'upload-metadata': Object.entries(told)
        .map(([name, value]) => `${name} ${btoa(value)}`)
        .join(','),
      'content-type': 'application/offset+octet-stream',
      'x-csrf-token': own.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
    },
    body: sealed.file
  })
  const id = answer.headers.get('location')?.split('/').at(-1)
  if (!answer.ok || id === undefined) {
    throw new SealingError(sealing?.texts.notSent.replace('%', String(answer.status)) ?? '')
  }
  return id
}

function tell(own: HTMLFormElement, text: string, isWrong: boolean): void {
  const status = own.querySelector<HTMLElement>('[data-sealed-status]')
  if (status === null) return
  status.hidden = false
  status.textContent = text
  status.classList.toggle('field-problem', isWrong)
}
