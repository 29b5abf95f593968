import {
  checkField,
  type FormDefinition,
  type FormField,
  type FormValues,
  validateForm
} from '../../../kernel/forms/index.ts'
import { afterPress } from './after-press.ts'
import { answersOf } from './answers-of.ts'
import { showProblem, showSummary } from './field-problems.ts'

/** The fields of a form on a page, judged by the definition of their card. */
export interface JudgedFields {
  /** Those of the definition that stand on the page. */
  readonly shown: readonly FormField[]
  /** The answers in canonical form; `null` where something is wrong, which is shown then. */
  judgeAll(): FormValues | null
}

const lang = document.documentElement.lang === 'en' ? 'en' : 'fa'

/** Tells what is wrong with a field when it is left, and takes it back as it is mended. */
export function judgeFields(root: HTMLElement, form: HTMLFormElement): JudgedFields {
  const definition = definitionOf(root)
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
  const judgeAll = () => {
    const outcome = validateForm({ fields: shown }, answersOf(form, { fields: shown }), options)
    const problems = outcome.ok ? [] : outcome.problems
    const texts = new Map(problems.map(({ pointer, text }) => [pointer.slice(1), text[lang]]))
    for (const { name } of shown) showProblem(root, name, texts.get(name) ?? null)
    if (outcome.ok) return outcome.values
    const wrong = shown.flatMap(({ name, label }) => {
      const text = texts.get(name)
      return text === undefined ? [] : [{ name, text: `${label[lang]}: ${text}` }]
    })
    showSummary(form, wrong)
    return null
  }
  return { shown, judgeAll }
}

/** The form of the card, as the page brought it. */
export function definitionOf(root: HTMLElement): FormDefinition {
  return JSON.parse(root.dataset.answers ?? '{"fields":[]}') as FormDefinition
}

function fieldOf(fields: readonly FormField[], target: EventTarget | null): FormField | undefined {
  const name = target instanceof HTMLElement ? target.dataset.field : undefined
  return fields.find((field) => field.name === name)
}
