import { actionButton, el, foreign } from '../reading/dom.ts'
import { say } from '../reading/draw-letter.ts'
import { type OpenSession, Session } from '../reading/session.ts'
import type { ReaderData } from '../reading/shapes.ts'
import { offerUnlock } from '../reading/unlock-bar.ts'
import { readUnitDraft } from './unit-drafts.ts'

interface DraftsData extends ReaderData {
  /** Address of the composer. */
  readonly compose: string
}

/** The list of a unit's drafts: once the mailbox is open it says what each is about, and goes on with it. */
export function startDrafts(root: HTMLElement): void {
  const data = JSON.parse(root.dataset['drafts'] ?? '{}') as DraftsData
  const tools = root.querySelector<HTMLElement>('[data-drafts-tools]')
  if (tools === null) return
  const session = new Session(data)
  offerUnlock(session, tools, null)
  const cells = [...root.querySelectorAll<HTMLElement>('[data-draft]')]
  const locked = cells.map(({ textContent }) => textContent)
  session.watch((open) => {
    for (const [i, cell] of cells.entries()) {
      if (open === null) cell.replaceChildren(locked[i] ?? '')
      else void show(session, open, { cell, compose: data.compose })
    }
  })
}

async function show(
  session: Session,
  open: OpenSession,
  { cell, compose }: { readonly cell: HTMLElement; readonly compose: string }
): Promise<void> {
  const id = cell.dataset['draft'] ?? ''
  const discard = actionButton(say('forget'), 'ghost', () => {
    discard.disabled = true
    void discardDraft().catch((error: unknown) => {
      cell.append(error instanceof Error ? error.message : '')
    })
  })
  const discardDraft = async () => {
    await session.api.remove(`/api/v1/mailboxes/${open.mailbox}/drafts/${id}`)
    cell.closest('tr')?.remove()
  }
  discard.classList.add('btn-sm')
  try {
    const found = await readUnitDraft(session, open, id)
    if (session.open !== open) return
    if (found === null) {
      cell.replaceChildren(el('p', {}, say('draftUnreadable')), discard)
      return
    }
    const { subject, to } = found.draft
    const query = new URLSearchParams({ ...to.asked, mailbox: open.mailbox, draft: id })
    const name = subject.trim() === '' ? say('draftNoSubject') : subject
    cell.replaceChildren(
      el('p', {}, el('strong', {}, foreign(name))),
      el('p', {}, foreign(to.title)),
      el(
        'div',
        { class: 'actions' },
        el(
          'a',
          { class: 'btn btn-outline btn-sm', href: `${compose}?${query.toString()}` },
          say('draftGoOn')
        ),
        discard
      )
    )
  } catch (error) {
    cell.replaceChildren(error instanceof Error ? error.message : say('draftUnreadable'))
  }
}
