import { el, foreign } from '../reading/dom.ts'
import { drawLetter, say, type Shown } from '../reading/draw-letter.ts'
import { sizeText } from '../reading/time.ts'
import type { Envelope, From, Typed } from './seal-and-send.ts'

/** A letter as its recipient will see it: the same drawing, from what is typed. */
export function drawPreview(
  typed: Typed,
  of: {
    readonly from: From
    readonly envelope: Envelope
    readonly senderTitle: string
    readonly recipientTitle: string
    readonly keys: readonly string[]
  }
): HTMLElement {
  const { from, envelope, senderTitle, recipientTitle, keys } = of
  const shown: Shown = {
    shown: true,
    letter: {
      header: {
        v: 1,
        letter: '',
        sender: from.sender,
        keys: [],
        subject: typed.subject,
        sentAt: envelope.sentAt,
        case: envelope.case ?? null,
        body: { type: 'text/markdown', bytes: 0, sha256: '' },
        attachments: [],
        token: ''
      },
      body: typed.body,
      attachments: [],
      note: '',
      contentHash: new Uint8Array(),
      recipient: ''
    },
    signedBy: { sequence: 0, at: envelope.sentAt, keys },
    contentHash: '',
    doubts: []
  }
  const article = drawLetter(shown, {
    senderTitle,
    recipientTitle,
    acceptedAt: null,
    effectiveAt: envelope.effectiveAt ?? null,
    proof: 'log'
  })
  if (typed.attachments.length > 0) article.append(attachmentNames(typed))
  return article
}

/** By name and size alone: they are read when the letter is sealed. */
function attachmentNames({ attachments }: Typed): HTMLElement {
  const items = attachments.map(({ name, bytes }) =>
    el('li', {}, foreign(name), ` (${sizeText(bytes)})`)
  )
  return el(
    'section',
    { class: 'letter-attachments' },
    el('h3', {}, say('attachments')),
    el('ul', {}, ...items)
  )
}
