// Makes the mailbox of a unit or business in this browser: a new seed, sealed to the mailbox of each custodian
// whose key the directory proves. Then the seed is wiped: from now on the custodians open it.
import { newMailboxSeed } from '../../kernel/seal/index.ts'
import { openMailbox } from './mailbox-parts/finish-mailbox.ts'
import { slotForReader } from './mailbox-parts/make-slot.ts'
import { readerKey } from './mailbox-parts/reader-key.ts'

const root = document.querySelector<HTMLFormElement>('form[data-open-for]')
if (root !== null) start(root)

function start(form: HTMLFormElement): void {
  const { mailbox = '', keyName = '', openFor = '{}' } = form.dataset
  const texts = JSON.parse(form.dataset['texts'] ?? '{}') as { chooseTwo: string; failed: string }
  const says = form.querySelector<HTMLElement>('[data-says]')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void make().catch((error: unknown) => {
      say(`${texts.failed} ${error instanceof Error ? error.message : ''}`)
    })
  })

  function say(text: string): void {
    if (says === null) return
    says.textContent = text
    says.hidden = text === ''
  }

  async function make(): Promise<void> {
    const chosen = new FormData(form).getAll('custodian').filter((one) => typeof one === 'string')
    if (chosen.length < 2) {
      say(texts.chooseTwo)
      return
    }
    say('')
    const seed = newMailboxSeed()
    const slots = []
    for (const id of chosen) {
      const reader = await readerKey(mailbox, id)
      slots.push(await slotForReader(mailbox, { purpose: 'custodian', seed, reader }))
    }
    const owner = JSON.parse(openFor) as { authority: string; unit: string } | { person: string }
    await openMailbox({ mailbox, keyName, seed, slots }, owner)
    seed.fill(0)
    location.reload()
  }
}
