// Documents of a sealed application: judged and sealed in this browser, and sent as ciphertext.
import { cleanFileName, judgeFile, mediaTypes } from '../../kernel/files/index.ts'
import { type CaseDocumentFacts, sealCaseDocument } from '../../kernel/seal/index.ts'
import { sha256, toHex } from '../../kernel/tlog/index.ts'
import { DeviceDraft } from './parts/device-draft.ts'
import { enableSealed, hashOfKey, provenKey, sealingData, SealingError } from './parts/sealing.ts'
import { formatsOf, type PreparedFile, startUploads } from './parts/upload-slots.ts'

startUploads({
  prepare,
  ready: () => {
    enableSealed(document)
  }
})

async function prepare(file: File, box: HTMLElement): Promise<PreparedFile | string> {
  const data = sealingData(box)
  const code = box.dataset.uploadName ?? ''
  const content = new Uint8Array(await file.arrayBuffer())
  const name = cleanFileName(file.name)
  const judged = judgeFile(content, { name, formats: formatsOf(box) })
  if (data === null) return ''
  if (!judged.ok) return judged.fault === 'broken' ? data.texts.broken : data.texts.lies
  try {
    const recipient = await provenKey(data)
    const facts: CaseDocumentFacts = {
      ...{ code, name, type: mediaTypes[judged.format], bytes: content.length },
      sha256: toHex(sha256(content))
    }
    const { bytes: _, sha256: __, ...told } = facts
    const head = { ...told, of: data.of, service: data.service }
    const sealed = await sealCaseDocument({ head, content }, recipient)
    if (!sealed.ok) return data.texts.notSent.replace('%', sealed.reason)
    const sealedName = `${code}.age`
    return {
      file: new File([sealed.value.slice()], sealedName, { type: 'application/age' }),
      metadata: { name: sealedName, recipientKey: hashOfKey(recipient) },
      done: (upload) => {
        new DeviceDraft(data.of).keepDocument({ ...facts, upload })
      }
    }
  } catch (error) {
    return error instanceof SealingError ? error.message : data.texts.notSent.replace('%', '')
  }
}
