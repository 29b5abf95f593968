import { drawLetter, type Shown } from '../reading/draw-letter.ts'
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
  const attachments = typed.attachments.map(({ name, type, content }) => ({
    ...{ name, type, bytes: content.length },
    sha256: ''
  }))
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
        attachments,
        token: ''
      },
      body: typed.body,
      attachments: typed.attachments,
      note: '',
      contentHash: new Uint8Array(),
      recipient: ''
    },
    signedBy: { sequence: 0, at: envelope.sentAt, keys },
    contentHash: '',
    doubts: []
  }
  return drawLetter(shown, {
    senderTitle,
    recipientTitle,
    acceptedAt: null,
    effectiveAt: envelope.effectiveAt ?? null,
    proof: 'log'
  })
}
