import { actionButton, el } from './dom.ts'
import { say } from './draw-letter.ts'
import type { Session } from './session.ts'

/** The line that says whether the mailbox is open, with the button that opens or locks it. */
export function offerUnlock(
  session: Session,
  tools: HTMLElement,
  after: (() => void) | null
): void {
  const status = el('p', { role: 'status' })
  const unlock = actionButton(say('unlock'), 'primary', () => void ask())
  const ask = async () => {
    unlock.disabled = true
    status.textContent = say('unlocking')
    const opened = await session.demand()
    unlock.disabled = false
    if (opened !== null) after?.()
  }
  const lock = actionButton(say('lock'), 'outline', () => {
    session.lock()
  })
  tools.append(el('div', { class: 'reader-lock' }, status, unlock, lock))
  // A letter far below may have asked for it.
  session.onProblem((problem) => {
    status.textContent = problem
    status.scrollIntoView({ block: 'center' })
  })
  session.watch((open) => {
    unlock.hidden = open !== null
    lock.hidden = open === null
    status.textContent = open === null ? say('locked') : say('unlocked')
  })
}
