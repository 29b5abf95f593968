import { actionButton, el } from './dom.ts'
import { say } from './draw-letter.ts'
import { type LetterProofs, saveOpened, saveProofs, saveSealed } from './export-letter.ts'
import { tellState } from './open-letter.ts'
import { replyForm } from './reply.ts'
import { savePdf } from './save-pdf.ts'
import type { OpenedHere } from './opened-here.ts'
import type { Session } from './session.ts'
import type { ListedLetter } from './shapes.ts'

const reasons = {
  forgery: 'reportForgery',
  fraud: 'reportFraud',
  privacy: 'reportPrivacy',
  'wrong-recipient': 'reportWrong'
} as const

/** What can be done with an opened letter. */
export function letterActs(here: OpenedHere): HTMLElement {
  const status = el('p', { role: 'status', class: 'letter-status' })
  const place = el('div', { class: 'letter-reply' })
  const { letter } = here
  const { isHeir } = here.session.data
  const isToAnswer = !letter.isSent && !isHeir
  const acts = isToAnswer ? [replyButton(here, place), acknowledgeButton(here, status)] : []
  const print = actionButton(say('print'), 'ghost', () => {
    print.ownerDocument.defaultView?.print()
  })
  return el(
    'div',
    { class: 'letter-acts no-print' },
    isHeir ? el('p', { class: 'muted' }, say('heirReads')) : null,
    el('div', { class: 'actions' }, ...acts, print),
    status,
    place,
    folderForm(here, status),
    keeping(here, status),
    letter.isSent ? null : reportForm(here.session, letter, status)
  )
}

/** Reports a letter that is not shown, too. */
export function reportForm(
  session: Session,
  letter: ListedLetter,
  status: HTMLElement
): HTMLElement {
  const choices = Object.entries(reasons).map(([kind, text]) => {
    return actionButton(say(text), 'outline', () => {
      void tell(status, 'reported', () =>
        session.api.post(`/api/v1/letters/${letter.id}/reports`, { kind })
      )
    })
  })
  return folded(
    say('reportTitle'),
    el('p', { class: 'field-help' }, say('reportHelp')),
    el('div', { class: 'actions' }, ...choices)
  )
}

function replyButton(here: OpenedHere, place: HTMLElement): HTMLButtonElement {
  const button = actionButton(say('reply'), 'primary', () => {
    button.disabled = true
    void replyForm(here, place)
  })
  return button
}

function acknowledgeButton(here: OpenedHere, status: HTMLElement): HTMLButtonElement {
  const { session, open, opened, letter } = here
  const button = actionButton(say('acknowledge'), 'outline', () => {
    const told = { shown: opened.shown, state: 'acknowledged' } as const
    const done = tell(status, 'acknowledged', () => tellState(session, open, told))
    void disableAfter(button, done)
  })
  button.title = say('acknowledgeHelp')
  button.disabled = ['acknowledged', 'replied'].includes(letter.state)
  return button
}

async function disableAfter(button: HTMLButtonElement, done: Promise<boolean>): Promise<void> {
  button.disabled = await done
}

function folderForm({ open, opened }: OpenedHere, status: HTMLElement): HTMLElement | null {
  const { index } = open
  if (index === null) return null
  const name = el('input', { class: 'input input-medium', id: 'letter-folder', maxlength: '60' })
  const form = el(
    'form',
    {},
    el('label', { for: 'letter-folder' }, say('folderName')),
    el(
      'div',
      { class: 'search-row' },
      name,
      el('button', { class: 'btn btn-outline' }, say('putInFolder'))
    ),
    el('p', { class: 'field-help' }, say('folderHelp'))
  )
  const id = opened.shown.letter.header.letter
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void tell(status, 'folderDone', async () => {
      const row = (await index.all()).find((each) => each.id === id)
      const folder = name.value.trim() === '' ? null : name.value.trim()
      if (row !== undefined) await index.put({ ...row, folder })
    })
  })
  return folded(say('folder'), form)
}

function keeping(here: OpenedHere, status: HTMLElement): HTMLElement {
  const { letter, opened } = here
  const id = opened.shown.letter.header.letter
  return folded(
    say('exportTitle'),
    el('p', { class: 'field-help' }, say('exportHelp')),
    el(
      'div',
      { class: 'actions' },
      actionButton(say('exportAge'), 'outline', () => {
        saveSealed(id, opened.file)
      }),
      actionButton(say('exportProof'), 'outline', () => {
        saveProofs(proofsOf(here))
      }),
      pdfButton(here, status),
      actionButton(say('exportHtml'), 'outline', () => {
        void tell(status, 'htmlSaved', () => saveOpened(here))
      })
    ),
    el('p', {}, el('a', { class: 'link', href: letter.href }, say('evidence')))
  )
}

function pdfButton(here: OpenedHere, status: HTMLElement): HTMLButtonElement {
  const button = actionButton(say('exportPdf'), 'outline', () => {
    button.disabled = true
    status.textContent = say('pdfMaking')
    void tell(status, 'pdfMade', () => savePdf(here)).finally(() => {
      button.disabled = false
    })
  })
  return button
}

function proofsOf({ letter, open, opened }: OpenedHere): LetterProofs {
  const { owner, key, title } = letter.sender
  return {
    v: 1,
    letter: opened.shown.letter.header.letter,
    mailbox: open.mailbox,
    sender: { owner: owner ?? '', key: key ?? '', title },
    recipient: { title: letter.recipient.title },
    acceptedAt: letter.acceptedAt,
    effectiveAt: letter.effectiveAt,
    directory: opened.answer,
    keyslots: open.unlocked.paperSlots
  }
}

function folded(title: string, ...body: readonly Node[]): HTMLElement {
  return el(
    'details',
    { class: 'disclosure' },
    el('summary', {}, title),
    el('div', { class: 'disclosure-body' }, ...body)
  )
}

async function tell(
  status: HTMLElement,
  done: Parameters<typeof say>[0],
  act: () => Promise<unknown>
): Promise<boolean> {
  try {
    await act()
    status.textContent = say(done)
    return true
  } catch (error) {
    status.textContent = `${say('actFailed')} ${error instanceof Error ? error.message : ''}`
    return false
  }
}
