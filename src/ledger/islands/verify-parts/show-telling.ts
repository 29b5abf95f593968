import type { Telling } from '../../../kernel/verdict/index.ts'
import { element, isolated, type VerifyPage } from './elements.ts'
import type { VerifyTexts } from './texts.ts'

/** What was found out, one after the other, in the place for results, and the reader is led there. */
export function showTellings(
  page: VerifyPage,
  tellings: readonly { readonly name: string | null; readonly telling: Telling }[]
): void {
  page.result.replaceChildren(...tellings.map(({ name, telling }) => drawn(page, name, telling)))
  page.result.hidden = false
  page.result.dataset.outcome = tellings.map(({ telling }) => telling.outcome).join(' ')
  page.result.focus({ preventScroll: true })
  page.result.scrollIntoView({ block: 'start', behavior: 'auto' })
}

function drawn(page: VerifyPage, name: string | null, telling: Telling): HTMLElement {
  const { texts } = page
  const heading = element('h2', 'verify-title', telling.title)
  const head = element('div', 'notice-body', [
    ...(name === null
      ? []
      : [element('p', 'verify-file', [`${texts.file}: `, element('bdi', '', name)])]),
    heading,
    element('p', '', isolated(telling.summary))
  ])
  const box = element('div', `notice verify-verdict tone-${telling.tone}`, [
    iconOf(page, telling.tone),
    head
  ])
  const lists = [
    listOf(texts.proves, telling.proves, { page, tone: 'kept' }),
    listOf(texts.provesNot, telling.provesNot, { page, tone: 'none' })
  ].filter((list) => list !== null)
  return element('article', 'verify-telling', [
    box,
    ...(lists.length === 0 ? [] : [element('div', 'verify-lists', lists)]),
    ...details(telling, texts)
  ])
}

function iconOf(page: VerifyPage, tone: string): HTMLElement {
  const template = page.root.querySelector<HTMLTemplateElement>(`template[data-icon="${tone}"]`)
  const place = element('span', 'notice-icon')
  if (template !== null) place.append(template.content.cloneNode(true))
  return place
}

function listOf(
  title: string,
  lines: readonly string[],
  { page, tone }: { page: VerifyPage; tone: 'kept' | 'none' }
): HTMLElement | null {
  if (lines.length === 0) return null
  const items = lines.map((line) =>
    element('li', '', [iconOf(page, tone), element('span', '', isolated(line))])
  )
  return element('section', `verify-list tone-${tone}`, [
    element('h3', '', title),
    element('ul', '', items)
  ])
}

function details(telling: Telling, texts: VerifyTexts): HTMLElement[] {
  if (telling.rows.length === 0) return []
  const rows = telling.rows.map(({ name, text, isCode }) =>
    element('div', '', [
      element('dt', '', name),
      element('dd', '', isCode ? [coded(text)] : isolated(text))
    ])
  )
  const list = element('dl', 'key-values key-values-dense', rows)
  const parts: HTMLElement[] = [element('h3', '', texts.details), list]
  if (telling.statement !== null) {
    const text = element('pre', 'verify-statement', telling.statement)
    text.dir = 'ltr'
    text.tabIndex = 0
    text.setAttribute('role', 'region')
    text.setAttribute('aria-label', texts.statement)
    parts.push(element('h3', '', texts.statement), text)
  }
  return [element('section', 'verify-details', parts)]
}

function coded(text: string): HTMLElement {
  const made = element('bdi', text.length > 24 ? 'code code-long' : 'code', text)
  made.dir = 'ltr'
  return made
}
