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
    const opened = await session.demand().catch(() => null)
    unlock.disabled = false
    if (opened === null) status.textContent = say('notUnlocked')
    else after?.()
  }
  const lock = actionButton(say('lock'), 'outline', () => {
    session.lock()
  })
  tools.append(el('div', { class: 'reader-lock' }, status, unlock, lock))
  session.watch((open) => {
    unlock.hidden = open !== null
    lock.hidden = open === null
    status.textContent = open === null ? say('locked') : say('unlocked')
  })
}
