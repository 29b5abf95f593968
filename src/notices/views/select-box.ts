import { type Html, attrs, html } from '../../platform/html/index.ts'

/** A list to open, small: a filter is not a question of a form. */
export function selectBox(options: {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly entries: readonly (readonly [value: string, text: string])[]
}): Html {
  const id = `filter-${options.name}`
  return html`<div class="field">
    <label for="${id}">${options.label}</label>
    <select class="select" id="${id}" name="${options.name}">
      ${options.entries.map(
        ([value, text]) =>
          html`<option ${attrs({ value, selected: value === (options.value ?? '') })}>
            ${text}
          </option>`
      )}
    </select>
  </div>`
}
