import { letterCheckCode, letterCheckPath } from '../../../kernel/genuineness/index.ts'
import { qrPicture } from '../mailbox-parts/phone-way.ts'
import { coded, el } from './dom.ts'
import { say } from './say.ts'
import type { ListedLetter } from './shapes.ts'
import { pageLang } from './time.ts'

/** Where anybody asks whether a letter is genuine, and the code that names it there. */
export interface LetterCheck {
  readonly code: string
  /** With the origin of this site. */
  readonly address: string
}

/** How a letter is checked; `null` while it has not arrived, when nothing is told of it. */
export function checkOf({ id, sha256 }: ListedLetter): LetterCheck | null {
  if (sha256 === null) return null
  const path = letterCheckPath({ letter: id, sha256 })
  const before = pageLang === 'en' ? '/en' : ''
  const address = `${location.origin}${before}${path}`
  return { code: letterCheckCode({ letter: id, sha256 }), address }
}

/** At the foot of each page on paper: the id of the letter, and the hash of its sealed file. */
export function footOnPaper({ code }: LetterCheck): string {
  return `@page{@bottom-center{content:"${code}";font:7pt monospace;direction:ltr}}`
}

/** Says it with the letter: on the page, on paper and in what is saved. */
export function drawCheck({ code, address }: LetterCheck): HTMLElement {
  return el(
    'section',
    { class: 'letter-check' },
    qrPicture(address, say('checkTitle')),
    el(
      'div',
      {},
      el('h2', {}, say('checkTitle')),
      el('p', {}, say('checkText')),
      el(
        'p',
        {},
        el('a', { class: 'link', href: address }, say('checkLink')),
        ' ',
        // On paper there is nothing to press.
        coded(address.split('?')[0] ?? '')
      ),
      el('p', {}, coded(code))
    )
  )
}
