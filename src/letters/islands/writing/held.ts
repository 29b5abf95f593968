import { actionButton, el, notice, terms } from '../reading/dom.ts'
import { drawLetter, drawRefusal, say } from '../reading/draw-letter.ts'
import { Session } from '../reading/session.ts'
import { offerUnlock } from '../reading/unlock-bar.ts'
import { momentText } from '../reading/time.ts'
import { type OpenedHeld, approve, openHeld, reseal } from './held-letter.ts'
import type { HeldData, HeldLetter } from './shapes.ts'
import { whyNotDone } from './why-not-sent.ts'

/** Letters that lie sealed to their own unit: one button opens one, and seals it to whom it is for. */
export function startHeld(root: HTMLElement): void {
  const data = JSON.parse(root.dataset['held'] ?? '{}') as HeldData
  const tools = root.querySelector<HTMLElement>('[data-held-tools]')
  const place = root.querySelector<HTMLElement>('[data-held-place]')
  if (tools === null || place === null) return
  const session = new Session(data)
  offerUnlock(session, tools, null)
  session.watch((open) => {
    if (open === null) place.replaceChildren()
  })
  for (const cell of root.querySelectorAll<HTMLElement>('[data-act]')) {
    const letter = JSON.parse(cell.dataset['letter'] ?? '{}') as HeldLetter
    const status = el('span', { role: 'status' })
    const isReseal = cell.dataset['act'] === 'reseal'
    const button = actionButton(say(isReseal ? 'sealNow' : 'lookAt'), 'outline', () => {
      const row = { letter, status, button }
      void run(session, row, isReseal ? null : { place, title: data.title })
    })
    button.classList.add('btn-sm')
    cell.append(button, status)
  }
}

interface Row {
  readonly letter: HeldLetter
  readonly status: HTMLElement
  readonly button: HTMLButtonElement
}

/** Where a letter is shown to be approved, and the name of its unit. */
interface Approving {
  readonly place: HTMLElement
  readonly title: string
}

async function run(session: Session, row: Row, approving: Approving | null): Promise<void> {
  const { letter, status, button } = row
  // At once: a second press would seal and send it a second time.
  button.disabled = true
  const open = await session.demand().catch(() => null)
  if (open === null) {
    button.disabled = false
    return
  }
  status.textContent = say('resealing')
  try {
    const held = await openHeld(session, open, letter)
    if (typeof held === 'string') {
      status.replaceChildren(drawRefusal(held))
      return
    }
    if (approving !== null) {
      status.textContent = ''
      button.disabled = false
      showToApprove(session, { row, held, ...approving })
      return
    }
    if (!(await reseal(session, held))) throw new Error(say('recipientUnknown'))
    status.textContent = say('resealed')
  } catch (error) {
    button.disabled = false
    status.textContent = whyNotDone(error)
  }
}

function showToApprove(
  session: Session,
  of: Approving & { readonly row: Row; readonly held: OpenedHeld }
): void {
  const { row, held, place, title } = of
  const { letter } = row
  const article = drawLetter(held.shown, {
    senderTitle: title,
    recipientTitle: letter.recipient.title,
    acceptedAt: null,
    effectiveAt: letter.effectiveAt,
    proof: 'log',
    attachments: held.attachments
  })
  const goes = letter.goesAt === null ? say('goesOnApproval') : momentText(letter.goesAt)
  const reason = reasonField()
  const status = el('div', { role: 'alert' })
  const busy = el('p', { role: 'status' })
  const decide = async (act: () => Promise<unknown>) => {
    // At once: a second press would seal and keep a second copy.
    for (const each of [yes, no]) each.disabled = true
    busy.textContent = say('resealing')
    status.replaceChildren()
    try {
      await act()
      place.replaceChildren(notice('kept', say('decided')))
    } catch (error) {
      for (const each of [yes, no]) each.disabled = false
      status.replaceChildren(notice('broken', whyNotDone(error)))
    }
    busy.textContent = ''
  }
  const yes = actionButton(say('approve'), 'primary', () => {
    void decide(() => approve(session, held))
  })
  const no = actionButton(say('sendBack'), 'outline', () => {
    const words = reason.input.value.trim()
    reason.tell(words === '')
    if (words === '') return
    const refusal = { outcome: 'refused', reason: words }
    void decide(() => session.api.post(`/api/v1/letters/${letter.id}/approval`, refusal))
  })
  const times = terms([[say('goesAt'), goes]])
  const actions = el('div', { class: 'actions' }, yes, no)
  place.replaceChildren(
    article,
    el('div', { class: 'form' }, times, reason.element, actions, busy, status)
  )
  article.querySelector<HTMLElement>('h2')?.focus()
}

/** Where the reason of a refusal is written: it is told that one is wanted, beside the field. */
function reasonField() {
  const input = el('input', { class: 'input', id: 'approval-reason', maxlength: '1000' })
  const problem = el('p', { class: 'field-problem', id: 'approval-problem', role: 'alert' })
  problem.hidden = true
  const label = el('label', { for: 'approval-reason' }, say('sendBackReason'))
  const tell = (isMissing: boolean): void => {
    problem.hidden = !isMissing
    problem.textContent = isMissing ? say('sendBackMissing') : ''
    input.setAttribute('aria-invalid', String(isMissing))
    if (!isMissing) return
    input.setAttribute('aria-describedby', problem.id)
    input.focus()
  }
  return { input, tell, element: el('div', { class: 'field' }, label, problem, input) }
}
