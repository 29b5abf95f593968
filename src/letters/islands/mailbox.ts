// The page of a mailbox: adds ways, gives ways to others, tries a way, changes the key. Each asks for the
// mailbox to be open; what is sent is wrapped here and signed by the key of the mailbox.
import { changeMailboxKey } from './mailbox-parts/change-key.ts'
import { sendSlot, slotForProgram, slotForReader, slotOfSecret } from './mailbox-parts/make-slot.ts'
import { readerKey } from './mailbox-parts/reader-key.ts'
import { words } from './mailbox-parts/page.ts'
import { recipientKindOf } from '../../kernel/seal/index.ts'
import { passkeyOfDevice } from './mailbox-parts/passkey-secret.ts'
import { type UnlockedMailbox, lock, unlockMailbox } from './unlock.ts'

const page = document.querySelector<HTMLElement>('[data-mailbox][data-says-texts]')
if (page !== null) start(page)

function start(root: HTMLElement): void {
  const mailbox = root.dataset['mailbox'] ?? ''
  const texts = JSON.parse(root.dataset['saysTexts'] ?? '{}') as { failed: string }
  const says = root.querySelector<HTMLElement>('[data-says]')
  let isBusy = false

  function say(text: string): void {
    if (says === null) return
    says.textContent = text
    says.hidden = text === ''
    if (text !== '') says.scrollIntoView({ block: 'center' })
  }

  /** Does something with the open mailbox, once however often it is pressed, then shows the page as it is now. */
  async function withOpen(act: (opened: UnlockedMailbox) => Promise<string | null>): Promise<void> {
    if (isBusy) return
    isBusy = true
    say('')
    try {
      const opened = await unlockMailbox({ mailbox })
      if (opened === null) return
      const problem = await act(opened)
      if (problem === null) location.reload()
      else say(problem)
    } catch (error) {
      say(`${texts.failed} ${error instanceof Error ? error.message : ''}`)
    } finally {
      isBusy = false
    }
  }

  function on(mark: string, act: (button: HTMLElement) => void): void {
    for (const button of root.querySelectorAll<HTMLElement>(`[${mark}]`))
      button.addEventListener('click', () => {
        act(button)
      })
  }

  on('data-add-device', () => void withOpen(addDevice))
  on('data-rotate', () => void withOpen(changeMailboxKey))
  on('data-give', ({ dataset }) => {
    void withOpen(async (opened) => {
      const reader = await readerKey(mailbox, dataset['give'] ?? '')
      const purpose = dataset['purpose'] as 'member' | 'delegate' | 'custodian'
      const { seed } = opened.keys
      await sendSlot(opened, await slotForReader(mailbox, { purpose, seed, reader }))
      return null
    })
  })
  const toProgram = root.querySelector<HTMLFormElement>('[data-give-program]')
  toProgram?.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = new FormData(toProgram)
    const [label, recipient] = ['label', 'recipient'].map((name) => textOf(typed, name))
    if (recipientKindOf(recipient ?? '') !== 'hybrid') {
      say(toProgram.dataset['wrong'] ?? '')
      return
    }
    void withOpen(async (opened) => {
      const of = { seed: opened.keys.seed, recipient: recipient ?? '', label: label ?? '' }
      await sendSlot(opened, await slotForProgram(mailbox, of))
      return null
    })
  })
  on('data-try', () => {
    // Whatever is open now says nothing of the way that is to be tried.
    lock()
    void withOpen(() => Promise.resolve(null))
  })
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

async function addDevice(opened: UnlockedMailbox): Promise<string | null> {
  const csrf = document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
  const answer = await passkeyOfDevice(opened.mailbox, csrf)
  if (typeof answer === 'string') return answer === 'cancelled' ? words.cancelled : words.noPasskey
  const { seed } = opened.keys
  await sendSlot(opened, await slotOfSecret(opened.mailbox, { ...answer, kind: 'passkey', seed }))
  return null
}
