import type { FastifyError } from 'fastify'
import { isDatabaseAway, sqlState, sqlStates } from '../db/index.ts'
import { type FieldProblem, PushbackError, Refusal } from '../errors.ts'
import type { Bilingual, Lang } from '../text.ts'

/** An error as it leaves the house: nothing of the inside, everything that the caller can mend. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly text: Bilingual
  readonly fields: readonly FieldProblem[]
  readonly retryAfterSeconds: number | null
}

const byStatus: Readonly<Record<number, { code: string; text: Bilingual }>> = {
  400: {
    code: 'request/malformed',
    text: {
      fa: 'درخواست خوانده نشد؛ شکل آن درست نیست.',
      en: 'The request could not be read: it is malformed.'
    }
  },
  403: {
    code: 'request/forged',
    text: {
      fa: 'این فرم پذیرفته نشد: نشانه امنیتی آن از این مرورگر نیست یا دیگر اعتبار ندارد. چیزی تغییر نکرد.',
      en: 'This form was not accepted: its security token is not of this browser, or no longer valid. Nothing was changed.'
    }
  },
  404: {
    code: 'not-found',
    text: { fa: 'چنین نشانی‌ای وجود ندارد.', en: 'There is nothing at this address.' }
  },
  408: {
    code: 'request/timeout',
    text: {
      fa: 'درخواست در زمان مجاز کامل نرسید؛ دوباره بفرستید.',
      en: 'The request did not arrive in time; send it again.'
    }
  },
  413: {
    code: 'request/too-large',
    text: {
      fa: 'آنچه فرستاده‌اید بزرگ‌تر از اندازه مجاز است.',
      en: 'What was sent is larger than allowed.'
    }
  },
  414: {
    code: 'request/address-too-long',
    text: { fa: 'این نشانی بیش از اندازه بلند است.', en: 'This address is too long.' }
  },
  415: {
    code: 'request/media-type',
    text: { fa: 'این نوع محتوا پذیرفته نیست.', en: 'This type of content is not accepted.' }
  },
  429: {
    code: 'request/too-many',
    text: {
      fa: 'درخواست‌ها بسیار پی‌درپی است؛ یک دقیقه دیگر دوباره تلاش کنید.',
      en: 'Too many requests; try again in a minute.'
    }
  },
  431: {
    code: 'request/headers-too-large',
    text: {
      fa: 'سرآیندهای این درخواست (برای نمونه کوکی‌ها) بیش از اندازه بزرگ‌اند.',
      en: 'The headers of this request (such as its cookies) are too large.'
    }
  }
}

// A server that was killed, or is switched over, is back after this.
const databaseRetrySeconds = 3

const broken = {
  code: 'internal',
  text: {
    fa: 'خطایی در سامانه رخ داد و ثبت شد. چیزی از داده‌های شما تغییر نکرد؛ کمی بعد دوباره تلاش کنید.',
    en: 'Something went wrong here and was recorded. Nothing of yours was changed; try again a little later.'
  }
}

/** What an error says to the outside; a bug says only that there was one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    return {
      status: error.status,
      code: error.code,
      text: error.text,
      fields: error.fields,
      retryAfterSeconds: retryAfterOf(error)
    }
  }
  if (isDatabaseAway(error)) return problemOf(new PushbackError(databaseRetrySeconds))
  return problemOfStatus(statusOf(error))
}

/** What a status of the framework or of the parser says; one that nobody gives is a bug. */
export function problemOfStatus(status: number): Problem {
  return {
    status,
    ...(byStatus[status] ?? broken),
    fields: [],
    retryAfterSeconds: status === 429 ? 60 : null
  }
}

function retryAfterOf(refusal: Refusal): number | null {
  const seconds = 'retryAfterSeconds' in refusal ? refusal.retryAfterSeconds : null
  return typeof seconds === 'number' ? seconds : null
}

/** What PostgreSQL says to a text with a NUL in it: nobody typed that. */
const noText: readonly (string | null)[] = [
  sqlStates.characterNotInRepertoire,
  sqlStates.untranslatableCharacter
]

function statusOf(error: unknown): number {
  if (noText.includes(sqlState(error))) return 400
  const status = error instanceof Error ? (error as FastifyError).statusCode : undefined
  return status !== undefined && status >= 400 && status < 500 ? status : 500
}

/** The body of an RFC 9457 answer. */
export function problemBody(problem: Problem, lang: Lang, trace: string): object {
  return {
    type: 'about:blank',
    title: problem.text[lang],
    status: problem.status,
    code: problem.code,
    trace,
    ...(problem.fields.length === 0
      ? {}
      : {
          errors: problem.fields.map((field) => ({
            pointer: field.pointer,
            code: field.code,
            detail: field.text[lang]
          }))
        })
  }
}
