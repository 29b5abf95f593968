import { boxOf } from './answers-of.ts'

/** A problem of one field, in the language of the page. */
export interface ShownProblem {
  readonly name: string
  readonly text: string
}

/** Shows a problem beside its field, with the marks that the server gives; `null` takes it away. */
export function showProblem(root: ParentNode, name: string, text: string | null): void {
  const box = boxOf(root, name)
  if (box === null) return
  const id = `field-answers-${name}`
  box.classList.toggle('field-wrong', text !== null)
  box.querySelector('.field-problem')?.remove()
  const group = box.querySelector('fieldset')
  const target = group ?? box.querySelector(`#${id}`)
  describe(target, `${id}-problem`, text !== null)
  if (text === null) return
  const line = document.createElement('p')
  line.className = 'field-problem'
  line.id = `${id}-problem`
  const icon = document.querySelector<HTMLTemplateElement>('template[data-problem-icon]')
  if (icon !== null) line.append(icon.content.cloneNode(true))
  line.append(text)
  const above =
    box.querySelector('.field-help') ?? box.querySelector('legend') ?? box.querySelector('label')
  if (above === null || above.closest('.choice') !== null) box.prepend(line)
  else above.after(line)
}

function describe(target: Element | null, id: string, isWrong: boolean): void {
  if (target === null) return
  const others = (target.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((each) => each !== '' && each !== id)
  const all = isWrong ? [...others, id] : others
  if (all.length > 0) target.setAttribute('aria-describedby', all.join(' '))
  else target.removeAttribute('aria-describedby')
  if (isWrong) target.setAttribute('aria-invalid', 'true')
  else target.removeAttribute('aria-invalid')
}

/** Shows all problems of a form at its head, with links to the fields, and goes there. */
export function showSummary(form: HTMLFormElement, problems: readonly ShownProblem[]): void {
  const pattern = document.querySelector<HTMLTemplateElement>('template[data-problem-summary]')
  const before = form.previousElementSibling
  if (before?.classList.contains('error-summary') === true) before.remove()
  const copy = pattern?.content.firstElementChild?.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return
  const list = copy.querySelector('ul')
  list?.replaceChildren(
    ...problems.map(({ name, text }) => {
      const link = document.createElement('a')
      link.href = `#field-answers-${name}`
      link.textContent = text
      const item = document.createElement('li')
      item.append(link)
      return item
    })
  )
  form.before(copy)
  copy.focus()
  copy.scrollIntoView({ block: 'start' })
}
