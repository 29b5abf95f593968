// Makes a mailbox on this device: a passkey, a key on paper, three of its words typed back.
import { claimOfWindow } from './claim-parts/kept-key.ts'
import { pathInLang } from './mailbox-parts/page.ts'
import { beginWizard } from './mailbox-parts/wizard.ts'

const root = document.querySelector<HTMLElement>('[data-enrol]')
if (root !== null) beginWizard(root)
// Whoever came by a page by post goes on to keep its letter.
if (claimOfWindow() !== null) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-step=done] a.btn'))
    link.href = pathInLang('/claim/keep')
}
// A page that the browser kept for the way back begins anew, with another seed.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
