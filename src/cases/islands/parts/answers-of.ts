import type { FormDefinition } from '../../../kernel/forms/index.ts'

const prefix = 'answers.'

/** The answers in a form of the page, as typed: what a plain send of the form would send. */
export function answersOf(
  form: HTMLFormElement,
  definition: FormDefinition
): Record<string, string | string[]> {
  const data = new FormData(form)
  return Object.fromEntries(
    definition.fields.flatMap(({ name, type }): [string, string | string[]][] => {
      const typed = data.getAll(prefix + name).filter((value) => typeof value === 'string')
      if (type === 'choices') return [[name, typed]]
      return typed[0] === undefined ? [] : [[name, typed[0]]]
    })
  )
}

/** The box around a field of the form: label, help, problem, control. */
export function boxOf(root: ParentNode, name: string): HTMLElement | null {
  return (
    root.querySelector<HTMLElement>(`[data-field="${name}"]`)?.closest<HTMLElement>('.field') ??
    null
  )
}

/** Puts answers back into a form, as they were typed. */
export function fill(form: HTMLFormElement, answers: Record<string, string | string[]>): void {
  for (const [name, value] of Object.entries(answers)) {
    const chosen = new Set(typeof value === 'string' ? [value] : value)
    for (const control of form.querySelectorAll(`[data-field="${name}"]`)) {
      if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
        control.checked = chosen.has(control.value)
      } else if (
        control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement
      ) {
        control.value = [...chosen][0] ?? ''
      }
    }
  }
}
