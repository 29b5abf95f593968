import { AttachmentChangedError } from '../../../kernel/seal/index.ts'
import type { Api } from '../reading/api.ts'
import { el } from '../reading/dom.ts'
import { say } from '../reading/say.ts'
import { DirectoryRefusedError } from '../reading/sender-keys.ts'
import { momentText } from '../reading/time.ts'
import type { ComposeForm } from './compose-form.ts'
import { AlreadySentError, AnswerLostError, type LetterIds, takenAt } from './outgoing.ts'

/** The recipient has a mailbox, and its key is not in a logged head of the directory yet. */
export class KeyNotYetError extends Error {
  override readonly name = 'KeyNotYetError'
}

/** Why a letter was not sealed or not sent, in the words of the page. */
export function whyNotSent(error: unknown): string {
  return knownReason(error) ?? say('notSent', messageOf(error))
}

/** What may be well all the same is no fault. */
export function toneOf(error: unknown): 'broken' | 'risk' {
  const passes = [AnswerLostError, AlreadySentError, KeyNotYetError]
  return passes.some((kind) => error instanceof kind) ? 'risk' : 'broken'
}

/** Why something else was not done with a letter. */
export function whyNotDone(error: unknown): string {
  return knownReason(error) ?? say('notDone', messageOf(error))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

function knownReason(error: unknown): string | null {
  if (error instanceof AnswerLostError) return say('answerLost')
  if (error instanceof AlreadySentError) return say('sentBefore')
  if (error instanceof KeyNotYetError) return say('keyNotYet')
  if (error instanceof DirectoryRefusedError) return say('keyRefused')
  const isUnreadable = error instanceof DOMException && error.name.startsWith('Not')
  if (isUnreadable || error instanceof AttachmentChangedError) return say('attachmentChanged')
  return null
}

/** Tells whoever comes back to a letter whose answer was lost that it was taken, where it was. */
export async function tellIfTaken(
  api: Api,
  form: ComposeForm,
  { ids, href }: { readonly ids: LetterIds; readonly href: string }
): Promise<void> {
  const at = await takenAt(api, ids)
  if (at === null) return
  const list = el('a', { class: 'link', href }, say('sentList'))
  form.inform(say('takenBefore', momentText(at)), el('p', {}, list))
}
