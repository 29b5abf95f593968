import { type Say, shownPart } from '../../../kernel/reading/index.ts'
import { drawBody } from './body.ts'
import { type Proof, type Shown, checksOf } from './checks.ts'
import { actionButton, coded, el, foreign, notice, saveAs, seen, terms } from './dom.ts'
import { type ReadAttachment, drawAttachments, heldAttachment } from './draw-attachments.ts'
import { say } from './say.ts'
import { effectiveText, momentText } from './time.ts'

export type { Proof, Shown }
export { say }

/** What the reader's page knows of a letter beside what is in it. */
export interface Around {
  /** Name of the sender in the registry. */
  readonly senderTitle: string
  readonly recipientTitle: string | null
  readonly acceptedAt: string | null
  readonly effectiveAt: string | null
  readonly proof: Proof
  /** Those that are read out of the sealed file; the letter holds its own where absent. */
  readonly attachments?: readonly ReadAttachment[]
  /** The page has no other title: the subject is it. */
  readonly isTitle?: boolean
}

/** A verified letter: who wrote it and how this was checked, its text, its attachments. */
export function drawLetter(shown: Shown, around: Around): HTMLElement {
  const { header } = shown.letter
  const subject = header.subject.trim() === '' ? say('noSubject') : header.subject
  return el(
    'article',
    { class: 'letter', 'data-letter-shown': header.letter },
    el(
      around.isTitle === true ? 'h1' : 'h2',
      { class: 'letter-subject', tabindex: '-1' },
      foreign(subject)
    ),
    notice(
      'kept',
      say('verified'),
      el('p', {}, say('verifiedText', apart(around.senderTitle))),
      ...shown.doubts.map((doubt) => el('p', {}, say(doubt))),
      how(shown, around)
    ),
    terms([
      [say('from'), foreign(around.senderTitle)],
      [say('to'), around.recipientTitle === null ? null : foreign(around.recipientTitle)],
      [say('writtenAt'), momentText(header.sentAt)],
      [say('acceptedAt'), around.acceptedAt === null ? null : momentText(around.acceptedAt)],
      [say('effectiveAt'), around.effectiveAt === null ? null : effectiveText(around.effectiveAt)],
      [say('ofCase'), header.case === null ? null : coded(header.case)]
    ]),
    ...bodyOf(shown, around),
    drawAttachments(
      around.attachments ?? shown.letter.attachments.map(heldAttachment),
      around.isTitle === true ? 'h2' : 'h3'
    )
  )
}

/** The text of a letter; of one too long to be drawn its beginning, with a way to have all of it. */
function bodyOf({ letter }: Shown, { isTitle }: Around): Node[] {
  const { body, header } = letter
  const drawn = drawBody(body, say, isTitle === true ? 1 : 2)
  if (shownPart(body).isWhole) return [drawn]
  const save = actionButton(say('saveText'), 'outline', () => {
    saveAs(`${header.letter}.md.txt`, body, 'application/octet-stream')
  })
  save.classList.add('no-print')
  return [notice('risk', say('textCut'), el('p', {}, say('textCutHelp')), save), drawn]
}

/** A name within a sentence, in its own direction: that of a key is Latin. */
function apart(name: string): string {
  return `\u2068${seen(name)}\u2069`
}

/** A letter that is kept back, and why; nothing of it is in this element. */
export function drawRefusal(reason: Parameters<Say>[0]): HTMLElement {
  return el(
    'article',
    { class: 'letter', 'data-letter-refused': reason },
    notice('broken', say('refused'), el('p', {}, say(reason)))
  )
}

function how(shown: Shown, { proof }: Around): HTMLElement {
  const { lines, terms: found } = checksOf(shown, proof)
  return el(
    'details',
    { class: 'disclosure' },
    el('summary', {}, say('howChecked')),
    el(
      'div',
      { class: 'disclosure-body' },
      el('ul', {}, ...lines.map((line) => el('li', {}, line))),
      terms(found.map(([name, value]) => [name, coded(value)]))
    )
  )
}
