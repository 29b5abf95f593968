import { hash } from 'node:crypto'
import { newId } from '../../platform/ids.ts'
import { newReceiptCode } from './receipt-code.ts'
import { receiptText } from './receipt-text.ts'
import type { FailureReceipt, ReportChannel, ReportInput } from './report.ts'

/** A report with its receipt, ready to be written down; nothing about it is made later. */
export interface Filing {
  readonly id: string
  /** What it was sent with: a solved challenge, a form or a caller's key files one report. */
  readonly key: string
  /** SHA-256 of what was sent: the same again is the same report. */
  readonly contentSha256: string
  readonly channel: ReportChannel
  /** Who brought it, as facts name them: a key, or the channel itself; never a person. */
  readonly actor: string
  readonly filedAt: Temporal.Instant
  readonly input: ReportInput
  readonly receipt: FailureReceipt
}

/** How a report comes. */
export interface Coming {
  readonly key: string
  readonly channel: ReportChannel
  readonly at: Temporal.Instant
  /** Id of the API key by which it came, where there was one. */
  readonly apiKey?: string
}

/** Gives a report its id, its code and its receipt. */
export function draftFiling(input: ReportInput, coming: Coming): Filing {
  const { key, channel, at } = coming
  const id = newId(at)
  const code = newReceiptCode()
  const content = receiptText({ report: id, code, channel, filedAt: at, input })
  const receipt = { report: id, code, issuedAt: at, content, sha256: hash('sha256', content) }
  const actor = coming.apiKey ?? `system:${channel}`
  return {
    id,
    key,
    contentSha256: contentSha256(input),
    channel,
    actor,
    filedAt: at,
    input,
    receipt
  }
}

function contentSha256(input: ReportInput): string {
  const { kind, choice, words, place, contact, noticedAt, point, mediaUrl, photo } = input
  const parts = [kind, choice.authority, choice.component, words, place, contact, noticedAt]
  return hash('sha256', JSON.stringify([...parts, point, mediaUrl, photo?.sentSha256 ?? null]))
}
