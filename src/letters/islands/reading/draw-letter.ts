import { type Say, type SenderKeys, type Reading, sayIn } from '../../../kernel/reading/index.ts'
import { parseVerifierKey } from '../../../kernel/tlog/index.ts'
import { drawBody } from './body.ts'
import { actionButton, coded, el, foreign, notice, saveAs, seen, terms } from './dom.ts'
import { momentText, numberText, pageLang, sizeText } from './time.ts'

/** The texts of this page in its language. */
export const say: Say = sayIn(pageLang)

/** An opened letter, as a reader shows it. */
export type Shown = Extract<Reading, { shown: true }>

/** How the keys of the sender are proven: in the log now, or as it was at the time of a saved proof (RFC 3339). */
export type Proof = 'log' | { readonly savedAt: string }

/** What the reader's page knows of a letter beside what is in it. */
export interface Around {
  /** Name of the sender in the registry. */
  readonly senderTitle: string
  readonly recipientTitle: string | null
  readonly acceptedAt: string | null
  readonly effectiveAt: string | null
  readonly proof: Proof
  /** The page has no other title: the subject is it. */
  readonly isTitle?: boolean
}

/** A verified letter: who wrote it and how this was checked, its text, its attachments. */
export function drawLetter(shown: Shown, around: Around): HTMLElement {
  const { header, body } = shown.letter
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
      el('p', {}, say('verifiedText', seen(around.senderTitle))),
      ...shown.doubts.map((doubt) => el('p', {}, say(doubt))),
      how(shown, around)
    ),
    terms([
      [say('from'), foreign(around.senderTitle)],
      [say('to'), around.recipientTitle === null ? null : foreign(around.recipientTitle)],
      [say('writtenAt'), momentText(header.sentAt)],
      [say('acceptedAt'), around.acceptedAt === null ? null : momentText(around.acceptedAt)],
      [say('effectiveAt'), around.effectiveAt === null ? null : momentText(around.effectiveAt)],
      [say('ofCase'), header.case === null ? null : coded(header.case)]
    ]),
    drawBody(body, say, around.isTitle === true ? 1 : 2),
    attachmentsOf(shown, around)
  )
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
  const { sequence, at } = shown.signedBy
  const line = proof === 'log' ? say('checkLog') : say('checkFile', momentText(proof.savedAt))
  return el(
    'details',
    { class: 'disclosure' },
    el('summary', {}, say('howChecked')),
    el(
      'div',
      { class: 'disclosure-body' },
      el(
        'ul',
        {},
        el('li', {}, say('checkSealed')),
        el('li', {}, say('checkSigned', kindsOf(shown.signedBy))),
        el('li', {}, say('checkDirectory', numberText(sequence + 1), momentText(at))),
        el('li', {}, line)
      ),
      terms([
        [say('keyName'), coded(nameOf(shown.signedBy))],
        [say('contentHash'), coded(shown.contentHash)]
      ])
    )
  )
}

function kindsOf({ keys }: SenderKeys): string {
  const kinds: Readonly<Record<number, string>> = { 1: 'Ed25519', 6: 'ML-DSA-44' }
  return keys
    .map((text) => parseVerifierKey(text))
    .flatMap((key) => (key.ok ? [kinds[key.value.type] ?? ''] : []))
    .join(' + ')
}

function nameOf({ keys: [first = ''] }: SenderKeys): string {
  const key = parseVerifierKey(first)
  return key.ok ? key.value.name : ''
}

function attachmentsOf({ letter }: Shown, { isTitle }: Around): HTMLElement | null {
  if (letter.attachments.length === 0) return null
  const items = letter.attachments.map(({ name, content }) => {
    // Never by its own type: a browser would show some of them as pages of this site.
    const save = actionButton(say('save'), 'outline', () => {
      saveAs(name, content, 'application/octet-stream')
    })
    save.classList.add('btn-sm', 'no-print')
    return el('li', {}, foreign(name), ` (${sizeText(content.length)}) `, save)
  })
  return el(
    'section',
    { class: 'letter-attachments' },
    el(isTitle === true ? 'h2' : 'h3', {}, say('attachments')),
    el('ul', {}, ...items),
    el('p', { class: 'field-help no-print' }, say('attachmentAdvice'))
  )
}
