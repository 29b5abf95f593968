import { el } from './dom.ts'
import { say } from './draw-letter.ts'
import { type Remembered, matches } from './local-index.ts'
import type { Session } from './session.ts'
import { momentText, numberText } from './time.ts'

/** Search and folders over what this device has opened; there only while the mailbox is open. */
export function offerSearch(
  session: Session,
  place: HTMLElement,
  openById: (letter: Remembered) => void
): void {
  session.watch((open) => {
    place.replaceChildren()
    if (open === null || open.index === null) return
    const { index } = open
    const words = el('input', { type: 'search', class: 'input', id: 'letter-search' })
    const folders = el('select', { class: 'select', 'aria-label': say('folder') })
    const found = el('div', { 'aria-live': 'polite' })
    const show = async () => {
      const all = await index.all()
      fillFolders(folders, all)
      const asked = words.value.trim()
      const hits = all.filter(
        (letter) => inFolder(letter, folders.value) && (asked === '' || matches(letter, asked))
      )
      const isAsked = asked !== '' || folders.value !== ''
      found.replaceChildren(...(isAsked ? resultsOf(hits, openById) : []))
    }
    const form = el(
      'form',
      { class: 'search-box', role: 'search' },
      el('label', { for: 'letter-search' }, say('search')),
      el('div', { class: 'search-row' }, words, folders),
      el('p', { class: 'field-help' }, say('searchHelp'))
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void show()
    })
    words.addEventListener('input', () => void show())
    folders.addEventListener('change', () => void show())
    place.append(form, found)
    void show()
  })
}

function inFolder({ folder }: Remembered, chosen: string): boolean {
  if (chosen === '') return true
  return chosen === ' ' ? folder === null : folder === chosen
}

function fillFolders(select: HTMLSelectElement, all: readonly Remembered[]): void {
  const names = new Set(all.flatMap(({ folder }) => folder ?? []))
  const chosen = select.value
  select.replaceChildren(
    el('option', { value: '' }, say('allFolders')),
    el('option', { value: ' ' }, say('noFolder')),
    ...Array.from(names, (name) => el('option', { value: name }, name))
  )
  select.value = [...select.options].some(({ value }) => value === chosen) ? chosen : ''
}

function resultsOf(hits: readonly Remembered[], openById: (letter: Remembered) => void): Node[] {
  const rows = hits.map((letter) => {
    const open = el('button', { type: 'button', class: 'btn btn-ghost btn-sm' })
    open.append(el('bdi', {}, letter.subject === '' ? say('noSubject') : letter.subject))
    open.addEventListener('click', () => {
      openById(letter)
    })
    const folder = letter.folder === null ? '' : ` · ${letter.folder}`
    return el(
      'li',
      {},
      el('div', {}, open),
      `${letter.sender} · ${momentText(letter.sentAt)}${folder}`
    )
  })
  return [
    el('p', {}, say('found', numberText(hits.length))),
    el('ul', { class: 'letters-found' }, ...rows)
  ]
}
