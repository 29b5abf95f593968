import { signAlert } from '../../kernel/alerts/index.ts'
import { lock, unlockMailbox } from './unlock.ts'

// The form of an alert that is ready: its signature is made here, with the key of the unit, and goes along
// as a field, so that errors and messages are the server's, the same as everywhere.

const place = document.querySelector<HTMLElement>('[data-sign-alert]')
const form = place?.closest('form')

if (place && form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void sign(form, place)
  })
}

async function sign(own: HTMLFormElement, { dataset }: HTMLElement): Promise<void> {
  const says = own.querySelector<HTMLElement>('[data-says]')
  if (says) says.textContent = ''
  const { mailbox = '', sender = '', identifier = '' } = dataset
  const opened = await unlockMailbox({ mailbox })
  if (opened === null) {
    if (says) says.textContent = says.dataset['locked'] ?? ''
    return
  }
  const xml = new TextDecoder().decode(bytesOf(valueOf(own, 'xml')))
  const note = own.querySelector<HTMLInputElement>('input[name=note]')
  if (note) note.value = signAlert(xml, { sender, identifier }, opened.keys.signers)
  lock()
  own.submit()
}

function valueOf(own: HTMLFormElement, name: string): string {
  return own.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? ''
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
}
