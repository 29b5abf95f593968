import { claimHandle, claimRecipient } from '../../../kernel/mailbox/index.ts'
import { demandProven } from '../mailbox-parts/known-keys.ts'
import { wrappedFor } from '../mailbox-parts/make-slot.ts'
import { pageApi } from '../mailbox-parts/page.ts'
import { unlockMailbox } from '../unlock.ts'
import { claimOfWindow, keepForWindow } from './kept-key.ts'

/** Seals the key of the page to the mailbox of whoever is signed in, and hands that in. */
export function startKeeping(root: HTMLElement): void {
  const mailbox = root.dataset['claimKeeping'] ?? ''
  const texts = JSON.parse(root.dataset['texts'] ?? '{}') as { noPage: string; failed: string }
  const says = root.querySelector<HTMLElement>('[data-says]')
  const ask = root.querySelector<HTMLElement>('[data-keep-ask]')
  const done = root.querySelector<HTMLElement>('[data-kept]')
  const secret = claimOfWindow()
  const say = (text: string) => {
    if (says === null) return
    says.textContent = text
    says.hidden = text === ''
  }
  if (secret === null) {
    say(texts.noPage)
    if (ask !== null) ask.hidden = true
    return
  }
  let isBusy = false
  root.querySelector('[data-keep]')?.addEventListener('click', () => {
    if (isBusy) return
    isBusy = true
    say('')
    keep(mailbox, secret)
      .then((isKept) => {
        if (isKept && ask !== null && done !== null) {
          ask.hidden = true
          done.hidden = false
        }
        return isKept
      })
      .catch((error: unknown) => {
        say(`${texts.failed} ${error instanceof Error ? error.message : ''}`)
      })
      .finally(() => {
        isBusy = false
      })
  })
}

async function keep(mailbox: string, secret: Uint8Array): Promise<boolean> {
  // Opened once: a mailbox that does not open would lose the key of the page with the page.
  const opened = await unlockMailbox({ mailbox })
  if (opened === null) return false
  await demandProven(opened)
  const slot = await wrappedFor(mailbox, opened.keys.recipient, secret)
  const recipient = await claimRecipient(secret)
  const handle = claimHandle(secret)
  await pageApi().post('/api/v1/letter-claims/keeping', { handle, recipient, slot })
  keepForWindow(null)
  return true
}
