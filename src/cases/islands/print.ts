// The button that prints is there only where it works.
for (const place of document.querySelectorAll<HTMLElement>('[data-print]')) {
  place.hidden = false
  place.querySelector('button')?.addEventListener('click', () => {
    window.print()
  })
}
