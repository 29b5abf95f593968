import { fillTemplate } from '../../../kernel/reading/index.ts'
import { actionButton, el, notice } from '../reading/dom.ts'
import { say } from '../reading/say.ts'
import { type ComposeForm, field } from './compose-form.ts'
import type { ComposeData } from './shapes.ts'

/** A template with its blanks filled. */
interface Filled {
  readonly subject: string
  readonly body: string
}

/** The choice of a template: what somebody typed is never written over unasked. */
export function templateField(data: ComposeData, form: ComposeForm): HTMLElement {
  const choices = data.templates.map(({ id, name }) => el('option', { value: id }, name))
  const select = el(
    'select',
    { class: 'select', id: 'letter-template' },
    el('option', { value: '' }, '—'),
    ...choices
  )
  const asked = el('div', {})
  let before: Filled | null = null
  const put = (filled: Filled): void => {
    form.fill(filled)
    before = filled
  }
  select.addEventListener('change', () => {
    asked.replaceChildren()
    const chosen = data.templates.find(({ id }) => id === select.value)
    if (chosen === undefined) return
    const filled = {
      subject: fillTemplate(chosen.subject, data.blanks).text.replaceAll('\\', ''),
      body: fillTemplate(chosen.body, data.blanks).text
    }
    if (form.isEmpty || form.holds(before)) put(filled)
    else ask(asked, { filled, put, form })
  })
  return el('div', {}, field(select, say('template')), asked)
}

function ask(
  place: HTMLElement,
  of: {
    readonly filled: Filled
    readonly put: (filled: Filled) => void
    readonly form: ComposeForm
  }
): void {
  const { filled, put, form } = of
  const choice = (text: Parameters<typeof say>[0], act: () => void) =>
    actionButton(say(text), 'outline', () => {
      place.replaceChildren()
      act()
    })
  const buttons = el(
    'div',
    { class: 'actions' },
    choice('templateInsert', () => {
      form.insert(filled)
    }),
    choice('templateReplace', () => {
      put(filled)
    }),
    choice('templateLeave', () => undefined)
  )
  place.replaceChildren(notice('info', say('templateAsk'), buttons))
}
