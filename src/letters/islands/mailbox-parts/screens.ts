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

  /** Says what is going on, or what went wrong. */
  say(step: string, text: string): void {
    const place = this.of(step)?.querySelector<HTMLElement>('[data-says]')
    if (!place) return
    place.textContent = text
    place.hidden = text === ''
  }

  on(step: string, mark: string, act: () => void): void {
    this.of(step)?.querySelector(`[${mark}]`)?.addEventListener('click', act)
  }
}
