import { cleanFileName, fileFormats, mediaTypes, savedName } from '../../../kernel/files/index.ts'
import { type FormField, answerText } from '../../../kernel/forms/index.ts'
import type { CaseProblem } from '../../../kernel/seal/index.ts'
import { actionButton, el, foreign, notice, saveAs } from '../reading/dom.ts'
import { pageLang, sizeText } from '../reading/time.ts'
import type { OpenedCase } from './open-case.ts'
import type { SealedCaseData } from './shapes.ts'

/** An item that can be sent back, as the form names it. */
interface Item {
  /** `field:mobile` or `document:mandate`. */
  readonly item: string
  readonly title: string
}

/** Draws an opened case: what is wrong first, then each answer and document with a word about it. */
export function drawCase(data: SealedCaseData, opened: OpenedCase): Node[] {
  const { texts } = data
  return [
    problemsOf(data, opened),
    el('h3', {}, texts['answersTitle']),
    ...data.form.fields.map((field) => answerRow(data, opened, field)),
    el('h3', {}, texts['documentsTitle']),
    ...opened.files
      .filter(({ code }) => code !== data.formType)
      .map((file) => documentRow(data, opened, file))
  ]
}

/** The words for a problem that was found. */
function problemText({ texts, form }: SealedCaseData, found: CaseProblem): string {
  if (found.kind === 'changed') return texts[found.what] ?? found.what
  if (found.kind === 'file') return texts[found.fault] ?? found.fault
  const field = form.fields.find(({ name }) => `field:${name}` === found.item)
  const text = found.problem.text[pageLang]
  return field === undefined ? text : `${field.label[pageLang]}: ${text}`
}

function problemsOf(data: SealedCaseData, { judged, unopened }: OpenedCase): HTMLElement {
  const { texts } = data
  const lines = [
    ...unopened.map((title) => (texts['cannotOpen'] ?? '').replace('%', title)),
    ...judged.problems.map((found) => problemText(data, found))
  ]
  if (lines.length === 0) return notice('kept', texts['allRight'] ?? '')
  const list = el('ul', { class: 'list-disc ps-5' }, ...lines.map((line) => el('li', {}, line)))
  return notice('broken', texts['wrongTitle'] ?? '', list)
}

function answerRow(data: SealedCaseData, opened: OpenedCase, field: FormField): HTMLElement {
  const value = opened.judged.answers[field.name]
  const shown = value === undefined ? '—' : answerText(field, value, pageLang)
  const item = { item: `field:${field.name}`, title: field.label[pageLang] }
  const line = el(
    'dl',
    { class: 'key-values key-values-dense' },
    el('div', {}, el('dt', {}, item.title), el('dd', { 'data-opened': field.name }, foreign(shown)))
  )
  return el('div', { class: 'grid gap-2 mb-4' }, line, judgeRow(data, opened, item))
}

function documentRow(
  data: SealedCaseData,
  opened: OpenedCase,
  file: OpenedCase['files'][number]
): HTMLElement {
  const { texts } = data
  const { document, title, code } = file
  const item = { item: `document:${code}`, title }
  const told =
    document === null
      ? (texts['cannotOpen'] ?? '').replace('%', title)
      : `${cleanFileName(document.head.name)} (${sizeText(document.head.bytes)})`
  const save = saveButton(data, opened, { document, item: item.item })
  const line = el(
    'dl',
    { class: 'key-values key-values-dense' },
    el('div', {}, el('dt', {}, title), el('dd', {}, foreign(told), ' ', save))
  )
  return el('div', { class: 'grid gap-2 mb-4' }, line, judgeRow(data, opened, item))
}

/** Only what is what it says is given out: nobody's computer opens it before. */
function saveButton(
  { texts }: SealedCaseData,
  { judged }: OpenedCase,
  { document, item }: Pick<OpenedCase['files'][number], 'document'> & { readonly item: string }
): HTMLElement {
  const isWrong = judged.problems.some((found) => found.kind === 'file' && found.item === item)
  const format = fileFormats.find((each) => mediaTypes[each] === document?.head.type)
  if (document === null || isWrong || format === undefined) {
    return el('p', { class: 'field-problem' }, texts['unsafe'])
  }
  return actionButton(texts['download'] ?? '', 'outline', () => {
    saveAs(savedName(document.head.name, format), document.content, mediaTypes[format])
  })
}

/** The choice what is wrong with an item, and the note on it; what was found wrong is chosen already. */
function judgeRow(
  data: SealedCaseData,
  { judged }: OpenedCase,
  { item, title }: Item
): Node | null {
  if (!data.mayJudge) return null
  const { texts } = data
  const kind = item.startsWith('document:') ? 'document-' : 'field-'
  const name = item.replace(':', '.')
  const isWrong = judged.problems.some((found) => found.item === item)
  const choices = data.defects.filter(({ code }) => code.startsWith(kind))
  const wrong = kind === 'field-' ? 'field-wrong' : 'document-wrong'
  const select = el(
    'select',
    { class: 'select', name: `judgement.defect.${name}`, 'aria-label': title },
    el('option', { value: '' }, texts['noDefect']),
    ...choices.map(({ code, text }) =>
      el('option', { value: code, selected: isWrong && code === wrong }, text)
    )
  )
  const label = (texts['noteTitle'] ?? '').replace('%', title)
  const note = el('input', {
    class: 'input',
    name: `judgement.note.${name}`,
    maxlength: '1000',
    'aria-label': label,
    placeholder: label
  })
  return el('div', { class: 'grid gap-2 sm:grid-cols-2' }, select, note)
}
