import { checkedRecipient } from '../../../kernel/directory/index.ts'
import { claimHandle, claimIdentity, readClaim } from '../../../kernel/mailbox/index.ts'
import { readLetter, sendersOf } from '../../../kernel/reading/index.ts'
import { bytesOfBase64 } from '../mailbox-parts/bytes.ts'
import { pageApi } from '../mailbox-parts/page.ts'
import { knownPolicy } from '../mailbox-parts/proven-key.ts'
import { RefusedError } from '../reading/api.ts'
import { drawLetter, drawRefusal } from '../reading/draw-letter.ts'
import { instantAt, pageLang } from '../reading/time.ts'
import { claimOfWindow, keepForWindow } from './kept-key.ts'

interface ClaimTexts {
  readonly opening: string
  readonly notClaim: string
  readonly failed: string
  readonly usedKeep: string
}

/** The sealed letter of a page, as the server gives it. */
interface ClaimAnswer {
  readonly letter: string
  readonly sentAt: string
  readonly acceptedAt: string
  readonly case: string | null
  readonly owner: string
  readonly key: string
  readonly title: { readonly fa: string; readonly en: string }
  readonly answer: unknown
  readonly content: string
}

/** Opens the letter of the page at once; asks for the words where the address has no key. */
export function startClaim(root: HTMLElement): void {
  const texts = JSON.parse(root.dataset['texts'] ?? '{}') as ClaimTexts
  const find = (mark: string) => root.querySelector<HTMLElement>(`[${mark}]`)
  const form = root.querySelector<HTMLFormElement>('form[data-claim-words]')
  if (form === null) return
  let isOpening = false

  function show(problem: string, busy = ''): void {
    const says = find('data-says')
    if (says !== null) {
      says.textContent = problem
      says.hidden = problem === ''
    }
    const status = find('data-busy')
    if (status !== null) status.textContent = busy
  }

  async function open(secret: Uint8Array | null): Promise<void> {
    if (secret === null || form === null) {
      show(texts.notClaim)
      return
    }
    // A second press would be told that the page was opened before.
    if (isOpening) return
    isOpening = true
    show('', texts.opening)
    keepForWindow(secret)
    try {
      const shown = await openClaim(secret)
      find('data-claim-place')?.replaceChildren(shown.drawn)
      const head = find('data-claim-head')
      if (head !== null) head.hidden = true
      form.hidden = true
      offerToKeep(shown.isTrue)
      show('')
      // Only now: a line that breaks here must not use up a page of which nothing was seen.
      await shown.prove()
    } catch (error) {
      isOpening = false
      const why = error instanceof Error ? error.message : ''
      const isUsed = error instanceof RefusedError && error.code === 'letter-claim/used'
      show(
        isUsed
          ? `${why} ${texts.usedKeep}`
          : error instanceof RefusedError
            ? why
            : `${texts.failed} ${why}`
      )
      offerToKeep(isUsed)
      form.hidden = isUsed
    }
  }

  function offerToKeep(may: boolean): void {
    const offer = find('data-claim-keep')
    if (offer !== null) offer.hidden = !may
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void open(readClaim(form.querySelector('textarea')?.value ?? ''))
  })
  const behind = location.hash.slice(1)
  // Nobody who looks at the address later, or at the history, finds the key.
  if (behind !== '') history.replaceState(null, '', location.pathname)
  const secret = behind === '' ? claimOfWindow() : readClaim(behind)
  form.hidden = secret !== null
  if (secret !== null) void open(secret)
  else if (behind !== '') show(texts.notClaim)
}

/** A letter of a page as it is shown. */
interface ShownClaim {
  readonly drawn: HTMLElement
  readonly isTrue: boolean
  /** Says at the desk that it was opened: the page is used by that. */
  prove(): Promise<void>
}

/** Fetches, opens and judges the letter of a page, as the reader does. */
async function openClaim(secret: Uint8Array): Promise<ShownClaim> {
  const api = pageApi()
  const handle = claimHandle(secret)
  const found = (await api.post('/api/v1/letter-claims/opening', { handle })) as ClaimAnswer
  const now = instantAt(performance.timeOrigin + performance.now())
  const trust = { host: location.host, policy: await knownPolicy() }
  const checked = checkedRecipient(found.answer, { owner: found.owner, trust, now })
  if (!checked.ok) return refused('directory-refused')
  const reading = await readLetter(
    bytesOfBase64(found.content),
    { identity: claimIdentity(secret), senders: sendersOf(checked.lookup) },
    {
      ...{ letter: found.letter, sender: found.key, sentAt: found.sentAt, case: found.case },
      seenContent: null
    }
  )
  if (!reading.shown) return refused(reading.refused)
  const around = {
    senderTitle: found.title[pageLang],
    recipientTitle: null,
    acceptedAt: found.acceptedAt,
    effectiveAt: null,
    proof: 'log' as const,
    isTitle: true
  }
  const { token } = reading.letter.header
  return {
    drawn: drawLetter(reading, around),
    isTrue: true,
    // Where the line breaks the page opens again: what was shown stays.
    prove: async () => {
      await api.post('/api/v1/letter-claims/proof', { handle, token }).catch(tellRefusal)
    }
  }
}

function refused(why: Parameters<typeof drawRefusal>[0]): ShownClaim {
  return { drawn: drawRefusal(why), isTrue: false, prove: () => Promise.resolve() }
}

function tellRefusal(error: unknown): void {
  if (error instanceof RefusedError) throw error
}
