// Makes a mailbox on this device: a passkey, a key on paper, three of its words typed back.
import { beginWizard } from './mailbox-parts/wizard.ts'

const root = document.querySelector<HTMLElement>('[data-enrol]')
if (root !== null) beginWizard(root)
// A page that the browser kept for the way back begins anew, with another seed.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
