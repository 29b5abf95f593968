// Documents of a sealed application: judged and sealed in this browser, and sent as ciphertext.
import { DeviceDraft } from './parts/device-draft.ts'
import { sealFile } from './parts/seal-file.ts'
import { enableSealed, sealingData, SealingError } from './parts/sealing.ts'
import { formatsOf, type PreparedFile, startUploads } from './parts/upload-slots.ts'

startUploads({
  prepare,
  ready: () => {
    enableSealed(document)
  }
})

async function prepare(file: File, box: HTMLElement): Promise<PreparedFile | string> {
  const data = sealingData(box)
  if (data === null) return ''
  try {
    const code = box.dataset.uploadName ?? ''
    const sizeBytesMax = Number(box.dataset.sizeBytesMax ?? '0')
    const sealed = await sealFile(data, { file, code, formats: formatsOf(box), sizeBytesMax })
    return {
      file: sealed.file,
      metadata: { name: sealed.file.name, recipientKey: sealed.recipientKey },
      done: (upload) => {
        new DeviceDraft(data.of).keepDocument({ ...sealed.facts, upload })
      }
    }
  } catch (error) {
    return error instanceof SealingError ? error.message : data.texts.notSent.replace('%', '')
  }
}
