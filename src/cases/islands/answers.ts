// The form of a card: checked in the browser by the same code as on the server, saved as it is typed.
import { saveAsTyped, type SaveTexts } from './parts/autosave.ts'
import { definitionOf, judgeFields } from './parts/judge-fields.ts'

for (const root of document.querySelectorAll<HTMLElement>('[data-answers]')) {
  const form = root.closest('form')
  if (form !== null) start(root, form)
}

function start(root: HTMLElement, form: HTMLFormElement): void {
  const fields = judgeFields(root, form)
  form.addEventListener('submit', (event) => {
    if (!(event.submitter instanceof HTMLButtonElement) || event.submitter.value !== 'continue')
      return
    if (fields.judgeAll() === null) event.preventDefault()
  })
  const saveTo = root.dataset.saveTo
  const state = form.querySelector<HTMLElement>('[data-form-state]')
  if (saveTo === undefined || state === null) return
  const texts = JSON.parse(root.dataset.texts ?? '{}') as SaveTexts
  const savedAt = root.dataset.savedAt ?? ''
  saveAsTyped({ form, definition: definitionOf(root), saveTo, savedAt, texts, state })
}
