import type { z } from 'zod'
import {
  type FastifyReply,
  type FastifyRequest,
  cookieAttributes,
  cookieName
} from '../../platform/http/index.ts'
import { ceremonySeconds } from '../passkey.ts'
import { lengthSecondsMax, newSecret } from '../session.ts'

const secretForm = /^[A-Za-z0-9_-]{43}$/

/** The session cookie as the browser sent it. */
export function sessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request.server.edge, 'session')]
}

/** Gives the browser its session. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  const { edge } = reply.server
  void reply.setCookie(cookieName(edge, 'session'), token, {
    ...cookieAttributes(edge),
    maxAge: lengthSecondsMax
  })
}

/** A browser is known again for as long as browsers keep a cookie: 400 days, put off by each sign-in. */
const deviceSecondsMax = 400 * 86_400

/** The secret by which this browser is known again, made where it has none; it is given (again) to keep. */
export function deviceCookie(request: FastifyRequest, reply: FastifyReply): string {
  const { edge } = reply.server
  const name = cookieName(edge, 'device')
  const sent = request.cookies[name] ?? ''
  const secret = secretForm.test(sent) ? sent : newSecret()
  void reply.setCookie(name, secret, { ...cookieAttributes(edge), maxAge: deviceSecondsMax })
  return secret
}

/** Takes the session from the browser. */
export function clearSessionCookie(reply: FastifyReply): void {
  const { edge } = reply.server
  void reply.clearCookie(cookieName(edge, 'session'), cookieAttributes(edge))
}

/** Ties a ceremony to the browser in which it begins; its answer counts from there only. */
export function beginCeremony(reply: FastifyReply): string {
  const { edge } = reply.server
  const browser = newSecret()
  void reply.setCookie(cookieName(edge, 'ceremony'), browser, {
    ...cookieAttributes(edge),
    maxAge: ceremonySeconds
  })
  return browser
}

/** The browser's part of its ceremony; taken, so that it is sent once. */
export function endCeremony(request: FastifyRequest, reply: FastifyReply): string {
  const { edge } = request.server
  const name = cookieName(edge, 'ceremony')
  void reply.clearCookie(name, cookieAttributes(edge))
  return request.cookies[name] ?? ''
}

/** A form read by its schema; what is missing or of another type is as if it were empty. */
export function readForm<T>(request: FastifyRequest, schema: z.ZodType<T>): T {
  const body = schema.safeParse(request.body)
  return body.success ? body.data : schema.parse({})
}
