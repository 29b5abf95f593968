import { newPaperSecret, paperWords } from '../../../kernel/seal/index.ts'
import { searchKey } from '../../../kernel/persian/index.ts'
import { el, saveAs } from '../reading/dom.ts'
import { numberText, pageLang } from '../reading/time.ts'
import { qrPicture } from './phone-way.ts'

/** A paper key that is being made. */
export interface PaperKey {
  /** What it is called on its sheet and in the list of ways. */
  readonly number: number
  readonly secret: Uint8Array
  readonly words: readonly string[]
}

/** A new paper key with its words in the language of the page. */
export function newPaperKey(number: number): PaperKey {
  const secret = newPaperSecret()
  return { number, secret, words: paperWords(secret, pageLang) }
}

/** Puts the words and their picture on the sheet, under its title. */
export function showPaper(
  sheet: HTMLElement,
  { words }: PaperKey,
  { title, qr }: { readonly title: string; readonly qr: string }
): void {
  sheet.setAttribute('aria-label', title)
  const head = sheet.querySelector('[data-sheet-title]')
  if (head) head.textContent = title
  const list = sheet.querySelector('[data-words]')
  list?.replaceChildren(
    ...words.map((word, i) =>
      el(
        'li',
        { class: 'flex gap-2' },
        el('span', { class: 'optional', 'aria-hidden': 'true' }, numberText(i + 1)),
        el('strong', {}, word)
      )
    )
  )
  sheet.querySelector('[data-qr]')?.replaceChildren(qrPicture(words.join(' '), qr, 'qr qr-long'))
}

/** Gives the sheet to the person as a text file. */
export function savePaper(sheet: HTMLElement, { number, words }: PaperKey): void {
  const rows = [...sheet.querySelectorAll('.key-values > div')].map(lineOf)
  const notes = [...sheet.querySelectorAll('.receipt-note p')].map(({ textContent }) => textContent)
  const title = sheet.getAttribute('aria-label') ?? ''
  const list = words.map((word, i) => `${numberText(i + 1)}. ${word}`)
  const text = [title, '', ...rows, '', ...list, '', ...notes, ''].join('\n')
  saveAs(`paper-key-${String(number)}.txt`, text, 'text/plain;charset=utf-8')
}

function lineOf(row: Element): string {
  return [...row.children].map(({ textContent }) => textContent.trim()).join(': ')
}

/** Three places of a paper key, in their order, chosen anew each time. */
export function threePlaces(count: number): number[] {
  const places: Set<number> = new Set()
  while (places.size < 3) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
    places.add(random % count)
  }
  return Array.from({ length: count }, (_, i) => i).filter((place) => places.has(place))
}

/** Whether a typed word is the one on the paper, whatever keyboard it came from. */
export function isWord(typed: string, word: string): boolean {
  return searchKey(typed).replaceAll(' ', '') === searchKey(word).replaceAll(' ', '')
}
