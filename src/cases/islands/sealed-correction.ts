// The answer to a return of a sealed application: new values are sealed here; only their names are told.
import { type FormValues, sealedNames, validateForm } from '../../kernel/forms/index.ts'
import { answersOf } from './parts/answers-of.ts'
import { showProblem } from './parts/field-problems.ts'
import { definitionOf, judgeFields } from './parts/judge-fields.ts'
import { problemIn } from './parts/problem-in.ts'
import { enableSealed, sealAnswers, sealingData, SealingError } from './parts/sealing.ts'

const form = document.querySelector<HTMLFormElement>('form[data-sealed-correction]')
const root = form?.querySelector<HTMLElement>('[data-answers]')
const sealing = sealingData(form)
if (form && root && sealing) start(form, root)

function start(own: HTMLFormElement, fields: HTMLElement): void {
  const judged = judgeFields(fields, own)
  enableSealed(own)
  own.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
    const values = isContested(own) ? answeredOnly(own, fields) : judged.judgeAll()
    if (values === null) return
    if (button) button.disabled = true
    const names = judged.shown.map(({ name }) => name)
    const shown = isContested(own) ? names.filter((name) => values[name] !== undefined) : names
    void send(own, { values, shown, sealed: sealedNames(definitionOf(fields)) }).finally(() => {
      if (button) button.disabled = false
    })
  })
}

function isContested(own: HTMLFormElement): boolean {
  const text = own.querySelector<HTMLTextAreaElement>('textarea[name=contest]')?.value ?? ''
  return text.trim() !== ''
}

/** Whoever objects mends what they want to; what they typed has to be right all the same. */
function answeredOnly(own: HTMLFormElement, fields: HTMLElement): FormValues | null {
  const typed = answersOf(own, definitionOf(fields))
  const answered = definitionOf(fields).fields.filter(({ name }) => (typed[name] ?? '').length > 0)
  const given = Object.fromEntries(answered.map(({ name }) => [name, typed[name]]))
  const outcome = validateForm({ fields: answered }, given)
  if (outcome.ok) return outcome.values
  for (const { pointer, text } of outcome.problems) {
    showProblem(
      fields,
      pointer.slice(1),
      text[document.documentElement.lang === 'en' ? 'en' : 'fa']
    )
  }
  return null
}

async function send(
  own: HTMLFormElement,
  of: {
    readonly values: FormValues
    readonly shown: readonly string[]
    readonly sealed: ReadonlySet<string>
  }
): Promise<void> {
  if (sealing === null) return
  const { values, shown } = of
  const names = shown.filter((name) => of.sealed.has(name))
  tell(own, sealing.texts.sealing, false)
  try {
    const body = clearBody(own, of.sealed)
    if (names.length > 0) {
      // An answer that is taken away is sealed as an empty one.
      const answers = Object.fromEntries(names.map((name) => [name, values[name] ?? '']))
      const handed = await sealAnswers(sealing, { kind: 'correction', answers, documents: [] })
      body.append('sealed', JSON.stringify(handed))
      for (const name of names) body.append('sealedFields', name)
    }
    tell(own, sealing.texts.sending, false)
    const headers = { accept: 'text/html' }
    const to = own.dataset.sealedCorrection ?? ''
    const answer = await fetch(to, { method: 'POST', headers, body })
    if (answer.ok && answer.redirected) location.assign(answer.url)
    else tell(own, sealing.texts.notSent.replace('%', problemIn(await answer.text())), true)
  } catch (error) {
    const text = error instanceof SealingError ? error.message : sealing.texts.notSent
    tell(own, text.replace('%', ''), true)
  }
}

/** All that the form has but the answers that are sealed. */
function clearBody(own: HTMLFormElement, sealed: ReadonlySet<string>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(own)) {
    const answer = /^answers\.(.+)$/.exec(name)?.[1]
    if (typeof value === 'string' && !(answer !== undefined && sealed.has(answer))) {
      body.append(name, value)
    }
  }
  return body
}

function tell(own: HTMLFormElement, text: string, isWrong: boolean): void {
  const status = own.querySelector<HTMLElement>('[data-sealed-status]')
  if (status === null) return
  status.hidden = false
  status.textContent = text
  status.classList.toggle('field-problem', isWrong)
}
