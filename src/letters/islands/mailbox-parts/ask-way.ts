import { actionButton, el } from '../reading/dom.ts'
import { provenKeys, saidKeys } from './known-keys.ts'
import { type UnlockedMailbox, openWith, seedBySecret } from './open-keyring.ts'
import { pathInLang, words } from './page.ts'
import { paperSecretOf } from './paper-secret.ts'
import { type PasskeyFault, askPasskey } from './passkey-secret.ts'
import { waitForPhone } from './phone-way.ts'
import { UnprovenError } from './proven-key.ts'
import type { Keyring } from './shapes.ts'

/** The dialog while it stands. */
interface Asking {
  readonly keyring: Keyring
  readonly body: HTMLElement
  readonly done: (opened: UnlockedMailbox | null) => void
  /** Called when the person goes on to something else. */
  leave: () => void
}

/**
 * Asks the person by which way they open a mailbox, in a dialog over the page.
 * @param keyring - `null` where they have no mailbox: they are shown where to make one.
 */
export function askWay(keyring: Keyring | null): Promise<UnlockedMailbox | null> {
  const body = el('div', { class: 'dialog-body' })
  const dialog = el(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'unlock-title', 'data-unlock': true },
    el('h2', { id: 'unlock-title' }, words.title),
    body
  )
  document.body.append(dialog)
  return new Promise((resolve) => {
    const asking: Asking | null =
      keyring === null
        ? null
        : {
            keyring,
            body,
            leave: () => {},
            done: (opened) => {
              resolve(opened)
              dialog.close()
            }
          }
    dialog.addEventListener('close', () => {
      asking?.leave()
      dialog.remove()
      resolve(null)
    })
    const cancel = actionButton(words.cancel, 'ghost', () => {
      dialog.close()
    })
    dialog.append(el('div', { class: 'actions' }, cancel))
    if (asking === null) showNoMailbox(body)
    else showWays(asking)
    dialog.showModal()
  })
}

function showNoMailbox(body: HTMLElement): void {
  const make = el('a', { class: 'btn btn-primary', href: pathInLang('/mailbox/new') }, words.make)
  body.replaceChildren(el('p', {}, words.noMailbox), el('div', { class: 'actions' }, make))
}

function showWays(asking: Asking, problem = ''): void {
  asking.leave()
  asking.leave = () => {}
  const { keyring, body } = asking
  const has = (kind: string) => keyring.slots.some((slot) => slot.kind === kind)
  const ways = [
    has('passkey')
      ? actionButton(words.byPasskey, 'primary', () => {
          run(asking, byPasskey(asking))
        })
      : undefined,
    has('paper')
      ? actionButton(words.byPaper, has('passkey') ? 'outline' : 'primary', () => {
          byPaper(asking)
        })
      : undefined,
    keyring.mailbox.via === 'own'
      ? actionButton(words.byPhone, 'outline', () => {
          run(asking, byPhone(asking))
        })
      : undefined
  ].filter((button) => button !== undefined)
  body.replaceChildren(
    el('p', {}, ways.length === 0 ? words.noWay : words.lead),
    el('div', { class: 'actions' }, ...ways),
    said(problem)
  )
}

function said(text: string): HTMLElement {
  return el('p', { role: 'alert', class: 'field-problem', hidden: text === '' }, text)
}

/** Whatever fails is said, and the ways stand there again: nobody waits for what does not come. */
function run(asking: Asking, work: Promise<void>): void {
  work.catch((error: unknown) => {
    showWays(asking, error instanceof UnprovenError ? error.message : words.failed)
  })
}

const faults: Readonly<Record<PasskeyFault, string>> = {
  cancelled: words.cancelled,
  'no-prf': words.noPasskey,
  unsupported: words.noPasskey,
  failed: words.noPasskey
}

async function byPasskey(asking: Asking): Promise<void> {
  const { keyring, body } = asking
  const credentials = keyring.slots.flatMap(({ credential }) => credential ?? [])
  body.replaceChildren(el('p', { role: 'status' }, words.waiting))
  const answer = await askPasskey(keyring.mailbox.id, credentials)
  if (typeof answer === 'string') showWays(asking, faults[answer])
  else await open(asking, { kind: 'passkey', secret: answer.secret, wrong: words.noPasskey })
}

function byPaper(asking: Asking): void {
  const input = el('textarea', {
    id: 'unlock-paper',
    class: 'textarea',
    rows: '4',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    dir: 'auto'
  })
  const problem = said('')
  const form = el(
    'form',
    { class: 'form' },
    el('label', { for: 'unlock-paper' }, words.paperLabel),
    problem,
    input,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'submit', class: 'btn btn-primary' }, words.open),
      actionButton(words.back, 'ghost', () => {
        showWays(asking)
      })
    )
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const read = paperSecretOf(input.value)
    if ('problem' in read) {
      problem.textContent = read.problem
      problem.hidden = false
    } else
      run(asking, open(asking, { kind: 'paper', secret: read.secret, wrong: words.wrongPaper }))
  })
  asking.body.replaceChildren(form)
  input.focus()
}

async function byPhone(asking: Asking): Promise<void> {
  const { body, keyring } = asking
  body.replaceChildren(el('p', { role: 'status' }, words.waiting))
  const phone = await waitForPhone()
  asking.leave = phone.stop
  const back = actionButton(words.back, 'ghost', () => {
    showWays(asking)
  })
  body.replaceChildren(phone.shown, el('div', { class: 'actions' }, back))
  const seed = await phone.seed
  if (!phone.shown.isConnected) return
  if (seed === null) {
    showWays(asking, words.phoneOver)
    return
  }
  // The key of this page is known to the desk: a seed that came by it may be the desk's own.
  const known = await provenKeys(keyring.mailbox, seed)
  const opened = await openWith(keyring, { seed, way: null }, known)
  if (opened === null) showWays(asking, words.changed)
  else asking.done(opened)
}

async function open(
  asking: Asking,
  by: { kind: 'passkey' | 'paper'; secret: Uint8Array; wrong: string }
): Promise<void> {
  asking.body.replaceChildren(el('p', { role: 'status' }, words.opening))
  const found = await seedBySecret(asking.keyring, by.kind, by.secret)
  if (found === null) {
    showWays(asking, by.wrong)
    return
  }
  const opened = await openWith(asking.keyring, found, saidKeys(asking.keyring.mailbox))
  if (opened === null) showWays(asking, words.changed)
  else asking.done(opened)
}
