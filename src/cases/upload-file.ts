import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { appendUpload } from './append-upload.ts'
import { finishUpload } from './finish-upload.ts'
import { removeUpload } from './remove-upload.ts'
import { type StartUploadInput, startUpload } from './start-upload.ts'
import type { Upload } from './upload.ts'

/**
 * Takes a whole file from one stream, as a plain form sends it. A stream that breaks leaves nothing,
 * because its sender could not go on with it.
 * @throws {UploadRefusedError} As starting, appending and finishing do.
 */
export async function uploadFile(
  context: Context,
  actor: Actor,
  input: StartUploadInput & { readonly stream: AsyncIterable<Uint8Array> }
): Promise<Upload> {
  const { id } = await startUpload(context, actor, input)
  try {
    await appendUpload(context, actor, { upload: id, offsetBytes: 0, stream: input.stream })
  } catch (error) {
    await removeUpload(context, actor, id).catch(() => {})
    throw error
  }
  return finishUpload(context, actor, id)
}
