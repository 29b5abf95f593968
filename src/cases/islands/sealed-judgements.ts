// What the unit signed of a sealed case: checked here against the public log and against what this device sent. A
// word that does not hold is taken off the page.
import {
  caseWordFault,
  type SenderKeys,
  sendersOf,
  type ShownWord,
  type WordFault
} from '../../kernel/reading/index.ts'
import { askUnit, type UnitInDirectory } from './parts/ask-unit.ts'
import { sentForms } from './parts/sent-forms.ts'

interface WordsData extends UnitInDirectory {
  /** What is said of each fault. */
  readonly faults: Readonly<Record<WordFault, string>>
  readonly unproven: string
}

const root = document.querySelector<HTMLElement>('[data-unit-words]')
if (root) void start(root)

async function start(own: HTMLElement): Promise<void> {
  const data = JSON.parse(own.dataset.unitWords ?? '{}') as WordsData
  const words = own.querySelectorAll<HTMLElement>('[data-unit-word]')
  const found = await askUnit(data).catch(() => ({ ok: false, fault: 'ask-failed' }) as const)
  for (const word of words) {
    if (found.ok) {
      judge(word, data, sendersOf(found.lookup))
    } else {
      say(word, '[data-word-state]', data.unproven.replace('%', found.fault))
      word.querySelector('[data-word-state]')?.classList.remove('muted')
      tone(word, 'tone-risk')
    }
  }
}

function judge(own: HTMLElement, data: WordsData, senders: readonly SenderKeys[]): void {
  const { note, ...shown } = JSON.parse(own.dataset.unitWord ?? '{}') as ShownWord & {
    readonly note: string
  }
  const sent = sentForms(shown.says.case)
  const fault = caseWordFault(note, { shown, senders, sent })
  if (fault !== null) {
    own.querySelector('[data-word-said]')?.remove()
    say(own, '[data-word-fault]', data.faults[fault])
    show(own, '[data-word-refused]')
    return
  }
  own.querySelector('[data-word-state]')?.remove()
  show(own, sent === null ? '[data-word-not-sent]' : '[data-word-sent]')
  show(own, '[data-word-holds]')
  if (shown.says.verdict === 'accepted') tone(own, 'tone-kept')
}

function tone(own: HTMLElement, name: 'tone-kept' | 'tone-risk'): void {
  own.querySelector('[data-word-said] .notice')?.classList.replace('tone-info', name)
}

function show(own: HTMLElement, what: string): void {
  const found = own.querySelector<HTMLElement>(what)
  if (found) found.hidden = false
}

function say(own: HTMLElement, where: string, text: string): void {
  const found = own.querySelector<HTMLElement>(where)
  if (found) found.textContent = text
}
