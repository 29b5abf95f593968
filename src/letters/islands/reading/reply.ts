import { ComposeForm } from '../writing/compose-form.ts'
import type { Outgoing } from '../writing/outgoing.ts'
import { type Sent, type Typed, sealAndSend } from '../writing/seal-and-send.ts'
import { KeyNotYetError, tellIfTaken, toneOf, whyNotSent } from '../writing/why-not-sent.ts'
import { actionButton, el, notice } from './dom.ts'
import { say } from './draw-letter.ts'
import type { OpenedHere } from './opened-here.ts'
import { tellState } from './open-letter.ts'
import { nowText } from './time.ts'

/** The form that answers an opened letter, in its place. */
export async function replyForm(here: OpenedHere, place: HTMLElement): Promise<void> {
  const { open, letter, opened } = here
  const form = new ComposeForm(`reply/${letter.id}`)
  const { subject } = opened.shown.letter.header
  form.subject.value = subject.startsWith(`${say('reply')}: `)
    ? subject
    : `${say('reply')}: ${subject}`
  const status = el('div', { role: 'status' })
  const heading = el('h2', {}, say('reply'))
  const send = actionButton(say('send'), 'primary', () => {
    void sendReply(here, form, { send, status, place })
  })
  place.replaceChildren(
    el('section', { class: 'section' }, heading, form.element, send, form.kept, status)
  )
  const ids = await form.keepIn(open.index)
  const sentHref = here.letter.href.replace(/\/letters\/[^?]*/, '/letters/sent')
  if (ids !== null) await tellIfTaken(here.session.api, form, { ids, href: sentHref })
  form.body.focus()
}

async function sendReply(
  here: OpenedHere,
  form: ComposeForm,
  on: {
    readonly send: HTMLButtonElement
    readonly status: HTMLElement
    readonly place: HTMLElement
  }
): Promise<void> {
  // At once: while files are read a second press would send the answer a second time.
  on.send.disabled = true
  on.status.textContent = say('sending')
  try {
    const typed = form.read()
    if (typed === null) {
      on.send.disabled = false
      on.status.textContent = ''
      return
    }
    await form.beginSending()
    const sent = await answer(here, typed, form.outgoing)
    await form.forget()
    const copied = sent.isCopied ? null : el('p', {}, say('noCopy'))
    on.place.replaceChildren(notice('kept', say('sent'), el('p', {}, say('keyChecked')), copied))
  } catch (error) {
    on.send.disabled = false
    on.status.textContent = ''
    form.tell([whyNotSent(error)], toneOf(error))
  }
}

async function answer(here: OpenedHere, typed: Typed, outgoing: Outgoing): Promise<Sent> {
  const { session, open, letter, opened } = here
  const { sender } = letter
  const proven = await open.directory.keysOf(sender.owner ?? '')
  if (proven.recipient === null) throw new KeyNotYetError()
  const sent = await sealAndSend(session.api, typed, {
    from: {
      mailbox: open.mailbox,
      sender: senderOf(session.data.owner),
      keys: open.unlocked.keys
    },
    to: { mailbox: sender.mailbox, person: null, recipient: proven.recipient },
    envelope: { sentAt: nowText(), case: letter.case, inReplyTo: letter.id },
    outgoing
  })
  // The answer itself is there; the proof beside it may follow another time.
  await tellState(session, open, { shown: opened.shown, state: 'replied' }).catch(() => null)
  return sent
}

/** How a mailbox names itself inside a letter: a unit by its body; people are named by their key alone. */
export function senderOf(owner: string): { authority: string; unit: string } | null {
  const parts = /^unit:([^/]+)\/(.+)$/.exec(owner)
  return parts === null ? null : { authority: parts[1] ?? '', unit: parts[2] ?? '' }
}
