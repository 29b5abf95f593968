import { DeskAwayError, DeskRefusedError } from './errors.ts'

/** A desk and the key of a program there. */
export interface Desk {
  /** Origin, `https://desk.example`. */
  readonly site: string
  /** Asks with the program's key. */
  fetch(address: string, init?: RequestInit): Promise<Response>
}

/** A desk that is asked with an API key. */
export function deskWith(site: string, apiKey: string, ask: typeof fetch = globalThis.fetch): Desk {
  const origin = new URL(site).origin
  return {
    site: origin,
    fetch(address, init = {}) {
      // The key goes to the desk and nowhere else, wherever an address leads.
      if (new URL(address).origin !== origin) throw new TypeError(`not of the desk: ${address}`)
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${apiKey}`)
      // Followed by itself, a redirect could lead the key elsewhere.
      const redirect = init.redirect === 'manual' ? 'manual' : 'error'
      return ask(address, { ...init, headers, redirect })
    }
  }
}

const seeOther = 303

/**
 * Asks the desk, and reads its answer.
 * @throws {DeskRefusedError} {@link DeskAwayError}
 */
export async function askDesk(desk: Desk, path: string, init: RequestInit = {}): Promise<Response> {
  let answer: Response
  try {
    answer = await desk.fetch(`${desk.site}/api/v1${path}`, init)
  } catch (cause) {
    if (cause instanceof TypeError && cause.message.startsWith('not of the desk')) throw cause
    throw new DeskAwayError('the desk does not answer', { cause })
  }
  if (answer.ok || (init.redirect === 'manual' && answer.status === seeOther)) return answer
  const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN)
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : null
  if (answer.status >= 500 || answer.status === 429) {
    throw new DeskAwayError(`the desk answered ${String(answer.status)}`, { retryAfterSeconds })
  }
  throw new DeskRefusedError(await problemOf(answer))
}

/** What is read of a refusal (RFC 9457). */
interface Problem {
  readonly code?: string
  readonly title?: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

async function problemOf(answer: Response) {
  const { status } = answer
  try {
    const { code = 'unknown', title = '', errors = [] } = (await answer.json()) as Problem
    // Which field it is, and what would be right there, is for whoever reads the message.
    const fields = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)
    return { code, title: [title, ...fields].join(' '), status }
  } catch {
    return { code: 'unknown', title: '', status }
  }
}
