import { readLetter } from '../../../kernel/reading/index.ts'
import { openingToken, sealLetter } from '../../../kernel/seal/index.ts'
import { toBase64 } from '../../../kernel/tlog/index.ts'
import { actionButton, el, notice, terms } from '../reading/dom.ts'
import { drawLetter, drawRefusal, say, type Shown } from '../reading/draw-letter.ts'
import { senderOf } from '../reading/reply.ts'
import { type OpenSession, Session } from '../reading/session.ts'
import { offerUnlock } from '../reading/unlock-bar.ts'
import { momentText } from '../reading/time.ts'
import { keepCopy } from './seal-and-send.ts'
import { sealingOf } from './seal-pieces.ts'
import type { HeldData, HeldLetter } from './shapes.ts'
import { openedAttachment } from './typed-attachment.ts'
import { KeyNotYetError, whyNotDone } from './why-not-sent.ts'

const jsonBytesMax = 700_000

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
    const shown = await openHeld(session, open, letter)
    if (typeof shown === 'string') {
      status.replaceChildren(drawRefusal(shown))
      return
    }
    status.textContent = ''
    if (approving !== null) {
      showToApprove(session, { open, row, shown, ...approving })
      return
    }
    await reseal(session, { open, letter, shown })
    await copyFor(session, { open, letter, shown })
    status.textContent = say('resealed')
  } catch (error) {
    button.disabled = false
    status.textContent = whyNotDone(error)
  }
}

/** Opens a held letter with the unit's own key, and judges it as any other: it is signed by the unit. */
async function openHeld(
  session: Session,
  open: OpenSession,
  letter: HeldLetter
): Promise<Shown | Extract<Awaited<ReturnType<typeof readLetter>>, { shown: false }>['refused']> {
  const file = await session.api.bytes(`/api/v1/letters/${letter.id}/content`)
  const { senders } = await open.directory.keysOf(session.data.owner)
  const expected = {
    letter: letter.id,
    sender: session.data.key,
    sentAt: letter.sentAt,
    case: letter.case,
    seenContent: null
  }
  for (const identity of open.unlocked.identities) {
    const reading = await readLetter(file, { identity, senders }, expected)
    if (reading.shown) return reading
    if (reading.refused !== 'not-for-you') return reading.refused
  }
  return 'not-for-you'
}

interface Held {
  readonly open: OpenSession
  readonly letter: HeldLetter
  readonly shown: Shown
}

/** The same letter, signed anew for its recipient: what was signed for the unit counts for nobody else. */
async function sealedFor(session: Session, { open, letter, shown }: Held) {
  const { owner } = letter.recipient
  if (owner === null) return null
  const { recipient } = await open.directory.keysOf(owner)
  // There is a mailbox: its key comes into the directory within seconds.
  if (recipient === null) throw new KeyNotYetError()
  const { header, body, attachments } = shown.letter
  const draft = {
    letter: letter.id,
    sender: senderOf(session.data.owner),
    subject: header.subject,
    sentAt: header.sentAt,
    case: header.case,
    body,
    attachments
  }
  const { seed, signers } = open.unlocked.keys
  const to = { recipient, signers, token: openingToken(seed, letter.id) }
  const sealed = await sealLetter(draft, to)
  if (!sealed.ok) throw new Error(sealed.reason)
  const { file, token } = sealed.value
  return { file, words: sealingOf({ file, token, sealedTo: recipient }) }
}

async function reseal(session: Session, held: Held): Promise<void> {
  const sealed = await sealedFor(session, held)
  if (sealed === null) throw new Error(say('recipientUnknown'))
  const path = `/api/v1/letters/${held.letter.id}`
  if (sealed.file.length > jsonBytesMax) await putSealed(session, `${path}/content`, sealed)
  else await session.api.post(`${path}/resealing`, inlineSealed(sealed))
}

type SealedAnew = NonNullable<Awaited<ReturnType<typeof sealedFor>>>

function inlineSealed({ file, words }: SealedAnew): object {
  return { ...words, content: toBase64(file) }
}

/** Sends a sealed file of any size as it is; what is told of it stands in the address. */
async function putSealed(session: Session, path: string, { file, words }: SealedAnew) {
  const all = Object.entries({ ...words, sizeBytes: file.length })
  const query = new URLSearchParams(all.map(([key, value]) => [key, String(value)]))
  await session.api.put(`${path}?${query.toString()}`, file)
}

/** Lets a letter go, sealed to its recipient; where they have no mailbox yet it waits as it is. */
async function approve(session: Session, held: Held): Promise<void> {
  const sealed = await sealedFor(session, held)
  const path = `/api/v1/letters/${held.letter.id}/approval`
  if (sealed !== null && sealed.file.length > jsonBytesMax) await putSealed(session, path, sealed)
  else {
    const resealing = sealed && inlineSealed(sealed)
    await session.api.post(path, { outcome: 'approved', resealing })
  }
  if (sealed !== null) await copyFor(session, held)
}

/** What was sealed to the unit has gone to its recipient: the unit keeps a copy in its place. */
async function copyFor(session: Session, { open, letter, shown }: Held): Promise<void> {
  const { header, body, attachments } = shown.letter
  await keepCopy(
    session.api,
    { subject: header.subject, body, attachments: attachments.map(openedAttachment) },
    {
      id: letter.id,
      from: {
        mailbox: session.data.mailbox,
        sender: senderOf(session.data.owner),
        keys: open.unlocked.keys
      },
      envelope: { sentAt: header.sentAt, case: header.case }
    }
  )
}

function showToApprove(
  session: Session,
  of: Approving & { readonly open: OpenSession; readonly row: Row; readonly shown: Shown }
): void {
  const { open, row, shown, place, title } = of
  const { letter } = row
  const article = drawLetter(shown, {
    senderTitle: title,
    recipientTitle: letter.recipient.title,
    acceptedAt: null,
    effectiveAt: letter.effectiveAt,
    proof: 'log'
  })
  const goes = letter.goesAt === null ? say('goesOnApproval') : momentText(letter.goesAt)
  const reason = reasonField()
  const status = el('div', { role: 'alert' })
  const decide = async (act: () => Promise<unknown>) => {
    try {
      await act()
      place.replaceChildren(notice('kept', say('decided')))
    } catch (error) {
      status.replaceChildren(notice('broken', whyNotDone(error)))
    }
  }
  const yes = actionButton(say('approve'), 'primary', () => {
    void decide(() => approve(session, { open, letter, shown }))
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
    el('div', { class: 'form' }, times, reason.element, actions, status)
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
