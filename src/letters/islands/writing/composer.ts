import { epochOf, openBlanks } from '../../../kernel/reading/index.ts'
import { actionButton, el, notice } from '../reading/dom.ts'
import { say } from '../reading/draw-letter.ts'
import { senderOf } from '../reading/reply.ts'
import { type OpenSession, Session } from '../reading/session.ts'
import { nowText } from '../reading/time.ts'
import { offerUnlock } from '../reading/unlock-bar.ts'
import { ComposeForm, field } from './compose-form.ts'
import { jalaliInstant } from './jalali-time.ts'
import { drawPreview } from './preview.ts'
import { type Envelope, type From, type Typed, sealAndSend } from './seal-and-send.ts'
import type { ComposeData } from './shapes.ts'
import { templateField } from './template-field.ts'
import { UnitDrafts } from './unit-drafts.ts'
import { KeyNotYetError, tellIfTaken, toneOf, whyNotSent } from './why-not-sent.ts'

/** Everything on the page while a letter is written. */
interface Composer {
  readonly data: ComposeData
  readonly session: Session
  readonly open: OpenSession
  readonly form: ComposeForm
  readonly options: Options
  readonly place: HTMLElement
  readonly preview: HTMLElement
}

/** What is said beside the letter. */
interface Options {
  readonly element: HTMLElement
  /** The envelope, or a problem to be told. */
  read(): Envelope | string
}

/** The composer of a page: the fields stand there once the mailbox is open, whose key signs. */
export function startComposer(root: HTMLElement): void {
  const data = JSON.parse(root.dataset['compose'] ?? '{}') as ComposeData
  const tools = root.querySelector<HTMLElement>('[data-compose-tools]')
  const place = root.querySelector<HTMLElement>('[data-compose-place]')
  if (tools === null || place === null) return
  const session = new Session(data)
  offerUnlock(session, tools, null)
  session.watch((open) => {
    if (open === null) place.replaceChildren()
    else void begin({ data, session, open, place })
  })
}

async function begin(of: Pick<Composer, 'data' | 'session' | 'open' | 'place'>): Promise<void> {
  const { data, place } = of
  const form = new ComposeForm(`compose/${data.to.person ?? data.to.mailbox ?? ''}`)
  const options = optionsOf(data)
  const preview = el('div', {})
  const composer: Composer = { ...of, form, options, preview }
  const send = actionButton(say('send'), 'primary', () => void submit(composer, send))
  const look = actionButton(say('preview'), 'outline', () => {
    showPreview(composer)
  })
  const forget = actionButton(say('forget'), 'ghost', () => void form.clear())
  const template = data.templates.length === 0 ? null : templateField(data, form)
  const actions = el('div', { class: 'actions' }, send, look, forget)
  const all = el(
    'div',
    { class: 'form' },
    template,
    form.element,
    options.element,
    actions,
    form.kept
  )
  place.replaceChildren(all, preview)
  const ids = await form.keepIn(draftsOf(of))
  if (ids !== null) await tellIfTaken(of.session.api, form, { ids, href: data.sentHref })
}

/** A unit's draft is its colleagues' as well; a person's stays on the device. */
function draftsOf({ data, session, open }: Pick<Composer, 'data' | 'session' | 'open'>) {
  if (!data.isUnit) return open.index
  const to = { title: data.to.title, asked: data.asked }
  return new UnitDrafts(session, open, { id: data.draft, to })
}

function dateInput(id: string): HTMLInputElement {
  return el('input', { class: 'input input-medium', id, inputmode: 'numeric', dir: 'ltr' })
}

