import { refuseHiddenText } from '../../../kernel/persian/index.ts'
import { openBlanks, unknownBlanks } from '../../../kernel/reading/index.ts'
import { letterLimits } from '../../../kernel/seal/index.ts'
import { el, foreign, notice } from '../reading/dom.ts'
import { say } from '../reading/say.ts'
import { numberText, sizeText } from '../reading/time.ts'
import { type LetterIds, Outgoing } from './outgoing.ts'
import type { Typed } from './seal-and-send.ts'
import { fileAttachment } from './typed-attachment.ts'

const attachmentBytesMax = 50_000_000
const keepMilliseconds = 700

/** What is typed and not sent yet. */
export interface Draft {
  readonly subject: string
  readonly body: string
  /** Under which ids it was being sent: its answer may have been lost. */
  readonly sending?: LetterIds
}

/** Where what is typed is kept: on this device, or with the unit; sealed in either. */
export interface DraftKeeper {
  /** How it says that it kept something. */
  readonly keptWord?: 'draftKeptUnit'
  draft(place: string): Promise<unknown>
  keepDraft(place: string, draft: Draft | null): Promise<void>
}

/** The fields of a letter: what is typed stays on this device, sealed to the mailbox, until it is sent. */
export class ComposeForm {
  readonly element: HTMLElement
  /**
   * Says that the draft is kept. It stands below the buttons: a line that comes when a field is left would push
   * a button away from under the press that left it.
   */
  readonly kept = el('p', { class: 'field-help', role: 'status' })
  readonly subject = el('input', {
    class: 'input',
    id: 'letter-subject',
    maxlength: '500',
    dir: 'auto'
  })
  readonly body = el('textarea', { class: 'textarea', id: 'letter-body', rows: '12', dir: 'auto' })
  readonly #files = el('input', {
    type: 'file',
    class: 'file-input',
    id: 'letter-files',
    multiple: true
  })
  readonly #problems = el('div', { role: 'alert' })
  readonly #chosen = el('ul', {})
  readonly #blanks = el('div', { class: 'field-help', role: 'status' })
  readonly #place: string
  #keeper: DraftKeeper | null = null
  #timer = 0
  #outgoing = new Outgoing()
  #isSending = false

  /** @param place - Names what is written, so that a draft of one thing is not brought back into another. */
  constructor(place: string) {
    this.#place = place
    const body = field(this.body, say('text'), say('textHelp'))
    body.append(this.#blanks)
    const files = field(this.#files, say('attach'), say('attachHelp'))
    files.append(this.#chosen)
    const subject = field(this.subject, say('subject'), say('subjectHelp'))
    this.element = el('div', { class: 'form' }, this.#problems, subject, body, files)
    this.#files.addEventListener('change', () => {
      this.#showFiles()
    })
    for (const typed of [this.subject, this.body]) {
      typed.addEventListener('input', () => {
        this.#showBlanks()
      })
    }
  }

  /** The letter that is being written, on its way or before it. */
  get outgoing(): Outgoing {
    return this.#outgoing
  }

  /**
   * Brings back what was typed before, and keeps what is typed from now on.
   * @returns The ids under which it was being sent when the page was left; `null` where it was not.
   */
  async keepIn(keeper: DraftKeeper | null): Promise<LetterIds | null> {
    this.#keeper = keeper
    // An answer begins with a subject of its own; only what somebody typed meanwhile is not written over.
    const before = this.#typed
    const draft = (await keeper?.draft(this.#place)) as Draft | null | undefined
    const { subject, body } = this.#typed
    if (draft && subject === before.subject && body === before.body) {
      this.subject.value = draft.subject
      this.body.value = draft.body
      this.kept.textContent = say('draftFound')
      this.#showBlanks()
    }
    for (const typed of [this.subject, this.body]) {
      typed.addEventListener('change', () => void this.keep())
      // Whoever closes the page never leaves the field.
      typed.addEventListener('input', () => {
        window.clearTimeout(this.#timer)
        this.#timer = window.setTimeout(() => void this.keep(), keepMilliseconds)
      })
    }
    const ids = draft?.sending ?? null
    if (ids !== null) {
      this.#outgoing = new Outgoing(ids)
      this.#isSending = true
    }
    return ids
  }

  get #typed(): Draft {
    const typed = { subject: this.subject.value, body: this.body.value }
    return this.#isSending ? { ...typed, sending: this.#outgoing.ids } : typed
  }

  /** Nothing is typed. */
  get isEmpty(): boolean {
    return this.holds({ subject: '', body: '' })
  }

  /** Whether this is what stands there. */
  holds(typed: Pick<Draft, 'subject' | 'body'> | null): boolean {
    return (
      this.subject.value.trim() === typed?.subject.trim() &&
      this.body.value.trim() === typed.body.trim()
    )
  }

  /** Puts subject and text in the place of what stands there. */
  fill({ subject, body }: Pick<Draft, 'subject' | 'body'>): void {
    this.subject.value = subject
    this.body.value = body
    this.#showBlanks()
    void this.keep()
  }

  /** Puts a text in where the writer is, and the subject where there is none. */
  insert({ subject, body }: Pick<Draft, 'subject' | 'body'>): void {
    if (this.subject.value.trim() === '') this.subject.value = subject
    const { selectionStart, selectionEnd, value } = this.body
    const isApart = /(?:^|\n)$/.test(value.slice(0, selectionStart))
    this.body.setRangeText(`${isApart ? '' : '\n\n'}${body}`, selectionStart, selectionEnd, 'end')
    this.#showBlanks()
    void this.keep()
    this.body.focus()
  }

  /** Keeps beside the draft that it is being sent, before it is: whoever comes back asks what became of it. */
  async beginSending(): Promise<void> {
    this.#isSending = true
    await this.keep()
  }

  /** Keeps the draft now. */
  async keep(): Promise<void> {
    window.clearTimeout(this.#timer)
    if (this.#keeper === null) return
    const kept = await this.#keeper
      .keepDraft(this.#place, this.#typed)
      .then(() => say(this.#keeper?.keptWord ?? 'draftKept'))
      .catch((error: unknown) => (error instanceof Error ? error.message : ''))
    // Said once, not after each pause.
    if (this.kept.textContent !== kept) this.kept.textContent = kept
  }

  /** Forgets the draft: it was sent, or given up. */
  async forget(): Promise<void> {
    window.clearTimeout(this.#timer)
    this.kept.textContent = ''
    this.#isSending = false
    await this.#keeper?.keepDraft(this.#place, null)
  }

  /** Empties the fields, and forgets what was typed. */
  async clear(): Promise<void> {
    this.subject.value = ''
    this.body.value = ''
    this.#outgoing = new Outgoing()
    this.#showBlanks()
    await this.forget()
    this.kept.textContent = say('draftForgotten')
  }

  /** What is typed, or `null` with the problems shown. */
  read(): Typed | null {
    const attachments = this.#attachments
    const subject = this.subject.value.trim()
    const problems: string[] = []
    if (subject === '') problems.push(say('subjectMissing'))
    else if (refuseHiddenText(subject) !== null) problems.push(say('subjectWrong'))
    if (this.body.value.trim() === '') problems.push(say('textMissing'))
    problems.push(...this.#fileProblems)
    this.tell(problems)
    return problems.length > 0 ? null : { subject, body: this.body.value, attachments }
  }

  /** Says what is wrong, above the fields. */
  tell(problems: readonly string[], tone: 'broken' | 'risk' = 'broken'): void {
    const lines = problems.map((problem) => el('p', {}, problem))
    this.#problems.replaceChildren(
      ...(lines.length === 0 ? [] : [notice(tone, lines[0]?.textContent ?? '', ...lines.slice(1))])
    )
    if (lines.length > 0) this.#problems.scrollIntoView({ block: 'nearest' })
  }

  /** Says something that is no problem, in the same place. */
  inform(title: string, ...body: readonly Node[]): void {
    this.#problems.replaceChildren(notice('info', title, ...body))
  }

  get #attachments(): Typed['attachments'] {
    return [...(this.#files.files ?? [])].map(fileAttachment)
  }

  get #fileProblems(): string[] {
    const files = this.#attachments
    const bytes = files.reduce((sum, { bytes: each }) => sum + each, 0)
    const { attachments: most } = letterLimits
    return [
      ...(files.length > most ? [say('attachmentsTooMany', numberText(most))] : []),
      ...(bytes > attachmentBytesMax ? [say('attachmentsTooLarge', sizeText(bytes))] : [])
    ]
  }

  /** What was chosen, and at once whether it is too much. */
  #showFiles(): void {
    this.#chosen.replaceChildren(
      ...this.#attachments.map(({ name, bytes }) =>
        el('li', {}, foreign(name), ` (${sizeText(bytes)})`)
      )
    )
    this.tell(this.#fileProblems)
  }

  /** The blanks that still stand in the text: with them it is not sent. */
  #showBlanks(): void {
    const text = `${this.subject.value}\n${this.body.value}`
    const unknown = unknownBlanks(text)
    const open = openBlanks(text).filter((name) => !unknown.includes(name))
    const lines = [
      ...(open.length > 0 ? [say('blanksOpen', listed(open))] : []),
      ...(unknown.length > 0 ? [say('blanksUnknown', listed(unknown))] : [])
    ]
    if (this.#blanks.textContent === lines.join('')) return
    this.#blanks.replaceChildren(...lines.map((line) => el('p', {}, line)))
  }
}

/** A control with its label and its help. */
export function field(
  control: HTMLElement,
  label: string,
  help: string | null = null
): HTMLElement {
  const helpId = `${control.id}-help`
  if (help !== null) control.setAttribute('aria-describedby', helpId)
  return el(
    'div',
    { class: 'field' },
    el('label', { for: control.id }, label),
    help === null ? null : el('p', { class: 'field-help', id: helpId }, help),
    control
  )
}

function listed(blanks: readonly string[]): string {
  return blanks.map((name) => `{{${name}}}`).join(' ')
}
