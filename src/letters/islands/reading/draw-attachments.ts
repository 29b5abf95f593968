import type { Attachment, StreamedAttachment } from '../../../kernel/seal/index.ts'
import { actionButton, el, foreign, saveAs } from './dom.ts'
import { gatherPieces } from './gather-pieces.ts'
import { say } from './say.ts'
import { sizeText } from './time.ts'

/** An attachment of an opened letter, read when it is saved or sealed anew. */
export interface ReadAttachment extends StreamedAttachment {
  readonly bytes: number
}

/** One that is held: of a small letter that was opened whole. */
export function heldAttachment({ name, type, content }: Attachment): ReadAttachment {
  return { name, type, bytes: content.length, read: () => onePiece(content) }
}

async function* onePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content)
}

/** The attachments of a letter, each with a way to save it; `null` where there are none. */
export function drawAttachments(
  attachments: readonly ReadAttachment[],
  title: 'h2' | 'h3'
): HTMLElement | null {
  if (attachments.length === 0) return null
  return el(
    'section',
    { class: 'letter-attachments' },
    el(title, {}, say('attachments')),
    el('ul', {}, ...attachments.map(attachmentRow)),
    el('p', { class: 'field-help no-print' }, say('attachmentAdvice'))
  )
}

function attachmentRow(attachment: ReadAttachment): HTMLElement {
  const { name, bytes } = attachment
  const status = el('span', { role: 'status', class: 'no-print' })
  const pressed = async () => {
    save.disabled = true
    status.textContent = ''
    try {
      // Never by its own type: a browser would show some of them as pages of this site.
      saveAs(name, await gatherPieces(attachment.read()), 'application/octet-stream')
    } catch {
      status.textContent = say('notSaved')
    }
    save.disabled = false
  }
  const save = actionButton(say('save'), 'outline', () => void pressed())
  save.classList.add('btn-sm', 'no-print')
  return el('li', {}, foreign(name), ` (${sizeText(bytes)}) `, save, status)
}
