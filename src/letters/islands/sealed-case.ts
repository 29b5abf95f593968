// A sealed case on the desk's page: opened with the mailbox of the unit, judged again, and what was found signed.
import './reading/plain-zod.ts'
import { type CaseJudgement, leaksAnswer, signJudgement } from '../../kernel/seal/index.ts'
import { toBase64, utf8 } from '../../kernel/tlog/index.ts'
import { drawCase } from './cases/draw-case.ts'
import { type OpenedCase, openCase } from './cases/open-case.ts'
import type { SealedCaseData } from './cases/shapes.ts'
import { pageApi } from './mailbox-parts/page.ts'
import type { ShownMailbox } from './mailbox-parts/shapes.ts'
import { actionButton, el } from './reading/dom.ts'
import { type UnlockedMailbox, lock, onLock, unlockMailbox } from './unlock.ts'

const root = document.querySelector<HTMLElement>('[data-sealed-case]')
const form = root?.closest('form')
if (root && form) start(root, form)

/** The section of the page, and the form that its signature goes with. */
interface Section {
  readonly data: SealedCaseData
  readonly around: HTMLFormElement
}

function start(own: HTMLElement, around: HTMLFormElement): void {
  const data = JSON.parse(own.dataset['sealedCase'] ?? '{}') as SealedCaseData
  const tools = own.querySelector('[data-sealed-tools]')
  const place = own.querySelector('[data-sealed-place]')
  const status = el('p', { role: 'status' })
  const say = (name: string) => {
    status.textContent = (data.texts[name] ?? name).replace('%', data.unitTitle)
  }
  const open = actionButton(data.texts['open'] ?? '', 'primary', () => void show())
  tools?.append(el('div', { class: 'actions' }, open), status)
  // What was opened goes with the key: five idle minutes, or leaving the page.
  onLock(() => {
    place?.replaceChildren()
    open.hidden = false
    status.textContent = ''
  })

  async function show(): Promise<void> {
    open.disabled = true
    say('opening')
    try {
      const unlocked = await unlockUnit(data)
      if (typeof unlocked === 'string') {
        say(unlocked)
        return
      }
      const opened = await openCase(data, unlocked.identities)
      status.textContent = ''
      open.hidden = true
      place?.replaceChildren(...drawCase(data, opened))
      if (data.mayJudge) place?.append(judging({ data, around }, unlocked, opened))
    } catch (error) {
      say(error instanceof Error ? error.message : '')
    } finally {
      open.disabled = false
    }
  }
}

/** The two buttons that sign what was found. */
function judging(of: Section, unlocked: UnlockedMailbox, opened: OpenedCase): HTMLElement {
  const { texts } = of.data
  const problem = el('p', { class: 'field-problem', role: 'alert' })
  const button = (verdict: CaseJudgement['verdict'], text: string | undefined) =>
    actionButton(text ?? '', verdict === 'accepted' ? 'primary' : 'outline', () => {
      const fault = signWith(of, unlocked, { opened, verdict })
      problem.textContent = fault === null ? '' : (texts[fault] ?? fault)
    })
  const buttons = [button('accepted', texts['accept']), button('correct', texts['giveBack'])]
  return el(
    'div',
    { class: 'form' },
    el('p', { class: 'field-help' }, texts['noteHelp']),
    problem,
    el('div', { class: 'actions' }, ...buttons)
  )
}

/** Signs and sends; the name of a text where it cannot be. */
function signWith(
  { data, around }: Section,
  { keys }: UnlockedMailbox,
  { opened, verdict }: { readonly opened: OpenedCase; readonly verdict: CaseJudgement['verdict'] }
): string | null {
  const typed = new FormData(around)
  const defects = chosenDefects(typed)
  if (verdict === 'correct' && defects.length === 0) return 'chooseDefect'
  if (verdict === 'accepted' && defects.length > 0) return 'unchoose'
  if (verdict === 'accepted' && !isRight(opened)) return 'notRight'
  const answers = { form: data.form, answers: opened.judged.answers }
  if (leaksAnswer(notesIn(typed), answers)) return 'noteLeaks'
  const isForm = ({ code }: { readonly code: string }) => code === data.formType
  const judgement: CaseJudgement = {
    case: data.case,
    verdict,
    after: data.after,
    defects,
    forms: opened.files.filter(isForm).map((file) => file.sha256),
    documents: opened.files.filter((file) => !isForm(file))
  }
  // A form changes line ends on its way; what was signed must not change.
  put(around, 'judgement.signed', toBase64(utf8(signJudgement(judgement, keys.signers))))
  put(around, 'judgement.verdict', verdict)
  lockAfter(around)
  return null
}

/** The mailbox of the unit, open; or the name of a text that says why not. */
async function unlockUnit(data: SealedCaseData): Promise<UnlockedMailbox | string> {
  const { mailboxes } = (await pageApi().json('/api/v1/mailboxes')) as {
    mailboxes: readonly ShownMailbox[]
  }
  const own = mailboxes.find(
    ({ authority, unit }) => authority === data.authority && unit === data.unit
  )
  if (own === undefined) return 'otherUnit'
  return (await unlockMailbox({ mailbox: own.id })) ?? 'notOpened'
}

function chosenDefects(typed: FormData): { code: string; item: string }[] {
  const prefix = 'judgement.defect.'
  return [...typed].flatMap(([name, code]) => {
    if (!name.startsWith(prefix) || typeof code !== 'string' || code === '') return []
    return [{ code, item: name.slice(prefix.length).replace('.', ':') }]
  })
}

function notesIn(typed: FormData): string[] {
  return [...typed]
    .filter(([name]) => name.startsWith('judgement.note.'))
    .map(([, text]) => (typeof text === 'string' ? text : ''))
}

/** The unit signs as right only what it has opened and found nothing wrong with. */
function isRight({ judged, unopened }: OpenedCase): boolean {
  return judged.problems.length === 0 && unopened.length === 0
}

function put(form_: HTMLFormElement, name: string, value: string): void {
  const input = form_.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (input) input.value = value
}

/** The seed is wiped before the answer comes; what is sent is in the form already. */
function lockAfter(form_: HTMLFormElement): void {
  form_.submit()
  lock()
}
