import type { FieldProblem } from '../../platform/index.ts'
import { InvalidInputError, Refusal } from '../../platform/index.ts'
import { type Page, type Redirect, redirect } from '../../platform/http/index.ts'
import { nextPath } from '../next-path.ts'
import { deviceName } from '../session.ts'
import type { SessionInput } from '../start-session.ts'
import { deviceCookie, sessionCookie, setSessionCookie } from './cookies.ts'

/** From where somebody signs in: what a session is told of its browser. */
export function browserOf({
  request,
  reply
}: Page): Pick<SessionInput, 'device' | 'before' | 'address'> & { readonly deviceSecret: string } {
  return {
    address: request.ip,
    device: deviceName(request.headers['user-agent']),
    deviceSecret: deviceCookie(request, reply),
    before: sessionCookie(request)
  }
}

/** Gives the browser its new session and leads to where its person wanted to go. */
export function enter(it: Page, token: string, next: string): Redirect {
  setSessionCookie(it.reply, token)
  return redirect(it, nextPath(next))
}

/** What a form shows at its field for a refusal; anything else is thrown on. */
export function problemsAt(
  it: Page,
  pointer: string,
  error: unknown
): { problems: readonly FieldProblem[] } {
  if (!(error instanceof Refusal) || error.status === 503) throw error
  void it.reply.code(error.status)
  if ('retryAfterSeconds' in error)
    void it.reply.header('retry-after', String(error.retryAfterSeconds))
  if (error instanceof InvalidInputError) return { problems: error.fields }
  return { problems: [{ pointer, code: error.code, text: error.text }] }
}
