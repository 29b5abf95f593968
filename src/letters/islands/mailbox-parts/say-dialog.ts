import { actionButton, el } from '../reading/dom.ts'
import { words } from './page.ts'

/** Says what goes on, over the page, until it is let go. */
export function holdOn(text: string): () => void {
  const dialog = saying(el('p', { role: 'status' }, text))
  // Nothing is given up by leaving the words: what goes on goes on.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
  })
  dialog.showModal()
  return () => {
    dialog.remove()
  }
}

/** Says why a mailbox stayed shut, until the person has read it. */
export function tell(text: string): Promise<void> {
  const dialog = saying(el('p', { role: 'alert', class: 'field-problem' }, text))
  const close = actionButton(words.close, 'primary', () => {
    dialog.close()
  })
  dialog.append(el('div', { class: 'actions' }, close))
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve()
    })
    dialog.showModal()
  })
}

function saying(content: HTMLElement): HTMLDialogElement {
  const dialog = el(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'unlock-says', 'data-unlock': true },
    el('h2', { id: 'unlock-says' }, words.title),
    el('div', { class: 'dialog-body' }, content)
  )
  document.body.append(dialog)
  return dialog
}
