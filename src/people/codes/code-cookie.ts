import {
  type FastifyReply,
  type FastifyRequest,
  cookieAttributes,
  cookieName
} from '../../platform/http/index.ts'
import { provenSeconds } from './code.ts'

/** Binds a code to the browser that asked for it. */
export function setCodeCookie(reply: FastifyReply, text: string): void {
  const { edge } = reply.server
  const attributes = { ...cookieAttributes(edge), maxAge: provenSeconds }
  void reply.setCookie(cookieName(edge, 'code'), text, attributes)
}

/** What this browser asked for last. */
export function codeCookie(request: FastifyRequest): string {
  return request.cookies[cookieName(request.server.edge, 'code')] ?? ''
}

/** Takes it from the browser: it is used. */
export function clearCodeCookie(reply: FastifyReply): void {
  const { edge } = reply.server
  void reply.clearCookie(cookieName(edge, 'code'), cookieAttributes(edge))
}
