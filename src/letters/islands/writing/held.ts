import { readLetter } from '../../../kernel/reading/index.ts'
import { sealLetter } from '../../../kernel/seal/index.ts'
import { toBase64 } from '../../../kernel/tlog/index.ts'
import { actionButton, el, notice } from '../reading/dom.ts'
import { drawLetter, drawRefusal, say, type Shown } from '../reading/draw-letter.ts'
import { senderOf } from '../reading/reply.ts'
import { type OpenSession, Session } from '../reading/session.ts'
import type { ReaderData } from '../reading/shapes.ts'
import { offerUnlock } from '../reading/unlock-bar.ts'
import { keepCopy, sealingOf } from './seal-and-send.ts'
import type { HeldLetter } from './shapes.ts'

const jsonBytesMax = 700_000

/** Letters that lie sealed to their own unit: one button opens one, and seals it to whom it is for. */
export function startHeld(root: HTMLElement): void {
  const data = JSON.parse(root.dataset['held'] ?? '{}') as ReaderData
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
      void run(session, { letter, status, button }, isReseal ? null : place)
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

async function run(session: Session, row: Row, place: HTMLElement | null): Promise<void> {
  const { letter, status, button } = row
  const open = await session.demand()
  if (open === null) return
  button.disabled = true
  status.textContent = say('resealing')
  try {
    const shown = await openHeld(session, open, letter)
    if (typeof shown === 'string') {
      status.replaceChildren(drawRefusal(shown))
      return
    }
    status.textContent = ''
    if (place !== null) {
      showToApprove(session, { open, row, shown, place })
      return
    }
    await reseal(session, { open, letter, shown })
    await copyFor(session, { open, letter, shown })
    status.textContent = say('resealed')
  } catch (error) {
    button.disabled = false
    status.textContent = say('notSent', error instanceof Error ? error.message : '')
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
  const recipient = owner === null ? null : (await open.directory.keysOf(owner)).recipient
  if (recipient === null) return null
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
  const { signers } = open.unlocked.keys
  const sealed = await sealLetter(draft, { recipient, signers })
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
  const { keys } = open.unlocked
  const { header, body, attachments } = shown.letter
  await keepCopy(
    session.api,
    { subject: header.subject, body, attachments },
    {
      id: letter.id,
      from: {
        mailbox: session.data.mailbox,
        sender: senderOf(session.data.owner),
        signers: keys.signers,
        recipient: keys.recipient
      },
      envelope: { sentAt: header.sentAt, case: header.case }
    }
  )
}

function showToApprove(
  session: Session,
  of: {
    readonly open: OpenSession
    readonly row: Row
    readonly shown: Shown
    readonly place: HTMLElement
  }
): void {
  const { open, row, shown, place } = of
  const { letter } = row
  const article = drawLetter(shown, {
    senderTitle: session.data.key,
    recipientTitle: letter.recipient.title,
    acceptedAt: letter.sentAt,
    effectiveAt: null,
    proof: 'log'
  })
  const reason = el('input', { class: 'input', id: 'approval-reason', maxlength: '1000' })
  const status = el('div', { role: 'status' })
  const decide = async (act: () => Promise<unknown>) => {
    try {
      await act()
      place.replaceChildren(notice('kept', say('decided')))
    } catch (error) {
      status.textContent = say('notSent', error instanceof Error ? error.message : '')
    }
  }
  const yes = actionButton(say('approve'), 'primary', () => {
    void decide(() => approve(session, { open, letter, shown }))
  })
  const no = actionButton(say('sendBack'), 'outline', () => {
    const refusal = { outcome: 'refused', reason: reason.value }
    void decide(() => session.api.post(`/api/v1/letters/${letter.id}/approval`, refusal))
  })
  place.replaceChildren(
    article,
    el(
      'div',
      { class: 'field' },
      el('label', { for: 'approval-reason' }, say('sendBackReason')),
      reason
    ),
    el('div', { class: 'actions' }, yes, no),
    status
  )
  article.querySelector<HTMLElement>('h2')?.focus()
}
