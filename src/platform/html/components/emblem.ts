import { html, type Html } from '../html.ts'

/** The mark of the product: two squares bound into the eight-pointed star of Persian tile. */
export function emblem(): Html {
  return html`<svg class="emblem" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect class="emblem-a" x="8" y="8" width="24" height="24" />
    <rect class="emblem-b" x="8" y="8" width="24" height="24" transform="rotate(45 20 20)" />
    <path class="emblem-c" d="m13.5 20.5 4.5 4.5 9-10" />
  </svg>`
}
