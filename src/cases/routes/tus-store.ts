import { DataStore, type Server as TusServer, Upload as TusUpload } from '@tus/server'
import type { Readable } from 'node:stream'
import type { Actor } from '../../people/index.ts'
import type { Context, Lang } from '../../platform/index.ts'
import { appendUpload } from '../append-upload.ts'
import { newOwnedId } from '../case-id.ts'
import { declareUploadSize } from '../declare-upload-size.ts'
import { finishUpload } from '../finish-upload.ts'
import { readUpload } from '../read-upload.ts'
import { removeUpload } from '../remove-upload.ts'
import { senderOf } from '../sender.ts'
import { startUpload } from '../start-upload.ts'
import { ProblemTusServer } from './tus-problems.ts'

/** Where the protocol is spoken. */
export const uploadsPath = '/api/v1/uploads'

/** A server of the protocol for one actor. */
export function tusServerOf(
  context: Context,
  actor: Actor,
  { lang, trace }: { readonly lang: Lang; readonly trace: string }
): TusServer {
  const options = {
    path: uploadsPath,
    relativeLocation: true,
    allowedOrigins: [context.config.origin],
    datastore: new ActorUploads(context, actor),
    namingFunction: () => newOwnedId(senderOf(actor), context.clock.now())
  }
  return new ProblemTusServer(options, { context, lang, trace })
}

/** Uploads of one actor as a tus server stores them: in the database, by the desk's own use cases. */
class ActorUploads extends DataStore {
  readonly #context: Context
  readonly #actor: Actor

  constructor(context: Context, actor: Actor) {
    super()
    this.#context = context
    this.#actor = actor
    this.extensions = ['creation', 'creation-with-upload', 'creation-defer-length', 'termination']
  }

  override async create(file: TusUpload): Promise<TusUpload> {
    const said = file.metadata ?? {}
    await startUpload(this.#context, this.#actor, {
      id: file.id,
      service: said.service ?? undefined,
      document: said.document ?? '',
      name: said.name ?? said.filename ?? '',
      sizeBytes: file.size ?? null,
      draft: said.draft ?? undefined,
      case: said.case ?? undefined,
      recipientKey: said.recipientKey ?? undefined
    })
    return file
  }

  override async write(stream: Readable, upload: string, offsetBytes: number): Promise<number> {
    const { receivedBytes, sizeBytes } = await appendUpload(this.#context, this.#actor, {
      upload,
      offsetBytes,
      stream
    })
    if (receivedBytes === sizeBytes) await finishUpload(this.#context, this.#actor, upload)
    return receivedBytes
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const upload = await readUpload(this.#context, this.#actor, id)
    const { service, document, name } = upload
    return new TusUpload({
      id,
      offset: upload.receivedBytes,
      metadata: { service, document, name },
      creation_date: upload.startedAt.toString(),
      ...(upload.sizeBytes === null ? {} : { size: upload.sizeBytes })
    })
  }

  override async declareUploadLength(upload: string, sizeBytes: number): Promise<void> {
    await declareUploadSize(this.#context, this.#actor, { upload, sizeBytes })
  }

  override async remove(id: string): Promise<void> {
    await removeUpload(this.#context, this.#actor, id)
  }
}
