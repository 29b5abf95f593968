import type { Bilingual } from './text.ts'

/** What is wrong with one field of an input, and what would be right. */
export interface FieldProblem {
  /** RFC 6901 JSON pointer into the input, such as `/answers/mobile`. */
  readonly pointer: string
  readonly code: string
  readonly text: Bilingual
}

/** What is wrong with one field. @param pointer - As {@link FieldProblem.pointer}. */
export function problem(pointer: string, code: string, text: Bilingual): FieldProblem {
  return { pointer, code, text }
}

interface RefusalOptions {
  readonly fields?: readonly FieldProblem[]
  readonly cause?: unknown
}

/**
 * A use case's answer "no": named, with a stable code (`case/already-decided`), a text for the
 * person who asked, and the HTTP status that the edge gives it. Bugs are not refusals: they crash.
 */
export abstract class Refusal extends Error {
  abstract readonly code: string
  readonly status: number = 409
  readonly text: Bilingual
  readonly fields: readonly FieldProblem[]

  constructor(text: Bilingual, options: RefusalOptions = {}) {
    super(text.en, options.cause === undefined ? undefined : { cause: options.cause })
    this.text = text
    this.fields = options.fields ?? []
  }

  override get name(): string {
    return this.constructor.name
  }
}

/** What was asked for is not there, or not for this person to know of. */
export class NotFoundError extends Refusal {
  readonly code: string = 'not-found'
  override readonly status: number = 404
  constructor(
    text: Bilingual = {
      fa: 'چنین نشانی یا موردی پیدا نشد.',
      en: 'There is nothing at this address.'
    }
  ) {
    super(text)
  }
}

/** The input does not have the form that was asked for; `fields` says where and what would be right. */
export class InvalidInputError extends Refusal {
  readonly code: string = 'input/invalid'
  override readonly status: number = 422
  constructor(fields: readonly FieldProblem[], cause?: unknown) {
    super(
      {
        fa: 'برخی از داده‌های واردشده درست نیست؛ کنار هر مورد نوشته‌ایم چه چیزی درست است.',
        en: 'Some of what was entered is not right; each field says what would be.'
      },
      { fields, cause }
    )
  }
}

/** The server has more to do than it can; the caller should come back after `retryAfterSeconds`. */
export class PushbackError extends Refusal {
  readonly code: string = 'overloaded'
  override readonly status: number = 503
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super({
      fa: 'سامانه اکنون پرکار است؛ چند لحظه دیگر دوباره تلاش کنید.',
      en: 'The system is busy now; please try again in a moment.'
    })
    this.retryAfterSeconds = retryAfterSeconds
  }
}
