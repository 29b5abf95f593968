// The queue by keyboard: / searches, A selects all; the box that selects all of them.
const boxes = () => [
  ...document.querySelectorAll<HTMLInputElement>('tbody .table-select .checkbox')
]

for (const hint of document.querySelectorAll<HTMLElement>('[data-keys-hint]')) hint.hidden = false

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (event.key === '/') document.querySelector<HTMLElement>('input[name="search"]')?.focus()
  else if (event.code === 'KeyA') selectAll()
  else return
  event.preventDefault()
})

const place = document.querySelector<HTMLElement>('[data-select-all]')
const master = place?.querySelector('input')
if (place) place.hidden = false
master?.addEventListener('change', selectAll)

function selectAll(): void {
  const all = boxes()
  const isChecked = all.some((box) => !box.checked)
  for (const box of all) box.checked = isChecked
  if (master) master.checked = isChecked
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
  )
}
