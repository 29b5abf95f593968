import { letterLimits } from '../../../kernel/seal/index.ts'
import { refuseHiddenText } from '../../../kernel/persian/index.ts'
import { el, fileName, foreign, notice } from '../reading/dom.ts'
import { say } from '../reading/draw-letter.ts'
import { sizeText } from '../reading/time.ts'
import type { Typed } from './seal-and-send.ts'

const attachmentBytesMax = 50_000_000
const keepMilliseconds = 700

interface Draft {
  readonly subject: string
  readonly body: string
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
  readonly #kept = el('p', { class: 'field-help', role: 'status' })
  readonly #place: string
  #keeper: DraftKeeper | null = null
  #timer = 0

  /** @param place - Names what is written, so that a draft of one thing is not brought back into another. */
  constructor(place: string) {
    this.#place = place
    this.element = el(
      'div',
      {},
      this.#problems,
      field(this.subject, say('subject'), say('subjectHelp')),
      field(this.body, say('text'), say('textHelp')),
      field(this.#files, say('attach'), say('attachHelp')),
      this.#chosen,
      this.#kept
    )
    this.#files.addEventListener('change', () => {
      this.#showFiles()
    })
  }

  /** Brings back what was typed before, and keeps what is typed from now on. */
  async keepIn(keeper: DraftKeeper | null): Promise<void> {
    this.#keeper = keeper
    // An answer begins with a subject of its own; only what somebody typed meanwhile is not written over.
    const before = this.#typed
    const draft = (await keeper?.draft(this.#place)) as Draft | null | undefined
    const { subject, body } = this.#typed
    if (draft && subject === before.subject && body === before.body) {
      this.subject.value = draft.subject
      this.body.value = draft.body
      this.#kept.textContent = say('draftFound')
    }
    for (const typed of [this.subject, this.body]) {
      typed.addEventListener('change', () => void this.keep())
      // Whoever closes the page never leaves the field.
      typed.addEventListener('input', () => {
        window.clearTimeout(this.#timer)
        this.#timer = window.setTimeout(() => void this.keep(), keepMilliseconds)
      })
    }
  }

  get #typed(): Draft {
    return { subject: this.subject.value, body: this.body.value }
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
    if (this.#kept.textContent !== kept) this.#kept.textContent = kept
  }

  /** Forgets the draft: it was sent, or given up. */
  async forget(): Promise<void> {
    window.clearTimeout(this.#timer)
    this.#kept.textContent = ''
    await this.#keeper?.keepDraft(this.#place, null)
  }

  /** What is typed, or `null` with the problems shown. */
  async read(): Promise<Typed | null> {
    const attachments = await Promise.all([...(this.#files.files ?? [])].map(attachmentOf))
    const subject = this.subject.value.trim()
    const problems: string[] = []
    if (subject === '') problems.push(say('subjectMissing'))
    else if (refuseHiddenText(subject) !== null) problems.push(say('subjectWrong'))
    if (this.body.value.trim() === '') problems.push(say('textMissing'))
    const bytes = attachments.reduce((sum, { content }) => sum + content.length, 0)
    if (bytes > attachmentBytesMax || attachments.length > letterLimits.attachments) {
      problems.push(say('attachmentsTooLarge'))
    }
    this.tell(problems)
    return problems.length > 0 ? null : { subject, body: this.body.value, attachments }
  }

  /** Says what is wrong, above the fields. */
  tell(problems: readonly string[]): void {
    const lines = problems.map((problem) => el('p', {}, problem))
    this.#problems.replaceChildren(
      ...(lines.length === 0
        ? []
        : [notice('broken', lines[0]?.textContent ?? '', ...lines.slice(1))])
    )
    if (lines.length > 0) this.#problems.scrollIntoView({ block: 'nearest' })
  }

  #showFiles(): void {
    const files = [...(this.#files.files ?? [])]
    this.#chosen.replaceChildren(
      ...files.map(({ name, size }) =>
        el('li', {}, foreign(fileName(name)), ` (${sizeText(size)})`)
      )
    )
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

/** A name that every reader takes: what hides or turns text is taken out, and no path is left. */
async function attachmentOf(file: File): Promise<Typed['attachments'][number]> {
  const type = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i.test(file.type)
    ? file.type
    : 'application/octet-stream'
  return { name: fileName(file.name), type, content: new Uint8Array(await file.arrayBuffer()) }
}
