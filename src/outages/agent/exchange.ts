import type { LookupAddress } from 'node:dns'
import { type IncomingMessage, Agent as HttpAgent, request as askHttp } from 'node:http'
import { Agent as HttpsAgent, request as askHttps } from 'node:https'
import { type LookupFunction, isIP } from 'node:net'
import { type PeerCertificate, TLSSocket } from 'node:tls'
import { epochMillisecondsOf } from './dates.ts'
import { ProbeFailure, type Stage, failureOf } from './failure.ts'
import { inflated } from './inflate.ts'
import { type Inside, mayReach, notPublicFailure, placeOf } from './inside.ts'
import type { HostResolver } from './resolve-host.ts'

/** One request and how far its answer is followed. */
export interface Exchange {
  readonly url: URL
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
  /** When the answer has to be whole, by `performance.now()`. */
  readonly deadline: number
  /** Bytes of the answer's body, packed and unpacked, above which it is broken off. */
  readonly bytesMax: number
  readonly resolver: HostResolver
  /** What may be asked although it has no public address. */
  readonly inside: Inside
  /** Called with each head; what it gives back gets the body piece by piece, unpacked. */
  readonly reader?: (answer: AnswerHead & { readonly url: URL }) => (bytes: Buffer) => void
}

/** What came before the body. */
export interface AnswerHead {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** When the certificate ends, milliseconds since 1970; `null` without TLS. */
  readonly certificateEndsAt: number | null
}

/** Longest time until there is a connection. */
const connectMillisecondsMax = 10_000
// Each look makes its own connection, with a handshake of its own: that is a part of what it looks at.
// The default of a quarter of a second is less than a far host takes.
const connecting = { keepAlive: false, autoSelectFamilyAttemptTimeout: 2500 }
const plain = new HttpAgent(connecting)
const secure = new HttpsAgent({ ...connecting, maxCachedSessions: 0 })

const staged: Record<Stage, (ms: string) => ProbeFailure> = {
  lookup: (ms) => new ProbeFailure('dns', `no address of the host within ${ms}`),
  connect: (ms) => new ProbeFailure('connect', `no connection within ${ms}`),
  tls: (ms) => new ProbeFailure('timeout', `the TLS handshake was not done within ${ms}`),
  answer: (ms) => new ProbeFailure('timeout', `no answer within ${ms}`),
  body: (ms) => new ProbeFailure('timeout', `the answer was not whole within ${ms}`)
}

/**
 * Sends a request and reads its answer to the end.
 * @throws {ProbeFailure} Where there is no whole answer within the limits.
 */
export function exchange(asked: Exchange): Promise<AnswerHead> {
  return new Promise((resolve, reject) => {
    const literal = asked.url.hostname.replace(/^\[(.*)\]$/, '$1')
    // No lookup is made for an address.
    const isAddress = isIP(literal) !== 0
    if (isAddress && !mayReach(asked.inside, placeOf(asked.url), literal)) {
      reject(notPublicFailure(literal))
      return
    }
    const begun = performance.now()
    let stage: Stage = 'lookup'
    let certificateEndsAt: number | null = null
    const isTls = asked.url.protocol === 'https:'
    const request = (isTls ? askHttps : askHttp)(asked.url, {
      method: asked.method,
      agent: isTls ? secure : plain,
      headers: { 'accept-encoding': 'identity', ...asked.headers },
      lookup: lookupBy(asked, () => {
        stage = 'connect'
      })
    })
    const fail = (error: unknown) => {
      clearTimeout(timer)
      request.destroy()
      reject(failureOf(error, stage))
    }
    let timer = setTimeout(late, Math.min(connectMillisecondsMax, asked.deadline - begun))
    function late() {
      const left = asked.deadline - performance.now()
      const isUnderWay = stage === 'answer' || stage === 'body' || stage === 'tls'
      if (isUnderWay && left > 0) timer = setTimeout(late, left)
      else fail(staged[stage](`${String(Math.round(performance.now() - begun))} ms`))
    }
    request.on('error', fail)
    request.once('upgrade', (_answer, socket) => {
      socket.destroy()
      fail(new ProbeFailure('protocol', 'the answer changes to another protocol'))
    })
    request.once('socket', (socket) => {
      if (socket.connecting && isAddress) stage = 'connect'
      socket.once('connect', () => {
        stage = isTls ? 'tls' : 'answer'
      })
      if (socket instanceof TLSSocket) {
        socket.once('secureConnect', () => {
          stage = 'answer'
          certificateEndsAt = endOf(socket.getPeerCertificate())
        })
      }
    })
    request.once('response', (answer) => {
      stage = 'body'
      const head = { status: answer.statusCode ?? 0, headers: answer.headers, certificateEndsAt }
      const take = asked.reader?.({ ...head, url: asked.url })
      void (async () => {
        try {
          await readBody(answer, asked, take)
        } catch (error) {
          fail(error)
          return
        }
        clearTimeout(timer)
        request.destroy()
        resolve(head)
      })()
    })
    request.end(asked.body)
  })
}

function lookupBy({ resolver, inside, url }: Exchange, found: () => void): LookupFunction {
  return (host, options, settle) => {
    void (async () => {
      let addresses: LookupAddress[]
      try {
        const all = await resolver.addressesOf(host)
        addresses = all.filter(({ address }) => mayReach(inside, placeOf(url), address))
        if (addresses.length === 0 && all[0] !== undefined) throw notPublicFailure(all[0].address)
      } catch (error) {
        settle(error as NodeJS.ErrnoException, '', 4)
        return
      }
      found()
      if (options.all === true) settle(null, addresses)
      else settle(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4)
    })()
  }
}

function endOf(certificate: PeerCertificate | undefined): number | null {
  // Without a certificate the object is empty.
  const { valid_to: end } = (certificate ?? {}) as Partial<PeerCertificate>
  return end === undefined ? null : epochMillisecondsOf(end)
}

function readBody(
  answer: IncomingMessage,
  asked: Exchange,
  take: ((bytes: Buffer) => void) | undefined
): Promise<void> {
  const tooLarge = () =>
    new ProbeFailure('too-large', `the answer is longer than ${String(asked.bytesMax)} bytes`)
  return new Promise((resolve, reject) => {
    const told = Number(answer.headers['content-length'] ?? 0)
    if (asked.method !== 'HEAD' && told > asked.bytesMax) {
      reject(tooLarge())
      return
    }
    let [packed, unpacked] = [0, 0]
    answer.on('data', (bytes: Buffer) => {
      packed += bytes.length
      if (packed > asked.bytesMax) reject(tooLarge())
    })
    answer.on('error', reject)
    answer.once('close', () => {
      if (!answer.complete) reject(new ProbeFailure('protocol', 'the answer was broken off'))
    })
    const source = asked.method === 'HEAD' ? answer : inflated(answer)
    source.on('data', (bytes: Buffer) => {
      unpacked += bytes.length
      if (unpacked > asked.bytesMax) reject(tooLarge())
      else take?.(bytes)
    })
    source.on('error', (error) => {
      if (source === answer) reject(error)
      else reject(new ProbeFailure('protocol', `the answer cannot be unpacked: ${error.message}`))
    })
    source.once('end', () => {
      resolve()
    })
  })
}
