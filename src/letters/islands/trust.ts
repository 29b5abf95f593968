// The page of recovery contacts and heirs: halves the key for somebody who was named, and opens the half that
// is with oneself. What is sent of a share is sealed to whoever was named; the words of one are shown and
// never sent.
import {
  openShare,
  sealShare,
  shareSigner,
  sharedSlot,
  signAct,
  slotBinding
} from '../../kernel/mailbox/index.ts'
import { shareWords } from '../../kernel/seal/index.ts'
import { formatVerifierKey, toBase64 } from '../../kernel/tlog/index.ts'
import { sendSlot } from './mailbox-parts/make-slot.ts'
import { pageApi } from './mailbox-parts/page.ts'
import { qrPicture } from './mailbox-parts/phone-way.ts'
import { readerKey } from './mailbox-parts/reader-key.ts'
import { el } from './reading/dom.ts'
import { nowText, numberText, pageLang } from './reading/time.ts'
import { type UnlockedMailbox, unlockMailbox } from './unlock.ts'

const page = document.querySelector<HTMLElement>('[data-trust]')
if (page !== null) start(page)

interface TrustTexts {
  readonly failed: string
  readonly notOpened: string
  readonly tried: string
  readonly wordsTitle: string
}

function start(root: HTMLElement): void {
  const mailbox = root.dataset['trust'] ?? ''
  const texts = JSON.parse(root.dataset['texts'] ?? '{}') as TrustTexts
  const says = root.querySelector<HTMLElement>('[data-says]')
  let isBusy = false

  function say(text: string): void {
    if (says === null) return
    says.textContent = text
    says.hidden = text === ''
    if (text !== '') says.scrollIntoView({ block: 'center' })
  }

  /** Once, however often it is pressed: a second half would be another way. */
  async function run(act: () => Promise<void>): Promise<void> {
    if (isBusy) return
    isBusy = true
    say('')
    try {
      await act()
    } catch (error) {
      say(`${texts.failed} ${error instanceof Error ? error.message : ''}`)
    } finally {
      isBusy = false
    }
  }

  const give = (to: { readonly code: string; readonly purpose: string }) =>
    run(async () => {
      const opened = await unlockMailbox({ mailbox })
      if (opened === null) return
      await giveHalf(opened, to)
      location.reload()
    })

  const form = root.querySelector<HTMLFormElement>('form[data-name]')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = new FormData(form)
    const code = textOf(typed, 'code').trim().toLowerCase()
    void give({ code, purpose: textOf(typed, 'purpose') })
  })
  for (const again of root.querySelectorAll<HTMLElement>('[data-anew]')) {
    const { anew: code = '', purpose = '' } = again.dataset
    again.addEventListener('click', () => {
      void give({ code, purpose })
    })
  }
  for (const card of root.querySelectorAll<HTMLElement>('[data-share]')) {
    card.querySelector('[data-prove]')?.addEventListener('click', () => {
      void run(async () => {
        const share = await ownHalf(card)
        if (share === undefined) return
        if (share === null) say(texts.notOpened)
        else {
          await proveHalf(card, share)
          location.reload()
        }
      })
    })
    card.querySelector('[data-show-words]')?.addEventListener('click', () => {
      void run(async () => {
        const share = await ownHalf(card)
        if (share === null) say(texts.notOpened)
        else if (share !== undefined) showWords(card, share, texts.wordsTitle)
      })
    })
  }
}

function textOf(typed: FormData, name: string): string {
  const given = typed.get(name)
  return typeof given === 'string' ? given : ''
}

/** Wraps the seed anew, for two, and seals one half to whoever was named, by their proven key. */
async function giveHalf(
  opened: UnlockedMailbox,
  { code, purpose }: { readonly code: string; readonly purpose: string }
): Promise<void> {
  const { mailbox, keys } = opened
  const reader = await readerKey(mailbox, code)
  const { slot, recipient, ofContact, ofDesk } = await sharedSlot(mailbox, keys.seed)
  const bound = { id: crypto.randomUUID(), purpose, reader: reader.mailbox, recipient }
  const shares = {
    sealed: await sealShare({ mailbox, slot: bound.id }, reader.recipient, ofContact),
    held: toBase64(ofDesk),
    proof: formatVerifierKey(shareSigner(bound.id, ofContact).key)
  }
  ofContact.fill(0)
  ofDesk.fill(0)
  const binding = slotBinding(keys.seed, bound)
  const sent = { ...bound, kind: 'recovery', label: '', credential: null, slot, binding }
  await sendSlot(opened, sent, shares)
}

/** The half that is with oneself: `undefined` where the mailbox stayed shut, `null` where it does not open. */
async function ownHalf({ dataset }: HTMLElement): Promise<Uint8Array | null | undefined> {
  const own = await unlockMailbox()
  if (own === null) return undefined
  const { share: slot = '', of: mailbox = '', sealed = '' } = dataset
  return openShare(sealed, { mailbox, slot }, own.identities)
}

async function proveHalf({ dataset }: HTMLElement, share: Uint8Array): Promise<void> {
  const { share: slot = '', of: mailbox = '' } = dataset
  const act = { act: 'share-proved', mailbox, what: slot, at: nowText() } as const
  const note = signAct(act, [shareSigner(slot, share)])
  await pageApi().post(`/api/v1/mailbox-shares/${slot}/proof`, { note })
}

function showWords(card: HTMLElement, share: Uint8Array, title: string): void {
  const words = shareWords(share, pageLang)
  const items = words.map((word, i) =>
    el(
      'li',
      { class: 'flex gap-2' },
      el('span', { class: 'optional', 'aria-hidden': 'true' }, numberText(i + 1)),
      el('strong', {}, word)
    )
  )
  const list = el(
    'ol',
    { class: 'grid grid-cols-2 sm:grid-cols-3 gap-x-6 gap-y-1 my-4 text-lg' },
    ...items
  )
  list.dataset['shareWords'] = ''
  card
    .querySelector('[data-words-place]')
    ?.replaceChildren(
      el('h4', { tabindex: '-1' }, title),
      list,
      el('p', {}, qrPicture(words.join(' '), title, 'qr qr-long'))
    )
  card.querySelector<HTMLElement>('h4')?.focus()
}
