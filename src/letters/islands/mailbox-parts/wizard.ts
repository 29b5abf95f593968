import { newMailboxSeed } from '../../../kernel/seal/index.ts'
import { el } from '../reading/dom.ts'
import { numberText } from '../reading/time.ts'
import { openMailbox, renewMailbox } from './finish-mailbox.ts'
import { type SentSlot, sendSlot, slotOfSecret } from './make-slot.ts'
import {
  type PaperKey,
  isWord,
  newPaperKey,
  savePaper,
  showPaper,
  threePlaces
} from './paper-step.ts'
import { type JoinTexts, addAfterRecovery, joinShares } from './join-shares.ts'
import { type PasskeyFault, passkeyOfDevice } from './passkey-secret.ts'
import { Screens } from './screens.ts'
import { unlockMailbox } from '../unlock.ts'

interface EnrolTexts extends JoinTexts {
  readonly waiting: string
  readonly cancelled: string
  readonly deviceFailed: string
  readonly noPrf: string
  readonly wordNumber: string
  readonly wrongWord: string
  readonly making: string
  readonly failed: string
  readonly paperSecond: string
  readonly qr: string
  readonly sheetTitle: string
  readonly paperNumber: string
}

/** What is made: a mailbox, another paper key, another key where every way is lost, ways by a contact's help. */
type Mode = 'new' | 'paper' | 'lost' | 'anew' | 'recover'

/** Makes ways to a mailbox, one thing a screen. Nothing is kept before the end: whoever leaves begins anew. */
class Wizard {
  readonly #root: HTMLElement
  readonly #texts: EnrolTexts
  readonly #mailbox: string
  readonly #screens: Screens
  readonly #seed = newMailboxSeed()
  readonly #slots: SentSlot[] = []
  /** The seed of before, where the mailbox still opens: letters of before go with the next key. */
  #before: Uint8Array | null = null
  #paper: PaperKey
  #papersLeft = 1
  #isBusy = false
  /** The passkey is made and words are on paper: whoever leaves now has both for nothing. */
  #isBegun = false
  #places: number[] = []

  constructor(root: HTMLElement) {
    this.#root = root
    this.#texts = JSON.parse(root.dataset['texts'] ?? '{}') as EnrolTexts
    this.#mailbox = root.dataset['mailbox'] ?? ''
    this.#screens = new Screens(root)
    this.#paper = newPaperKey(Number(root.dataset['paper'] ?? '1'))
  }

  begin(): void {
    this.#listen()
    if (this.#mode === 'paper') this.#showPaper()
  }

  get #mode(): Mode {
    return (this.#root.dataset['enrol'] ?? 'new') as Mode
  }

  get #sheet(): HTMLElement | null {
    return this.#screens.of('paper')?.querySelector<HTMLElement>('[data-sheet]') ?? null
  }

