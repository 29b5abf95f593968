import { problemIn } from './problem-in.ts'
import { type SealedDocument } from './seal-file.ts'
import { type SealingData, SealingError } from './sealing.ts'

/** Tells beside the buttons of a form how far it is, or what is wrong. */
export function tell(form: HTMLFormElement, text: string, isWrong: boolean): void {
  const status = form.querySelector<HTMLElement>('[data-sealed-status]')
  if (status === null) return
  status.hidden = false
  status.textContent = text
  status.classList.toggle('field-problem', isWrong)
}

/** Does something with a form whose button is off meanwhile; what goes wrong is told. */
export async function working(
  { form, submitter }: { readonly form: HTMLFormElement; readonly submitter: HTMLElement | null },
  { texts }: SealingData,
  work: () => Promise<void>
): Promise<void> {
  const button = submitter instanceof HTMLButtonElement ? submitter : null
  if (button) button.disabled = true
  try {
    await work()
  } catch (error) {
    // A new application has a key of its own; whatever else is sent again may be there twice.
    const lost = form.hasAttribute('data-sealed-intake') ? texts.noAnswerAgain : texts.noAnswer
    tell(form, error instanceof SealingError ? error.message : lost, true)
  } finally {
    if (button) button.disabled = false
  }
}

/** Sends the texts of a form as the form itself would. */
export function postTexts(
  to: string,
  body: URLSearchParams,
  redirect: RequestRedirect = 'follow'
): Promise<Response> {
  return fetch(to, { method: 'POST', headers: { accept: 'text/html' }, body, redirect })
}

/** The texts of a form but its files, and but the answers that `leftOut` names. */
export function textsOf(
  form: HTMLFormElement,
  leftOut: (answer: string) => boolean
): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    const answer = /^answers\.(.+)$/.exec(name)?.[1]
    if (typeof value !== 'string' || (answer !== undefined && leftOut(answer))) continue
    body.append(name, value)
  }
  return body
}

/**
 * Asks for the applicant's consent, and tells what the page says of it.
 * @param within - Where on the page that comes it is said.
 */
export async function askConsent(
  form: HTMLFormElement,
  asked: { readonly to: string; readonly body: URLSearchParams; readonly within: string }
): Promise<void> {
  const text = await (await postTexts(asked.to, asked.body)).text()
  const page = new DOMParser().parseFromString(text, 'text/html')
  const said = page.querySelector(`${asked.within} .tone-kept`)
  const isSent = said !== null && page.querySelector(`${asked.within} .error-summary`) === null
  tell(form, isSent ? said.textContent.trim() : problemIn(text), !isSent)
}

/**
 * Sends a sealed file whole (tus 1.0.0, creation with upload).
 * @param told - What it is for: `service`, or the `case` that waits for it.
 * @returns The id of the upload.
 * @throws {SealingError} With what the desk says.
 */
export async function sendUpload(
  { texts }: SealingData,
  sealed: SealedDocument,
  { csrf, ...told }: { readonly csrf: string; readonly service: string; readonly case?: string }
): Promise<string> {
  const { file, facts, recipientKey } = sealed
  const metadata = { ...told, document: facts.code, name: file.name, recipientKey }
  const answer = await fetch('/api/v1/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(file.size),
      'upload-metadata': Object.entries(metadata)
        .map(([name, value]) => `${name} ${btoa(value)}`)
        .join(','),
      'content-type': 'application/offset+octet-stream',
      'x-csrf-token': csrf,
      'accept-language': document.documentElement.lang
    },
    body: file
  })
  const id = answer.headers.get('location')?.split('/').at(-1)
  if (answer.ok && id !== undefined) return id
  throw new SealingError(texts.notSent.replace('%', await titleOf(answer)))
}

/** The sentence of a problem document, or the status of an answer that is none. */
async function titleOf(answer: Response): Promise<string> {
  try {
    const { title } = (await answer.json()) as { title?: unknown }
    return typeof title === 'string' ? title : String(answer.status)
  } catch {
    return String(answer.status)
  }
}

/** The token of a form against forged requests. */
export function csrfOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
}
