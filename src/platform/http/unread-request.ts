import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type Problem, problemBody, problemOfStatus } from './problems.ts'
import { langOfHeader } from './request.ts'

/** An error of the HTTP parser, with what had come until then. */
interface ReadError {
  readonly code?: string
  readonly rawPacket?: unknown
}

// The parser has one limit, 16 kB, for the first line and the headers together.
const firstLineLengthMax = 8192

/**
 * Answers what the HTTP parser could not read, before there is any request: an RFC 9457 problem like
 * every other, then the end of the connection.
 * @param trace - Names the answer.
 */
export function answerUnread(error: ReadError, socket: Socket, trace: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const packet = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : ''
  const problem = problemIn(error, packet)
  const lang = langOfHeader(/^accept-language: *(.*)$/im.exec(packet)?.[1])
  const body = JSON.stringify(problemBody(problem, lang, trace))
  const head = [
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${String(Buffer.byteLength(body))}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close'
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function problemIn({ code }: ReadError, packet: string): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problemOfStatus(408)
  if (code === 'HPE_HEADER_OVERFLOW') {
    const [firstLine = ''] = packet.split('\r\n', 1)
    return problemOfStatus(firstLine.length > firstLineLengthMax ? 414 : 431)
  }
  const address = /^\S+ (\S+) HTTP\//.exec(packet)?.[1] ?? ''
  const malformed = problemOfStatus(400)
  return /[\x80-\xff]/.test(address) ? { ...malformed, text: wordsOn(address) } : malformed
}

/** Tells whoever sent letters as they are how the address is written. */
function wordsOn(address: string): Problem['text'] {
  const right = address.replaceAll(
    /[^!-~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  )
  return {
    fa: `در نشانی تنها نویسه‌های ASCII می‌آید و بقیه با درصد نوشته می‌شود، مانند: ${right}`,
    en: `An address holds ASCII only, all else is percent-encoded; this one is: ${right}`
  }
}
