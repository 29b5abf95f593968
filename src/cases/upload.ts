/** A file on its way to a case. */
export interface Upload {
  readonly id: string
  readonly person: string
  readonly service: string
  /** Code of the card's document that it is meant for. */
  readonly document: string
  readonly name: string
  /** As declared; `null` while its sender does not know. */
  readonly sizeBytes: number | null
  /** What the card allows. */
  readonly sizeBytesMax: number
  readonly receivedBytes: number
  /** Found in the bytes; `null` until it is finished. */
  readonly mediaType: string | null
  /** Of the whole file, hexadecimal; `null` until it is finished. */
  readonly sha256: string | null
  readonly finished: boolean
  readonly draft: string | null
  readonly case: string | null
  /** SHA-256 of the key that it is sealed to, base64; `null` of a file that is not sealed. */
  readonly recipientKey: string | null
  readonly startedAt: Temporal.Instant
}
