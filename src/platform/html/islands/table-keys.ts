// J and K move between the rows of a table, X selects, Enter follows the link as links do. The row
// that was left is found again on coming back.

const first = document.querySelector<HTMLTableElement>('table[data-table-keys]')
if (first) listen(first)

function listen(table: HTMLTableElement): void {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows])
  const place = `place ${location.pathname}`
  const hint = table.parentElement?.querySelector<HTMLElement>('.table-keys-hint')
  if (hint) hint.hidden = false

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const current = rows.findIndex((row) => row.contains(document.activeElement))
    if (event.code === 'KeyJ') focus(rows[Math.min(current + 1, rows.length - 1)])
    else if (event.code === 'KeyK') focus(rows[Math.max(current - 1, 0)])
    else if (event.code === 'KeyX') rows[current]?.querySelector<HTMLElement>('.checkbox')?.click()
    else return
    event.preventDefault()
  })
  table.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? event.target.closest('tr') : null
    if (row?.dataset.href) sessionStorage.setItem(place, row.dataset.href)
  })
  const last = sessionStorage.getItem(place)
  if (last !== null && cameBack()) focus(rows.find((row) => row.dataset.href === last))
}

function focus(row: HTMLTableRowElement | undefined): void {
  const target =
    row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('.checkbox')
  target?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

/** Only from a page that this list led to, so that a reload begins at the top. */
function cameBack(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  const isBack = visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward'
  return (
    isBack ||
    (document.referrer !== '' && new URL(document.referrer).pathname !== location.pathname)
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  )
}
