import type { FormDefinition } from '../../../kernel/forms/index.ts'
import { answersOf, fill } from './answers-of.ts'
import { keptAnswers } from './kept-answers.ts'

/** What the page says about saving, in its language. */
export interface SaveTexts {
  readonly saving: string
  readonly saved: string
  readonly notSaved: string
  readonly signedOut: string
  readonly signIn: string
  readonly restored: string
}

/** A form whose answers are saved as they are typed. */
export interface SavedForm {
  readonly form: HTMLFormElement
  readonly definition: FormDefinition
  /** Address that takes the form as it is and answers `{ "savedAt": "…" }`. */
  readonly saveTo: string
  /** When the server had last saved, as the page was made. */
  readonly savedAt: string
  readonly texts: SaveTexts
  /** Where the state of saving is said. */
  readonly state: HTMLElement
}

const restMilliseconds = 1200
const retryMilliseconds = 10_000

/**
 * Saves what is typed a moment after the typing rests. What could not be saved (no line, no session)
 * is kept in this tab until it could be, comes back after a reload, and is asked about before leaving.
 */
export function saveAsTyped(saved: SavedForm): void {
  const { form, definition, texts } = saved
  const kept = keptAnswers(`typed:${saved.saveTo}`)
  let base = saved.savedAt
  let timer = 0
  let isDirty = false
  let isLeaving = false

  const later = (milliseconds: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), milliseconds)
  }
  const typed = () => JSON.stringify(answersOf(form, definition))
  const save = async () => {
    const sent = typed()
    say(saved, texts.saving)
    const answer = await send(saved)
    if ('savedAt' in answer) {
      base = answer.savedAt
      isDirty = sent !== typed()
      if (isDirty) kept.keep(answersOf(form, definition), base)
      else kept.drop()
      say(saved, texts.saved)
      return
    }
    const isSignedOut = answer.status === 401
    say(saved, isSignedOut ? texts.signedOut : texts.notSaved, isSignedOut)
    later(retryMilliseconds)
  }

  const unsaved = kept.unsaved(base)
  if (unsaved !== null) {
    fill(form, unsaved)
    saved.state.textContent = texts.restored
    isDirty = true
    later(0)
  }
  form.addEventListener('input', () => {
    isDirty = true
    kept.keep(answersOf(form, definition), base)
    later(restMilliseconds)
  })
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    isLeaving = true
    kept.markSent()
    window.clearTimeout(timer)
  })
  window.addEventListener('beforeunload', (event) => {
    if (isDirty && !isLeaving) event.preventDefault()
  })
  // Coming back to the page by the history.
  window.addEventListener('pageshow', () => {
    isLeaving = false
  })
  // Back from signing in, or from a tunnel: no reason to wait.
  for (const name of ['online', 'focus']) {
    window.addEventListener(name, () => {
      if (isDirty) later(0)
    })
  }
}

type Answer = { readonly savedAt: string } | { readonly status: number }

async function send({ form, saveTo }: SavedForm): Promise<Answer> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value)
  }
  try {
    const headers = { accept: 'application/json' }
    const answer = await fetch(saveTo, { method: 'POST', headers, body })
    return answer.ok
      ? ((await answer.json()) as { readonly savedAt: string })
      : { status: answer.status }
  } catch {
    return { status: 0 }
  }
}

function say({ state, texts }: SavedForm, text: string, withSignIn = false): void {
  state.textContent = text
  if (!withSignIn) return
  const link = document.createElement('a')
  link.href = document.documentElement.lang === 'en' ? '/en/sign-in' : '/sign-in'
  link.target = '_blank'
  link.rel = 'noopener'
  link.className = 'link'
  link.textContent = texts.signIn
  state.append(' ', link)
}
