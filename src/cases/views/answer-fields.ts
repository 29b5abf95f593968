import type { ServiceCard } from '../../catalogue/index.ts'
import type { FormDefinition, FormField } from '../../kernel/forms/index.ts'
import { formatNumber } from '../../kernel/persian/index.ts'
import {
  type Content,
  type FieldOptions,
  field,
  type Html,
  html,
  type Speaks
} from '../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../platform/index.ts'
import { applyMessages } from '../messages-apply.ts'

/** Answers as typed: what a draft keeps and a form shows again. */
export type TypedAnswers = Readonly<Record<string, unknown>>

/** What the fields of a card's form are drawn from. */
export interface AnswerFieldsOptions {
  readonly form: FormDefinition
  readonly answers: TypedAnswers
  readonly problems: readonly FieldProblem[]
  /** Only these fields: those that a return names, with why. They must be mended, whatever they are. */
  readonly returned?: ReadonlyMap<string, Html>
  /** Of a sealed form: what is said beside the fields that stay readable. */
  readonly clearMark?: string
}

/** The fields of a card's form, with what was typed and what is wrong. */
export function answerFields(view: Speaks, options: AnswerFieldsOptions): Html {
  const shown = options.form.fields.filter(({ name }) => options.returned?.has(name) ?? true)
  return html`${shown.map((one) => field(view, answerField(view, one, options)))}`
}

function answerField(
  view: Speaks,
  one: FormField,
  { answers, problems, returned, clearMark }: AnswerFieldsOptions
): FieldOptions {
  const isDeclaration = one.type === 'yes-no' && one.mustAgree === true
  const mark = one.clear === true ? clearMark : undefined
  const own = joined(helpOf(view, one), mark)
  const why = returned?.get(one.name)
  const help = why === undefined ? own : html`${why} ${own}`
  return {
    type: isDeclaration ? 'checkbox' : one.type,
    name: answerName(one.name),
    label: one.label[view.lang],
    value: typedValue(answers[one.name]),
    required: one.required || isDeclaration || why !== undefined,
    problems,
    ...(help === undefined ? {} : { help }),
    ...limitsOf(view, one),
    ...(one.autocomplete === undefined ? {} : { autocomplete: one.autocomplete }),
    // What is missing is said by our own words, beside the field, in the reader's language.
    attributes: { 'data-field': one.name, required: undefined }
  }
}

function joined(own: Content | undefined, mark: string | undefined): Content | undefined {
  if (mark === undefined) return own
  return own === undefined ? mark : html`${own} ${mark}`
}

/** The name under which a form sends an answer. */
export function answerName(name: string): string {
  return `answers.${name}`
}

function limitsOf(view: Speaks, one: FormField): Partial<FieldOptions> {
  if (one.type === 'choice' || one.type === 'choices') {
    const choices = one.choices.map(({ value, label }) => ({ value, text: label[view.lang] }))
    return { choices }
  }
  // A longer text is told so rather than cut: a paste that lost its end would go unnoticed.
  return one.type === 'paragraph' ? { rows: 6 } : {}
}

function helpOf(view: Speaks, one: FormField): Content | undefined {
  const t = applyMessages.in(view.lang)
  const own = one.help?.[view.lang]
  const limit =
    one.type === 'paragraph' && one.lengthMax !== undefined
      ? t.lengthMax(formatNumber(one.lengthMax, view.lang))
      : undefined
  return own !== undefined && limit !== undefined ? `${own} ${limit}` : (own ?? limit)
}

function typedValue(value: unknown): string | string[] | undefined {
  if (Array.isArray(value)) return value.map(String)
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/**
 * Problems as the summary of a page lists them: with the name of their question or document, because
 * there "Fill this in" alone says nothing.
 */
export function namedProblems(
  card: Pick<ServiceCard, 'form' | 'documents'>,
  problems: readonly FieldProblem[]
): readonly FieldProblem[] {
  const names = new Map<string, Bilingual>([
    ...card.form.fields.map(({ name, label }) => [`/answers/${name}`, label] as const),
    ...card.documents.map(({ code, title }) => [`/documents/${code}`, title] as const)
  ])
  return problems.map((problem) => {
    const name = names.get(problem.pointer)
    if (name === undefined) return problem
    const { fa, en } = problem.text
    return { ...problem, text: { fa: `${name.fa}: ${fa}`, en: `${name.en}: ${en}` } }
  })
}
