// The officer's page by keyboard: a key follows its link, or opens its form and goes to its first field.
const keyed = new Map(
  [...document.querySelectorAll<HTMLElement>('[data-key]')].map((each) => [each.dataset.key, each])
)
for (const hint of document.querySelectorAll<HTMLElement>('[data-keys-hint]')) hint.hidden = false

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const target = keyed.get(event.code)
  if (target === undefined) return
  event.preventDefault()
  if (!(target instanceof HTMLDetailsElement)) {
    target.click()
    return
  }
  target.open = true
  target.querySelector<HTMLElement>('select, textarea, input:not([type="hidden"])')?.focus()
})

// A refused form stands open; the reader begins at what is wrong.
document.querySelector<HTMLElement>('details[open] .error-summary')?.focus()

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
  )
}