  #listen(): void {
    window.addEventListener('beforeunload', (event) => {
      if (this.#isBegun) event.preventDefault()
    })
    const screens = this.#screens
    for (const first of ['what', 'lost'])
      screens.on(first, 'data-next', () => {
        screens.show('device')
      })
    screens.on('anew', 'data-next', () => {
      this.#openBefore().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : ''
        this.#screens.say('anew', `${this.#texts.failed} ${why}`)
      })
    })
    this.#listenToContact()
    screens.on('device', 'data-device', () => {
      this.#byDevice().catch(() => {
        this.#screens.say('device', this.#texts.deviceFailed)
      })
    })
    screens.on('device', 'data-without', () => {
      // Two ways are needed, and paper is what is left.
      this.#papersLeft = 2
      this.#showPaper()
    })
    screens.on('paper', 'data-next', () => {
      this.#ask()
    })
    screens.on('paper', 'data-print', () => {
      window.print()
    })
    screens.on('paper', 'data-save', () => {
      if (this.#sheet !== null) savePaper(this.#sheet, this.#paper)
    })
    screens.on('check', 'data-back', () => {
      this.#showPaper()
    })
    screens
      .of('check')
      ?.querySelector('form')
      ?.addEventListener('submit', (event) => {
        event.preventDefault()
        // A second press would take the same paper for the second way.
        if (this.#isBusy) return
        this.#isBusy = true
        void this.#compare().finally(() => {
          this.#isBusy = false
        })
      })
  }

  /** The words of a recovery contact give the seed that the mailbox has; all else goes as with a new one. */
  #listenToContact(): void {
    const form = this.#screens.of('share')?.querySelector('form')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      const typed = form.querySelector('textarea')?.value ?? ''
      this.#join(typed).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : ''
        this.#screens.say('share', `${this.#texts.wrongShare} ${why}`)
      })
    })
  }

  async #join(typed: string): Promise<void> {
    this.#screens.wait('share', this.#texts.joining)
    const joined = await joinShares(this.#mailbox, typed, this.#texts)
    if (typeof joined === 'string') {
      this.#screens.say('share', joined)
      return
    }
    this.#seed.set(joined)
    joined.fill(0)
    this.#screens.show('device')
  }

  async #openBefore(): Promise<void> {
    this.#screens.wait('anew', this.#texts.waiting)
    const opened = await unlockMailbox({ mailbox: this.#mailbox })
    if (opened === null) {
      this.#screens.say('anew', this.#texts.cancelled)
      return
    }
    // What is open on a page is wiped after five idle minutes; the paper takes longer.
    this.#before = new Uint8Array(opened.keys.seed)
    this.#screens.show('device')
  }

  async #byDevice(): Promise<void> {
    const { waiting, cancelled, noPrf, deviceFailed } = this.#texts
    const faults: Readonly<Record<PasskeyFault, string>> = {
      cancelled,
      'no-prf': noPrf,
      unsupported: noPrf,
      failed: deviceFailed
    }
    this.#screens.wait('device', waiting)
    const csrf = document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
    const answer = await passkeyOfDevice(this.#mailbox, csrf)
    if (typeof answer === 'string') {
      this.#screens.say('device', faults[answer])
      return
    }
    const seed = this.#seed
    this.#slots.push(await slotOfSecret(this.#mailbox, { ...answer, kind: 'passkey', seed }))
    this.#showPaper()
  }

  #showPaper(): void {
    const { sheetTitle, paperNumber, qr } = this.#texts
    const number = numberText(this.#paper.number)
    const title = sheetTitle.replace('#', number)
    if (this.#sheet !== null) showPaper(this.#sheet, this.#paper, { title, qr })
    const said = this.#screens.of('paper')?.querySelector('[data-paper-number]')
    if (said) said.textContent = paperNumber.replace('#', number)
    this.#screens.show('paper')
    this.#isBegun = true
  }

  #end(): void {
    this.#isBegun = false
    this.#screens.show('done')
  }

  #ask(): void {
    this.#places = threePlaces(this.#paper.words.length)
    const fields = this.#places.map((place, i) => {
      const id = `word-${String(i)}`
      const label = this.#texts.wordNumber.replace('#', numberText(place + 1))
      const more = { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', dir: 'auto' }
      const input = el('input', { id, class: 'input', type: 'text', ...more })
      return el('div', { class: 'field' }, el('label', { for: id }, label), input)
    })
    const check = this.#screens.of('check')
    check?.querySelector('[data-asked]')?.replaceChildren(...fields)
    this.#screens.show('check')
    check?.querySelector('input')?.focus()
  }

  async #compare(): Promise<void> {
    const { words } = this.#paper
    const inputs = [...(this.#screens.of('check')?.querySelectorAll('input') ?? [])]
    const areRight = this.#places.every((place, i) =>
      isWord(inputs[i]?.value ?? '', words[place] ?? '')
    )
    if (!areRight) {
      this.#screens.say('check', this.#texts.wrongWord)
      return
    }
    this.#screens.wait('check', this.#texts.making)
    try {
      const made = await this.#wayOf(this.#paper)
      if (made !== null) await this.#take(made)
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      this.#screens.say('check', `${this.#texts.failed} ${why}`)
    }
  }

  /** The paper key as a way; where the mailbox is there already, it is sent at once. */
  async #wayOf({ secret, number }: PaperKey): Promise<SentSlot | null> {
    const mailbox = this.#mailbox
    const paper = { kind: 'paper', secret, label: String(number) } as const
    if (this.#mode !== 'paper') return slotOfSecret(mailbox, { ...paper, seed: this.#seed })
    const opened = await unlockMailbox({ mailbox })
    if (opened === null) throw new Error(this.#texts.cancelled)
    const { seed } = opened.keys
    await sendSlot(opened, await slotOfSecret(mailbox, { ...paper, seed }))
    this.#end()
    return null
  }

  async #take(made: SentSlot): Promise<void> {
    if (this.#papersLeft > 1) {
      this.#slots.push(made)
      this.#papersLeft -= 1
      this.#paper = newPaperKey(this.#paper.number + 1)
      const title = this.#screens.of('paper')?.querySelector('h1')
      if (title) title.textContent = this.#texts.paperSecond
      this.#showPaper()
      return
    }
    const slots = [...this.#slots, made]
    const whole = { mailbox: this.#mailbox, seed: this.#seed, slots }
    const { keyName = '', person = '' } = this.#root.dataset
    if (this.#mode === 'recover') await addAfterRecovery(whole)
    else if (this.#mode === 'lost') await renewMailbox({ ...whole, keyName }, null)
    else if (this.#mode === 'anew') await renewMailbox({ ...whole, keyName }, this.#before)
    else await openMailbox({ ...whole, keyName }, { person })
    this.#seed.fill(0)
    this.#before?.fill(0)
    this.#end()
  }
}

/** Shows the wizard of the page and lets it run. */
export function beginWizard(root: HTMLElement): void {
  new Wizard(root).begin()
}
