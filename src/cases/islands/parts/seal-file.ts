import {
  cleanFileName,
  type FileFault,
  judgeFile,
  mediaTypes
} from '../../../kernel/files/index.ts'
import {
  type CaseDocumentFacts,
  type JudgedDocument,
  sealCaseDocument
} from '../../../kernel/seal/index.ts'
import { sha256, toHex } from '../../../kernel/tlog/index.ts'
import { hashOfKey, provenKey, type SealingData, SealingError } from './sealing.ts'

/** A document that was judged and sealed in this browser. */
export interface SealedDocument {
  readonly facts: CaseDocumentFacts
  readonly file: File
  /** How its key is named to the server. */
  readonly recipientKey: string
}

const words = {
  empty: 'broken',
  broken: 'broken',
  'too-large': 'tooLarge',
  'type-refused': 'lies',
  'lies-about-type': 'lies',
  grows: 'grows'
} as const satisfies Record<FileFault, keyof SealingData['texts']>

/**
 * Judges a chosen file by its bytes, and seals it to the proven key of the unit.
 * @throws {SealingError} With what is wrong, in the words of the page.
 */
export async function sealFile(
  data: SealingData,
  chosen: JudgedDocument & { readonly file: File }
): Promise<SealedDocument> {
  const { file, code, formats, sizeBytesMax } = chosen
  const content = new Uint8Array(await file.arrayBuffer())
  const name = cleanFileName(file.name)
  const judged = await judgeFile(content, { name, formats, sizeBytesMax })
  if (!judged.ok) throw new SealingError(data.texts[words[judged.fault]])
  const recipient = await provenKey(data)
  const told = { code, name, type: mediaTypes[judged.format] }
  const head = { ...told, of: data.of, service: data.service }
  const sealed = await sealCaseDocument({ head, content }, recipient)
  if (!sealed.ok) throw new SealingError(data.texts.notSent.replace('%', sealed.reason))
  return {
    facts: { ...told, bytes: content.length, sha256: toHex(sha256(content)) },
    file: new File([sealed.value.slice()], `${code}.age`, { type: 'application/age' }),
    recipientKey: hashOfKey(recipient)
  }
}