function optionsOf(data: ComposeData): Options {
  const effective = dateInput('letter-effective')
  const day = dateInput('letter-publish-day')
  const clock = dateInput('letter-publish-time')
  const lane = el(
    'select',
    { class: 'select', id: 'letter-lane' },
    el('option', { value: 'single' }, say('laneSingle')),
    ...(data.mayUseCrisis ? [el('option', { value: 'crisis' }, say('laneCrisis'))] : [])
  )
  const element = el(
    'details',
    { class: 'disclosure' },
    el('summary', {}, say('options')),
    el(
      'div',
      { class: 'disclosure-body' },
      field(effective, say('effectiveDay'), say('effectiveHelp')),
      field(day, say('publishDay'), say('publishHelp')),
      field(clock, say('publishTime')),
      data.mayUseCrisis ? field(lane, say('lane'), say('laneHelp')) : null
    )
  )
  const read = () => {
    const effectiveAt = effective.value.trim() === '' ? null : jalaliInstant(effective.value)
    const publishAt = day.value.trim() === '' ? null : jalaliInstant(day.value, clock.value)
    const isWrong =
      (effective.value.trim() !== '' && effectiveAt === null) ||
      (day.value.trim() !== '' && publishAt === null)
    if (isWrong) return say('dateWrong')
    // Nobody who says when means now, and what was opened is not taken back.
    if (publishAt === null && clock.value.trim() !== '') return say('publishDayMissing')
    if (publishAt !== null && Number(epochOf(publishAt)) <= Number(epochOf(nowText())))
      return say('publishPast')
    const chosen = lane.value === 'crisis' ? ('crisis' as const) : ('single' as const)
    const envelope = { sentAt: nowText(), case: data.case, effectiveAt, publishAt }
    return { ...envelope, lane: chosen, approval: data.approval }
  }
  return { element: data.isUnit ? element : el('div', {}), read }
}

function fromOf({ data, open }: Composer): From {
  const { mailbox, owner } = data
  return { mailbox, sender: senderOf(owner), keys: open.unlocked.keys }
}

/** What is typed with what stands on the envelope, or `null` with the problem told. */
function readAll(
  composer: Composer
): { readonly typed: Typed; readonly envelope: Envelope } | null {
  const { form, options } = composer
  const typed = form.read()
  if (typed === null) return null
  const [blank] = openBlanks(`${typed.subject}\n${typed.body}`)
  const envelope = options.read()
  if (blank !== undefined) form.tell([say('mergeMissing', blank)])
  else if (typeof envelope === 'string') form.tell([envelope])
  if (blank !== undefined || typeof envelope === 'string') return null
  return { typed, envelope }
}

function showPreview(composer: Composer): void {
  const { data, preview, open } = composer
  const all = readAll(composer)
  if (all === null) return
  const of = {
    senderTitle: data.fromTitle,
    recipientTitle: data.to.title,
    keys: open.unlocked.keys.keys
  }
  const drawn = drawPreview(all.typed, { ...of, from: fromOf(composer), envelope: all.envelope })
  const title = el('h2', { tabindex: '-1' }, say('previewTitle'))
  preview.replaceChildren(el('section', { class: 'section letter-preview' }, title, drawn))
  title.focus()
}

async function submit(composer: Composer, send: HTMLButtonElement): Promise<void> {
  const { form, session, data, place } = composer
  const label = send.textContent
  // At once: while files are read a second press would send the letter a second time.
  send.disabled = true
  send.textContent = say('sending')
  const again = (): void => {
    send.disabled = false
    send.textContent = label
  }
  try {
    const all = readAll(composer)
    if (all === null) {
      again()
      return
    }
    const recipient = await recipientOf(composer)
    const to = { mailbox: data.to.mailbox, person: data.to.person, recipient }
    const { typed, envelope } = all
    const { outgoing } = form
    await form.beginSending()
    const of = { from: fromOf(composer), to, envelope, outgoing }
    const accepted = await sealAndSend(session.api, typed, of)
    await form.forget()
    const list = el('a', { class: 'link', href: data.sentHref }, say('sentList'))
    const checked = recipient === null ? null : el('p', {}, say('keyChecked'))
    const copied = accepted.isCopied ? null : el('p', {}, say('noCopy'))
    place.replaceChildren(
      notice('kept', sentText(composer, accepted.state), checked, copied, el('p', {}, list))
    )
  } catch (error) {
    again()
    form.tell([whyNotSent(error)], toneOf(error))
  }
}

/**
 * The key that the directory proves; `null` where the recipient has no mailbox. Whoever was found by an
 * identifier has to be who the directory proves to have it.
 * @throws {KeyNotYetError} While the key of a new mailbox is not in a head of the directory.
 */
async function recipientOf({ data, open }: Composer): Promise<string | null> {
  const { owner, identifier } = data.to
  if (owner === null) return null
  const recipient =
    identifier === null
      ? (await open.directory.keysOf(owner)).recipient
      : await open.directory.recipientWith(identifier, owner)
  if (recipient === null) throw new KeyNotYetError()
  return recipient
}

function sentText({ data }: Composer, state: string): string {
  if (data.approval) return say('sentApproval')
  if (state === 'awaiting-recipient') return say('sentWaiting')
  return state === 'scheduled' ? say('sentScheduled') : say('sent')
}
