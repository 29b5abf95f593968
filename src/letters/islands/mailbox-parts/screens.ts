/** The screens of a wizard: all are in the page, one is shown. */
export class Screens {
  readonly #root: HTMLElement

  constructor(root: HTMLElement) {
    this.#root = root
    root.hidden = false
  }

  of(step: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-step=${step}]`)
  }

  show(step: string): void {
    for (const each of this.#root.querySelectorAll<HTMLElement>('[data-step]'))
      each.hidden = each.dataset['step'] !== step
    this.say(step, '')
    window.scrollTo(0, 0)
    this.of(step)?.querySelector<HTMLElement>('[data-step-head]')?.focus({ preventScroll: true })
  }

  /** Says what went wrong; nothing goes on any more. */
  say(step: string, text: string): void {
    this.#put(step, { says: text, status: '' })
  }

  /** Says what is going on. */
  wait(step: string, text: string): void {
    this.#put(step, { says: '', status: text })
  }

  #put(step: string, texts: Readonly<Record<'says' | 'status', string>>): void {
    for (const [mark, text] of Object.entries(texts)) {
      const place = this.of(step)?.querySelector<HTMLElement>(`[data-${mark}]`)
      if (!place) continue
      place.textContent = text
      place.hidden = text === ''
    }
  }

  on(step: string, mark: string, act: () => void): void {
    this.of(step)?.querySelector(`[${mark}]`)?.addEventListener('click', act)
  }
}
