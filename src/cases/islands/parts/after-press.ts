let isPressed = false
let waiting: (() => void)[] = []

document.addEventListener('pointerdown', () => {
  isPressed = true
})
for (const name of ['pointerup', 'pointercancel']) {
  document.addEventListener(name, () => {
    isPressed = false
    const ready = waiting
    waiting = []
    // After the click that this release makes.
    window.setTimeout(() => {
      for (const work of ready) work()
    })
  })
}

/**
 * Does something that moves the page, but not between a press and its release: the button that was
 * pressed would no longer be under the pointer, and the press would be lost.
 */
export function afterPress(work: () => void): void {
  if (isPressed) waiting.push(work)
  else work()
}
