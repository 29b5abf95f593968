// The form of a card: checked in the browser by the same code as on the server, saved as it is typed.
import {
  checkField,
  type FormDefinition,
  type FormField,
  validateForm
} from '../../kernel/forms/index.ts'
import { afterPress } from './parts/after-press.ts'
import { answersOf } from './parts/answers-of.ts'
import { saveAsTyped, type SaveTexts } from './parts/autosave.ts'
import { showProblem, showSummary } from './parts/field-problems.ts'

const lang = document.documentElement.lang === 'en' ? 'en' : 'fa'

for (const root of document.querySelectorAll<HTMLElement>('[data-answers]')) {
  const form = root.closest('form')
  if (form !== null) start(root, form)
}

function start(root: HTMLElement, form: HTMLFormElement): void {
  const definition = JSON.parse(root.dataset.answers ?? '{"fields":[]}') as FormDefinition
  const options = root.dataset.today === undefined ? {} : { today: root.dataset.today }
  const shown = definition.fields.filter(
    ({ name }) => root.querySelector(`[data-field="${name}"]`) !== null
  )
  const judge = (field: FormField) =>
    checkField(field, answersOf(form, definition)[field.name], options)
  root.addEventListener('focusout', (event) => {
    const field = fieldOf(shown, event.target)
    if (field === undefined) return
    const typed = answersOf(form, definition)[field.name]
    // An empty field is told only when the person wants to go on: they may be on their way to it.
    if (typed === undefined || typed.length === 0) return
    const checked = judge(field)
    afterPress(() => {
      showProblem(root, field.name, checked.ok ? null : checked.text[lang])
    })
  })
  // What is mended is no longer wrong at once; what is wrong is told when the field is left.
  root.addEventListener('input', (event) => {
    const field = fieldOf(shown, event.target)
    if (field !== undefined && judge(field).ok) showProblem(root, field.name, null)
  })
  form.addEventListener('submit', (event) => {
    if (!(event.submitter instanceof HTMLButtonElement) || event.submitter.value !== 'continue')
      return
    const outcome = validateForm({ fields: shown }, answersOf(form, { fields: shown }), options)
    const problems = outcome.ok ? [] : outcome.problems
    const texts = new Map(problems.map(({ pointer, text }) => [pointer.slice(1), text[lang]]))
    for (const { name } of shown) showProblem(root, name, texts.get(name) ?? null)
    if (texts.size === 0) return
    event.preventDefault()
    const wrong = shown.flatMap(({ name, label }) => {
      const text = texts.get(name)
      return text === undefined ? [] : [{ name, text: `${label[lang]}: ${text}` }]
    })
    showSummary(form, wrong)
  })
  const saveTo = root.dataset.saveTo
  const state = form.querySelector<HTMLElement>('[data-form-state]')
  if (saveTo === undefined || state === null) return
  const saveTexts = JSON.parse(root.dataset.texts ?? '{}') as SaveTexts
  const savedAt = root.dataset.savedAt ?? ''
  saveAsTyped({ form, definition, saveTo, savedAt, texts: saveTexts, state })
}

function fieldOf(fields: readonly FormField[], target: EventTarget | null): FormField | undefined {
  const name = target instanceof HTMLElement ? target.dataset.field : undefined
  return fields.find((field) => field.name === name)
}
