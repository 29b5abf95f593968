// The questions of a sealed form: what is typed stays on this device, and only what is not sealed is saved.
import { clearPart } from '../../kernel/forms/index.ts'
import { answersOf, fill } from './parts/answers-of.ts'
import { DeviceDraft } from './parts/device-draft.ts'
import { definitionOf, judgeFields } from './parts/judge-fields.ts'
import { enableSealed, sealingData } from './parts/sealing.ts'

const form = document.querySelector<HTMLFormElement>('form[data-sealed-answers]')
const root = form?.querySelector<HTMLElement>('[data-answers]')
const data = sealingData(form)
if (form && root && data) start(form, root, data.of)

function start(own: HTMLFormElement, fields: HTMLElement, of: string): void {
  const draft = new DeviceDraft(of)
  const definition = definitionOf(fields)
  const { save, next } = JSON.parse(own.dataset.sealedAnswers ?? '{}') as Record<string, string>
  const mine = own.querySelector<HTMLInputElement>('input[type=checkbox][name=mine]')
  const state = own.querySelector<HTMLElement>('[data-form-state]')
  const say = (text: string) => {
    if (state) state.textContent = text
  }
  const judged = judgeFields(fields, own)
  if (draft.answers !== null) fill(own, draft.answers)
  if (mine) mine.checked = draft.isMine
  enableSealed(own)
  const keep = () => {
    draft.keepAnswers(answersOf(own, definition), mine?.checked === true)
    say(data?.texts.kept ?? '')
  }
  own.addEventListener('input', keep)
  own.addEventListener('submit', (event) => {
    event.preventDefault()
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    if (pressed === 'forget') {
      draft.forget()
      own.reset()
      say(data?.texts.forgotten ?? '')
      return
    }
    if (judged.judgeAll() === null) return
    keep()
    void saveClear(own, save ?? '').then((problem) => {
      if (problem === null) location.assign(next ?? '')
      else say(data?.texts.notSent.replace('%', problem) ?? problem)
      return undefined
    })
  })

  /** Saves what is not sealed; `null` once it is there. */
  async function saveClear(of_: HTMLFormElement, to: string): Promise<string | null> {
    const body = new URLSearchParams()
    for (const name of ['_csrf', 'service']) {
      body.append(name, of_.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? '')
    }
    for (const [name, typed] of Object.entries(answersOf(of_, clearPart(definition)))) {
      for (const one of [typed].flat()) body.append(`answers.${name}`, one)
    }
    const headers = { accept: 'application/json' }
    const answer = await fetch(to, { method: 'POST', headers, body }).catch(() => null)
    return answer?.ok === true ? null : String(answer?.status ?? '')
  }
}
