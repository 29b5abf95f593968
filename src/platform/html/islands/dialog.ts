// Popover dialogs become modal ones: the page behind them rests, and Tab stays inside.

for (const popover of document.querySelectorAll<HTMLElement>('[data-dialog]')) {
  const dialog = document.createElement('dialog')
  for (const name of ['id', 'class', 'aria-labelledby']) {
    dialog.setAttribute(name, popover.getAttribute(name) ?? '')
  }
  dialog.append(...popover.childNodes)
  popover.replaceWith(dialog)
  for (const button of buttonsOf(dialog.id)) {
    const hides = button.getAttribute('popovertargetaction') === 'hide'
    button.removeAttribute('popovertarget')
    button.addEventListener('click', () => (hides ? dialog.close() : dialog.showModal()))
  }
  // A click beside the box is a click on the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
}

function buttonsOf(id: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll(`[popovertarget="${CSS.escape(id)}"]`)
}
