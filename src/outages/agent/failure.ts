import type { ProbeReason } from './wire.ts'

const detailLengthMax = 300

/** A target that did not do what it should: why, by a code and in words. */
export class ProbeFailure extends Error {
  readonly reason: ProbeReason
  readonly detail: string

  constructor(reason: ProbeReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail.slice(0, detailLengthMax).toWellFormed()
  }
}

/** How far a connection had come. */
export type Stage = 'lookup' | 'connect' | 'tls' | 'answer' | 'body'

const nameCodes = new Set([
  'ENOTFOUND',
  'ENODATA',
  'ESERVFAIL',
  'EREFUSED',
  'EFORMERR',
  'EBADRESP',
  'EBADNAME',
  'ENOTIMP',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME'
])

/**
 * What an error of the network means.
 * @param stage - How far the connection had come.
 */
export function failureOf(error: unknown, stage: Stage): ProbeFailure {
  if (error instanceof ProbeFailure) return error
  const { code, words } = wordsOf(error)
  if (stage === 'lookup' || nameCodes.has(code)) return new ProbeFailure('dns', words)
  if (stage === 'connect') return new ProbeFailure('connect', words)
  if (stage === 'tls' || isAboutTls(code)) return new ProbeFailure('tls', words)
  const broken = code === 'ECONNRESET' || code === 'EPIPE'
  return new ProbeFailure(
    'protocol',
    broken
      ? `the connection was broken off ${stage === 'answer' ? 'before the answer' : 'in the answer'}`
      : words
  )
}

function isAboutTls(code: string): boolean {
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/.test(code)
}

/** An error's own words; of several attempts, those of the last. */
function wordsOf(error: unknown): { code: string; words: string } {
  const last = error instanceof AggregateError ? (error.errors.at(-1) as unknown) : error
  if (!(last instanceof Error)) return { code: '', words: String(last) }
  const code = 'code' in last ? String(last.code) : ''
  const words = last.message.replaceAll(/\s+/g, ' ').trim()
  return { code, words: words === '' ? code : words }
}
