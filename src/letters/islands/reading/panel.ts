import { type LetterCheck, checkOf, drawCheck, footOnPaper } from './check-mark.ts'
import { RefusedError } from './api.ts'
import { actionButton, el, notice } from './dom.ts'
import { drawKept } from './draw-kept.ts'
import { drawLetter, drawRefusal, say } from './draw-letter.ts'
import { letterActs, reportForm } from './letter-acts.ts'
import {
  type NotShown,
  type Opened,
  noLine,
  openListed,
  remember,
  tellState
} from './open-letter.ts'
import type { OpenSession, Session } from './session.ts'
import type { ListedLetter } from './shapes.ts'

const suspicious: readonly NotShown[] = [
  'forged',
  'unsigned',
  'altered',
  'replayed',
  'sealed-again',
  'unknown-sender'
]

/** The place where one letter is opened and read. */
export class Panel {
  readonly #session: Session
  readonly #place: HTMLElement
  /** Goes back to the list; `null` where the page is of one letter. */
  readonly #back: (() => void) | null
  /** How many times a letter was shown or left. */
  #shown = 0

  constructor(session: Session, place: HTMLElement, back: (() => void) | null) {
    this.#session = session
    this.#place = place
    this.#back = back
    // Nothing of a letter stays on the screen of a locked mailbox.
    session.watch((open) => {
      if (open === null) this.#place.replaceChildren()
    })
  }

  /**
   * Opens a letter here.
   * @param begun - Called once the mailbox is open and this place shows that the letter is being opened.
   */
  async show(letter: ListedLetter, begun?: () => void): Promise<void> {
    const open = await this.#session.demand()
    if (open === null) return
    const showing = ++this.#shown
    this.#put(el('p', { role: 'status' }, say('opening')))
    begun?.()
    const opened = await openListed(this.#session, open, letter)
    // Locked meanwhile, or left for the list or for another letter.
    if (this.#session.open !== open || this.#shown !== showing) return
    if (opened === noLine) await this.#showKept(open, letter)
    else if (typeof opened === 'string') this.#refuse(opened, letter)
    else await this.#draw(open, letter, opened)
  }

  /** Without a line: what the device keeps of it, or that it keeps nothing. */
  async #showKept(open: OpenSession, letter: ListedLetter): Promise<void> {
    const showing = this.#shown
    const kept = letter.content === null ? null : await open.index?.kept(letter.content)
    if (this.#session.open !== open || this.#shown !== showing) return
    const again = actionButton(say('tryAgain'), 'primary', () => void this.show(letter))
    const drawn = kept
      ? [drawKept(kept, { isSent: letter.isSent, isTitle: this.#back !== null })]
      : [this.#titleOf(letter), notice('risk', say('noLine'), el('p', {}, say('notKept')))]
    this.#put(...drawn, el('div', { class: 'actions no-print' }, again))
    this.#place.querySelector<HTMLElement>('.letter-subject')?.focus()
  }

  /** The title of the list is hidden with it. */
  #titleOf({ sender }: ListedLetter): HTMLElement | null {
    return this.#back === null ? null : el('h1', { class: 'letter-subject' }, sender.title)
  }

  /** Takes the letter off the screen. */
  close(): void {
    this.#shown++
    this.#place.replaceChildren()
  }

  #refuse(why: NotShown, letter: ListedLetter): void {
    const status = el('p', { role: 'status' })
    const isBad = suspicious.includes(why) && !letter.isSent
    const report = isBad ? reportForm(this.#session, letter, status) : null
    const drawn =
      why === 'failed' ? notice('risk', say('refused'), say('failed')) : drawRefusal(why)
    this.#put(this.#titleOf(letter), drawn, status, report)
    this.#place.querySelector<HTMLElement>('.notice')?.scrollIntoView({ block: 'nearest' })
  }

  async #draw(open: OpenSession, letter: ListedLetter, opened: Opened): Promise<void> {
    const around = {
      senderTitle: letter.sender.title,
      recipientTitle: letter.recipient.title,
      acceptedAt: letter.acceptedAt,
      effectiveAt: letter.effectiveAt,
      proof: opened.proof,
      attachments: opened.attachments,
      isTitle: this.#back !== null
    }
    const article = drawLetter(opened.shown, around)
    const told = el('p', { role: 'status', class: 'muted no-print' })
    const check = checkOf(letter)
    if (check !== null) article.append(drawCheck(check))
    const here = { session: this.#session, open, letter, opened, article, around, check }
    this.#put(article, told, letterActs(here))
    readyForPaper(article, check)
    article.querySelector<HTMLElement>('.letter-subject')?.focus()
    await remember(open, letter, opened).catch(() => null)
    const { isHeir } = this.#session.data
    if (!letter.isSent && !isHeir) told.textContent = await this.#tellOpened(open, letter, opened)
  }

  async #tellOpened(open: OpenSession, letter: ListedLetter, { shown }: Opened): Promise<string> {
    if (['opened', 'acknowledged', 'replied'].includes(letter.state)) return ''
    try {
      await tellState(this.#session, open, { shown, state: 'opened' })
      return say('openedTold')
    } catch (error) {
      return error instanceof RefusedError ? error.message : say('openedUntold')
    }
  }

  #put(...children: readonly (Node | null)[]): void {
    const back =
      this.#back === null
        ? null
        : el('p', { class: 'no-print' }, actionButton(say('back'), 'ghost', this.#back))
    this.#place.replaceChildren(...[back, ...children].filter((child) => child !== null))
    this.#place.hidden = false
  }
}

/**
 * On paper nothing can be unfolded: what is folded in the letter is opened before it is printed. Each page names the
 * letter at its foot, that pages of two are not put together.
 */
function readyForPaper(article: HTMLElement, check: LetterCheck | null): void {
  const foot = new CSSStyleSheet()
  if (check !== null) foot.replaceSync(footOnPaper(check))
  const withoutFoot = () => document.adoptedStyleSheets.filter((sheet) => sheet !== foot)
  const ready = () => {
    if (!article.isConnected) {
      window.removeEventListener('beforeprint', ready)
      return
    }
    for (const folded of article.querySelectorAll('details')) folded.open = true
    document.adoptedStyleSheets = [...withoutFoot(), foot]
    window.addEventListener(
      'afterprint',
      () => {
        document.adoptedStyleSheets = withoutFoot()
      },
      { once: true }
    )
  }
  window.addEventListener('beforeprint', ready)
}
