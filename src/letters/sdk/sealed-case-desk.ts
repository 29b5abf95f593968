import { type FormDefinition, type FormValues, schemaHash } from '../../kernel/forms/index.ts'
import type { JudgedDocument } from '../../kernel/seal/index.ts'
import { type Desk, askDesk } from './desk.ts'
import type { ReceivingUnit } from './sealed-case.ts'

/** What a card says of the applications of its service. */
export interface ReadCard {
  /** `18051002@1`. */
  readonly version: string
  readonly form: FormDefinition
  readonly schema: string
  readonly documents: readonly JudgedDocument[]
  /** That of the first step. */
  readonly receiver: ReceivingUnit
}

/** A case as the desk tells of it; what is sealed in it is ciphertext. */
export interface ToldCase {
  readonly id: string
  readonly version: number
  readonly service: string
  readonly cardVersion: string
  readonly filedAt: string
  readonly answers: FormValues
  readonly history: {
    readonly returns: readonly ToldReturn[]
    readonly judgements: readonly { readonly id: string }[]
  }
  readonly documents: readonly ToldDocument[]
}

interface ToldReturn {
  readonly changedFields: readonly string[]
  readonly defects: readonly { readonly item: string }[]
  /** `null` while it is not answered. */
  readonly resubmittedAt: string | null
}

interface ToldDocument {
  readonly id: string
  readonly type: string
  readonly current: boolean
  readonly registeredAt: string
}

/** The card of a service: that in force, or the version that a case names. */
export async function readCard(desk: Desk, service: string, version?: string): Promise<ReadCard> {
  const number = version?.split('@')[1]
  const query = number === undefined ? '' : `?version=${number}`
  const answer = await askDesk(desk, `/services/${encodeURIComponent(service)}${query}`)
  const told = (await answer.json()) as {
    readonly version: number
    readonly card: {
      readonly authority: string
      readonly form: FormDefinition
      readonly documents: readonly JudgedDocument[]
      readonly steps: readonly { readonly unit: string }[]
    }
  }
  const { authority, form, documents, steps } = told.card
  return {
    version: `${service}@${String(told.version)}`,
    form,
    schema: schemaHash(form),
    documents,
    receiver: { authority, unit: steps[0]?.unit ?? '' }
  }
}

/** One case. @throws {DeskRefusedError} */
export async function readCase(desk: Desk, id: string): Promise<ToldCase> {
  return (await (await askDesk(desk, `/cases/${encodeURIComponent(id)}`)).json()) as ToldCase
}

/** The sealed bytes of a document: its address leads on to a link that holds for some minutes. */
export async function readSealed(
  desk: Desk,
  of: { readonly case: string; readonly document: string }
): Promise<Uint8Array> {
  const link = await askDesk(desk, `/cases/${of.case}/documents/${of.document}`, {
    redirect: 'manual'
  })
  const path = link.headers.get('location')?.replace(/^\/api\/v1/, '') ?? ''
  return new Uint8Array(await (await askDesk(desk, path)).arrayBuffer())
}

/** Sends a body of JSON, and reads the answer. */
export async function postJson<T>(desk: Desk, path: string, body: object): Promise<T> {
  const answer = await askDesk(desk, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
  return (await answer.json()) as T
}

/** Sends a sealed file whole (tus 1.0.0, creation with upload). @returns The id of the upload. */
export async function sendUpload(
  desk: Desk,
  file: Uint8Array,
  told: Readonly<Record<string, string>>
): Promise<string> {
  const metadata = Object.entries(told).map(
    ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`
  )
  const answer = await askDesk(desk, '/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(file.length),
      'upload-metadata': metadata.join(','),
      'content-type': 'application/offset+octet-stream'
    },
    body: file.slice()
  })
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}
