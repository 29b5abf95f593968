import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type Attachment, letterLimits, sealLetter } from '../kernel/seal/index.ts'
import { toHex } from '../kernel/tlog/index.ts'
import { keyFiles } from '../ledger/index.ts'
import { nativePrimitives } from '../letters/native/index.ts'
import { newId, systemClock } from '../platform/index.ts'
import { letterKeyTypes, LetterFileError, writeNewFile } from './letter-files.ts'
import { letterFaults } from './messages-letter.ts'
import { report } from './output.ts'

/** What `peyman letter seal` was told. */
export interface LetterSealOptions {
  readonly recipient: string
  readonly body: string
  readonly subject: string
  readonly attach: readonly string[]
  readonly signKey?: string | undefined
  readonly authority?: string | undefined
  readonly unit?: string | undefined
  readonly letter?: string | undefined
  readonly out: string
  readonly json: boolean
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.json': 'application/json'
}

/** `peyman letter seal`: a signed letter to one mailbox, as an age file. Exit 2 where something is wrong. */
export async function letterSeal(options: LetterSealOptions): Promise<void> {
  const { authority, unit = null } = options
  const signers =
    options.signKey === undefined
      ? []
      : await keyFiles.readSigningKeys(options.signKey, {
          types: letterKeyTypes,
          madeBy: 'peyman letter key'
        })
  const now = systemClock.now()
  // As desks write ids: readers compare them to the letter.
  const letter = options.letter?.toLowerCase() ?? newId(now)
  const draft = {
    letter,
    sender: authority === undefined ? null : { authority, unit },
    subject: options.subject,
    sentAt: now.round('second').toString(),
    case: null,
    body: (await contentOf(options.body)).toString('utf8'),
    attachments: await Promise.all(options.attach.map(attachmentOf))
  }
  const sealed = await sealLetter(
    draft,
    { recipient: options.recipient, signers },
    nativePrimitives
  )
  if (!sealed.ok) {
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${letterFaults.in('en')[sealed.reason]}\n` })
    return
  }
  const { file, contentHash, token } = sealed.value
  await writeNewFile(options.out, file)
  const told = {
    letter,
    file: options.out,
    bytes: file.length,
    contentHash: toHex(contentHash),
    openingToken: toHex(token),
    signedBy: [...new Set(signers.map(({ key }) => key.name))]
  }
  const stdout = options.json ? `${JSON.stringify(told)}\n` : `${letter}\n`
  const unsigned = signers.length === 0 ? ', signed by nobody' : ''
  const stderr = `peyman: sealed into ${options.out}, ${String(file.length)} bytes${unsigned}\n`
  report({ exitCode: 0, stdout, stderr })
}

async function attachmentOf(path: string): Promise<Attachment> {
  const type = mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
  return { name: basename(path).normalize('NFC'), type, content: await contentOf(path) }
}

async function contentOf(path: string): Promise<Buffer> {
  const content = await readFile(path).catch((cause: unknown) => {
    throw new LetterFileError(`${path} cannot be read`, { cause })
  })
  if (content.length <= letterLimits.letterBytes) return content
  throw new LetterFileError(`${path}: ${letterFaults.in('en')['letter-too-large']}`)
}
