// Asks before a page is left with work in it that was not sent.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
  const before = contentOf(form)
  let isSent = false
  form.addEventListener('submit', () => {
    isSent = true
  })
  addEventListener('beforeunload', (event) => {
    if (!isSent && contentOf(form) !== before) event.preventDefault()
  })
  // Coming back to the page by the history finds it guarded again.
  addEventListener('pageshow', () => {
    isSent = false
  })
}

function contentOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.name
  ])
  return JSON.stringify(entries)
}
