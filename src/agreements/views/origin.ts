import type { Agreement } from '../../kernel/terms/index.ts'
import { type Html, type Speaks, html, inDigits, section } from '../../platform/html/index.ts'
import { messages } from '../messages.ts'

/** Where the text comes from, how it was transcribed, what the editor noted. */
export function originBody(view: Speaks, agreement: Agreement): Html {
  const { lang } = view
  const t = messages.in(lang)
  const { source, transcription, notes } = agreement.provenance
  const body = html`<p>${source[lang]}</p>
    ${transcription && html`<p>${transcription[lang]}</p>`}
    ${
      notes &&
      html`<details>
        <summary>${t.editorNotes}</summary>
        <ul>
          ${notes.map((note) => html`<li>(<bdi>${inDigits(lang, note.place)}</bdi>) ${note.text[lang]}</li>`)}
        </ul>
      </details>`
    }`
  return section({ title: t.origin, id: 'origin', body })
}
