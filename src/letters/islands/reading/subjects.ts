import { seen } from './dom.ts'
import { say } from './draw-letter.ts'
import type { Session } from './session.ts'

/** Writes into the list what this device knows of the subjects; takes it out where the mailbox is locked. */
export async function fillSubjects(session: Session, of: HTMLElement): Promise<void> {
  const known = new Map((await session.open?.index?.all())?.map((each) => [each.id, each.subject]))
  for (const place of of.querySelectorAll<HTMLElement>('[data-subject]')) {
    const subject = known.get(place.dataset['subject'] ?? '')
    const isOpen = session.open !== null && subject !== undefined
    place.classList.toggle('muted', !isOpen)
    place.dir = 'auto'
    place.textContent = isOpen
      ? seen(subject === '' ? say('noSubject') : subject)
      : say('sealedSubject')
  }
}
