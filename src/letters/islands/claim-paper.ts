// An officer makes a page for the post: the letter that waits is opened with the unit's key, sealed anew to a
// key that is made here, printed and forgotten. The desk gets what is sealed, and a hash of the key.
import './reading/plain-zod.ts'
import {
  claimedBytesMax,
  claimHandle,
  claimRecipient,
  claimText,
  newClaimSecret
} from '../../kernel/mailbox/index.ts'
import { readLetter } from '../../kernel/reading/index.ts'
import { sealLetter, shareWords } from '../../kernel/seal/index.ts'
import { toBase64 } from '../../kernel/tlog/index.ts'
import { qrPicture } from './mailbox-parts/phone-way.ts'
import { el } from './reading/dom.ts'
import { senderOf } from './reading/reply.ts'
import { Session } from './reading/session.ts'
import type { ReaderData } from './reading/shapes.ts'
import { sealingOf } from './writing/seal-pieces.ts'

const root = document.querySelector<HTMLElement>('[data-making]')
if (root !== null) start(root)

interface MakingTexts {
  readonly making: string
  readonly failed: string
  readonly tooLarge: string
  readonly qr: string
}

interface WaitingLetter {
  readonly id: string
  readonly sentAt: string
  readonly case: string | null
}

function start(of: HTMLElement): void {
  const session = new Session(JSON.parse(of.dataset['making'] ?? '{}') as ReaderData)
  const letter = JSON.parse(of.dataset['letter'] ?? '{}') as WaitingLetter
  const texts = JSON.parse(of.dataset['texts'] ?? '{}') as MakingTexts
  const find = (mark: string) => of.querySelector<HTMLElement>(`[${mark}]`)

  function show(problem: string, busy = ''): void {
    const says = find('data-says')
    if (says !== null) {
      says.textContent = problem
      says.hidden = problem === ''
    }
    const status = find('data-busy')
    if (status !== null) status.textContent = busy
  }

  async function make(): Promise<void> {
    show('', texts.making)
    const secret = newClaimSecret()
    const problem = await sealToPage(session, letter, { secret, texts })
    if (problem !== null) {
      show(problem)
      return
    }
    drawSheets(of, secret, texts.qr)
    secret.fill(0)
    session.lock()
    show('')
    for (const [mark, hidden] of [
      ['data-make-place', true],
      ['data-made', false]
    ] as const) {
      const place = find(mark)
      if (place !== null) place.hidden = hidden
    }
  }

  find('data-make')?.addEventListener('click', () => {
    make().catch((error: unknown) => {
      show(`${texts.failed} ${error instanceof Error ? error.message : ''}`)
    })
  })
  find('data-print')?.addEventListener('click', () => {
    window.print()
  })
}

/** Opens the waiting letter, seals it to the key of the page, hands that in. @returns What went wrong. */
async function sealToPage(
  session: Session,
  letter: WaitingLetter,
  { secret, texts }: { readonly secret: Uint8Array; readonly texts: MakingTexts }
): Promise<string | null> {
  const open = await session.demand()
  if (open === null) return session.problem
  const shown = await openWaiting(session, open, letter)
  if (shown === null) return texts.failed
  const { header, body, attachments } = shown.letter
  const recipient = await claimRecipient(secret)
  const draft = {
    ...{ letter: letter.id, sender: senderOf(session.data.owner), body, attachments },
    ...{ subject: header.subject, sentAt: header.sentAt, case: header.case }
  }
  const sealed = await sealLetter(draft, { recipient, signers: open.unlocked.keys.signers })
  if (!sealed.ok) throw new Error(sealed.reason)
  const { file, token } = sealed.value
  if (file.length > claimedBytesMax) return texts.tooLarge
  await session.api.post(`/api/v1/letters/${letter.id}/claim`, {
    handle: claimHandle(secret),
    ...sealingOf({ file, token, sealedTo: recipient }),
    content: toBase64(file)
  })
  return null
}

async function openWaiting(
  session: Session,
  open: NonNullable<Awaited<ReturnType<Session['demand']>>>,
  letter: WaitingLetter
) {
  const file = await session.api.bytes(`/api/v1/letters/${letter.id}/content`)
  const { senders } = await open.directory.keysOf(session.data.owner)
  const { id, sentAt } = letter
  const expected = { letter: id, sender: session.data.key, sentAt, case: letter.case }
  for (const identity of open.unlocked.identities) {
    const reading = await readLetter(
      file,
      { identity, senders },
      { ...expected, seenContent: null }
    )
    if (reading.shown) return reading
    if (reading.refused !== 'not-for-you') return null
  }
  return null
}

function drawSheets(of: HTMLElement, secret: Uint8Array, label: string): void {
  for (const sheet of of.querySelectorAll<HTMLElement>('[data-sheet]')) {
    const lang = sheet.dataset['sheet'] === 'en' ? 'en' : 'fa'
    const digits = new Intl.NumberFormat(lang === 'fa' ? 'fa-IR' : 'en-GB')
    const path = lang === 'en' ? '/en/claim' : '/claim'
    const address = `${new URL(of.dataset['address'] ?? '').origin}${path}#${claimText(secret)}`
    sheet.querySelector('[data-qr]')?.replaceChildren(qrPicture(address, label))
    sheet
      .querySelector('[data-words]')
      ?.replaceChildren(
        ...shareWords(secret, lang).map((word, i) =>
          el(
            'li',
            { class: 'flex gap-2' },
            el('span', { class: 'optional', 'aria-hidden': 'true' }, digits.format(i + 1)),
            el('strong', {}, word)
          )
        )
      )
  }
}
