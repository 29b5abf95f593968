import { drawBody } from './body.ts'
import { el, foreign, notice, terms } from './dom.ts'
import type { Remembered } from './local-index.ts'
import { say } from './say.ts'
import { momentText } from './time.ts'

/** What this device keeps of a letter, while nothing can be fetched. It is kept of true letters alone. */
export function drawKept(
  { id, subject, sender, sentAt, text, names = [] }: Remembered,
  { isSent, isTitle }: { readonly isSent: boolean; readonly isTitle: boolean }
): HTMLElement {
  const items = names.map((each) => el('li', {}, foreign(each)))
  const attached = el(
    'section',
    { class: 'letter-attachments' },
    el(isTitle ? 'h2' : 'h3', {}, say('attachments')),
    el('ul', {}, ...items),
    el('p', { class: 'field-help' }, say('keptWithout'))
  )
  return el(
    'article',
    { class: 'letter', 'data-letter-kept': id },
    el(
      isTitle ? 'h1' : 'h2',
      { class: 'letter-subject', tabindex: '-1' },
      foreign(subject.trim() === '' ? say('noSubject') : subject)
    ),
    notice('info', say('noLine'), el('p', {}, say('keptHere'))),
    terms([
      [say(isSent ? 'to' : 'from'), foreign(sender)],
      [say('writtenAt'), momentText(sentAt)]
    ]),
    drawBody(text, say, isTitle ? 1 : 2),
    names.length === 0 ? null : attached
  )
}
