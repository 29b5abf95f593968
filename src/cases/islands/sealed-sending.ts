// The last look at a sealed application: the answers are drawn from this device, sealed and sent.
import {
  answerText,
  type FormDefinition,
  type FormValues,
  sealedPart,
  validateForm
} from '../../kernel/forms/index.ts'
import { DeviceDraft } from './parts/device-draft.ts'
import { problemIn } from './parts/problem-in.ts'
import { hashOfForm, sealAnswers, sealingData, SealingError } from './parts/sealing.ts'
import { keepSent, nameSent } from './parts/sent-forms.ts'

interface SendingData {
  readonly form: FormDefinition
  readonly uploads: readonly {
    readonly id: string
    readonly document: string
    readonly title: string
  }[]
  readonly today: string
  readonly answersAt: string
  readonly toAnswers: string
}

const lang = document.documentElement.lang === 'en' ? 'en' : 'fa'
const place = document.querySelector<HTMLElement>('[data-sealed-sending]')
const form = place?.closest('form')
const sealing = sealingData(place ?? null)
if (place && form && sealing) start(place, form)

function start(own: HTMLElement, around: HTMLFormElement): void {
  const data = JSON.parse(own.dataset.sealedSending ?? '{}') as SendingData
  const draft = new DeviceDraft(sealing?.of ?? '')
  const values = sealedValues(data, draft)
  draw(data, values)
  const fault = values === null ? sealing?.texts.notHere : documentFault(data, draft)
  if (fault) tell(own, fault)
  if (values === null) lead(own, data)
  around.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
    if (button) button.disabled = true
    void send(own, around, { data, draft }).finally(() => {
      if (button) button.disabled = false
    })
  })
}

/** The sealed answers in canonical form, as they are on this device; `null` where they are not right here. */
function sealedValues({ form: definition, today }: SendingData, draft: DeviceDraft) {
  const part = sealedPart(definition)
  const typed = draft.answers ?? {}
  const own = Object.fromEntries(
    part.fields.flatMap(({ name }) => (typed[name] === undefined ? [] : [[name, typed[name]]]))
  )
  const outcome = validateForm(part, own, { today })
  return outcome.ok ? outcome.values : null
}

function draw({ form: definition }: SendingData, values: FormValues | null): void {
  for (const field of definition.fields) {
    const shown = document.querySelector<HTMLElement>(`[data-sealed-answer="${field.name}"]`)
    const value = values?.[field.name]
    // Without right answers here the page says what to do; nothing is said of one alone then.
    if (shown === null || values === null) continue
    shown.textContent = value === undefined ? '—' : answerText(field, value, lang)
    shown.classList.toggle('muted', value === undefined)
  }
}

/** A document that was attached elsewhere: this device cannot say in the form what is in it. */
function documentFault({ uploads }: SendingData, draft: DeviceDraft): string | null {
  const strange = uploads.find(({ id, document }) => draft.documents[document]?.upload !== id)
  return strange === undefined
    ? null
    : (sealing?.texts.documentNotHere.replace('%', strange.title) ?? null)
}

async function send(
  own: HTMLElement,
  around: HTMLFormElement,
  { data, draft }: { readonly data: SendingData; readonly draft: DeviceDraft }
): Promise<void> {
  if (sealing === null) return
  const values = sealedValues(data, draft)
  const fault = values === null ? sealing.texts.notHere : documentFault(data, draft)
  if (values === null || fault !== null) {
    tell(own, fault ?? '')
    if (values === null) lead(own, data)
    return
  }
  tell(own, sealing.texts.sealing, 'going')
  try {
    const documents = data.uploads.flatMap(({ document }) => {
      const kept = draft.documents[document]
      if (kept === undefined) return []
      const { upload: _, ...facts } = kept
      return [facts]
    })
    const sealed = await sealAnswers(sealing, { kind: 'application', answers: values, documents })
    const input = around.querySelector<HTMLInputElement>('input[name=sealed]')
    if (input) input.value = JSON.stringify(sealed)
    tell(own, sealing.texts.sending, 'going')
    keepSent(sealing.of, { application: hashOfForm(sealed) }, draft.isMine)
    await handIn(own, around, draft)
  } catch (error) {
    tell(own, error instanceof SealingError ? error.message : sealing.texts.noAnswerAgain)
  }
}

/** Sends the form as a browser would, and goes where the answer leads; a refusal is told here. */
async function handIn(own: HTMLElement, around: HTMLFormElement, draft: DeviceDraft) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(around)) {
    if (typeof value === 'string') body.append(name, value)
  }
  const answer = await fetch(around.action, {
    method: 'POST',
    headers: { accept: 'text/html' },
    body
  })
  if (answer.ok && answer.redirected) {
    nameSent(sealing?.of ?? '', caseOf(answer.url))
    draft.forget()
    location.assign(answer.url)
    return
  }
  const why = problemIn(await answer.text())
  tell(own, sealing?.texts.notSent.replace('%', why) ?? why)
}

/** Id of the case whose receipt an address shows. */
function caseOf(address: string): string {
  return /\/cases\/([0-9a-f-]{36})\//.exec(new URL(address).pathname)?.[1] ?? ''
}

function tell(own: HTMLElement, text: string, tone: 'going' | 'wrong' = 'wrong'): void {
  const status = own.querySelector<HTMLElement>('[data-sealed-status]')
  if (status === null) return
  status.hidden = false
  status.textContent = text
  status.classList.toggle('field-problem', tone === 'wrong')
}

/** The way to the answers, where this device has none. */
function lead(own: HTMLElement, { answersAt, toAnswers }: SendingData): void {
  const link = document.createElement('a')
  link.className = 'link'
  link.href = answersAt
  link.textContent = toAnswers
  own.querySelector('[data-sealed-status]')?.append(' ', link)
}
