// The telephone's side of unlocking a shared computer: it believes the picture that its camera saw, not us.
import { comparisonCode, pairingFingerprint } from '../../kernel/mailbox/index.ts'
import { wrappedFor } from './mailbox-parts/make-slot.ts'
import { pageApi } from './mailbox-parts/page.ts'
import { lock, unlockMailbox } from './unlock.ts'

const page = document.querySelector<HTMLElement>('[data-phone]')
if (page !== null) start(page)

function start(root: HTMLElement): void {
  const { phone: id = '', mailbox = '', recipient = '' } = root.dataset
  const texts = JSON.parse(root.dataset['texts'] ?? '{}') as { done: string; wrongKey: string }
  const says = root.querySelector<HTMLElement>('[data-says]')
  const ask = root.querySelector<HTMLElement>('[data-ask]')
  const number = root.querySelector<HTMLElement>('[data-number]')
  if (says === null || ask === null || number === null) return
  root.hidden = false
  // A key that somebody put in between has another fingerprint; an address without one is of nobody.
  if (location.hash.slice(1) !== pairingFingerprint(recipient)) {
    ask.hidden = true
    says.textContent = texts.wrongKey
    return
  }
  number.textContent = comparisonCode(id, recipient)
  let isBusy = false
  root.querySelector('[data-same]')?.addEventListener('click', () => {
    if (isBusy) return
    isBusy = true
    void send()
      .catch((error: unknown) => {
        says.textContent = error instanceof Error ? error.message : ''
      })
      .finally(() => {
        isBusy = false
      })
  })

  async function send(): Promise<void> {
    const opened = await unlockMailbox({ mailbox })
    if (opened === null || says === null || ask === null) return
    const sealed = await wrappedFor(mailbox, recipient, opened.keys.seed)
    await pageApi().post(`/api/v1/mailbox-pairings/${id}/answer`, { sealed })
    lock()
    ask.hidden = true
    says.textContent = texts.done
  }
}
