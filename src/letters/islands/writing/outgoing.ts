import { v7 as newId } from 'uuid'
import { type Api, NoLineError, RefusedError } from '../reading/api.ts'
import { toBase64 } from '../../../kernel/tlog/index.ts'
import type { SealedBlob } from './seal-pieces.ts'

/** The ids under which a letter and its sender's copy are handed in, however often. */
export interface LetterIds {
  readonly letter: string
  readonly copy: string
}

/** A sealed letter with all that is told of it: the same each time that it is sent. */
export interface HandedIn extends SealedBlob {
  readonly id: string
  readonly recipient: { readonly mailbox: string } | { readonly person: string }
  /** What stands on the envelope: sender, times, lane. */
  readonly envelope: Readonly<Record<string, string | boolean>>
}

/** What the server answered. */
export interface Accepted {
  readonly letter: string
  readonly state: string
  readonly fact: string | null
}

/** No answer came: the letter may have been taken. The same again does no harm. */
export class AnswerLostError extends Error {
  override readonly name = 'AnswerLostError'
}

/** The letter was taken before, as it was written then. */
export class AlreadySentError extends Error {
  override readonly name = 'AlreadySentError'
}

/**
 * One letter on its way. Until the server has answered, each press sends the same bytes under the same id,
 * so that a lost answer makes no second letter.
 */
export class Outgoing {
  #ids: LetterIds
  readonly #sealed = new Map<string, { mark: string; letter: HandedIn }>()

  /** @param ids - Of a letter whose answer was lost when the page was left. */
  constructor(ids: LetterIds | null = null) {
    this.#ids = ids ?? newIds()
  }

  get ids(): LetterIds {
    return this.#ids
  }

  /**
   * Hands in what `mark` stands for: as it was sealed before, if it is the same.
   * @throws {AnswerLostError} {@link AlreadySentError}
   * @throws {RefusedError} With what the server says; nothing was taken then.
   */
  async handIn(
    api: Api,
    { id, mark, seal }: { id: string; mark: string; seal: () => Promise<HandedIn> }
  ): Promise<Accepted> {
    const before = this.#sealed.get(id)
    const letter = before?.mark === mark ? before.letter : await seal()
    this.#sealed.set(id, { mark, letter })
    try {
      return await send(api, letter)
    } catch (error) {
      if (isLost(error)) throw new AnswerLostError('no answer', { cause: error })
      // What was refused is sealed anew: another key, another time.
      this.#sealed.delete(id)
      if (!(error instanceof RefusedError) || error.code !== 'letter/differs') throw error
      this.#ids = newIds()
      throw new AlreadySentError('sent before', { cause: error })
    }
  }
}

function newIds(): LetterIds {
  return { letter: newId(), copy: newId() }
}

const askAgain: readonly number[] = [401, 408, 425, 429]

/** Whether a request may have been done all the same, or was not looked at. */
function isLost(error: unknown): boolean {
  if (error instanceof RefusedError) return error.status >= 500 || askAgain.includes(error.status)
  // The last two: an answer that was cut off.
  return [NoLineError, TypeError, SyntaxError].some((kind) => error instanceof kind)
}

const jsonBytesMax = 700_000

async function send(api: Api, { file, ...letter }: HandedIn): Promise<Accepted> {
  const { id, recipient, envelope, words } = letter
  const all = { ...envelope, ...words }
  if (file.size <= jsonBytesMax) {
    const content = await base64Of(file)
    return (await api.post('/api/v1/letters', { id, recipient, ...all, content })) as Accepted
  }
  const to =
    'mailbox' in recipient ? { recipient: recipient.mailbox } : { person: recipient.person }
  const told = Object.entries({ ...to, ...all, sizeBytes: file.size })
  const query = new URLSearchParams(told.map(([name, value]) => [name, String(value)]))
  return (await api.put(`/api/v1/letters/${id}?${query.toString()}`, file)) as Accepted
}

/** A small file as JSON holds it. */
export async function base64Of(file: Blob): Promise<string> {
  return toBase64(new Uint8Array(await file.arrayBuffer()))
}

/** When a letter was taken whose answer was lost; `null` where it was not, or nobody can tell now. */
export async function takenAt(api: Api, { letter }: LetterIds): Promise<string | null> {
  const told = await api.json(`/api/v1/letters/${letter}`).catch(() => null)
  return (told as { acceptedAt: string } | null)?.acceptedAt ?? null
}
