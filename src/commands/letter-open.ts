import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type OpenedLetter,
  type SenderVerdict,
  judgeSender,
  openAgeFile,
  openLetter
} from '../kernel/seal/index.ts'
import { nativePrimitives } from '../letters/native/index.ts'
import { type Lang, freeName } from '../platform/index.ts'
import { languageOf } from './agreement-language.ts'
import { readIdentity, readSenderKeys, writeNewFile } from './letter-files.ts'
import { letterFaults, letterMessages } from './messages-letter.ts'
import { readNamedFile, report } from './output.ts'

/** What `peyman letter open` and `verify` were told. */
export interface LetterOpenOptions {
  readonly identity: string
  readonly keys?: string | undefined
  readonly out?: string | undefined
  readonly raw?: boolean | undefined
  readonly lang: string
  readonly json: boolean
}

/** One more than any sealed letter has, so that one without end is not read to it. */
const fileBytesMax = 80_000_000

/** What is said of the sender; `unchecked` where no keys were given. */
type Judged = SenderVerdict | { readonly verdict: 'unchecked' }

/**
 * `peyman letter open --identity FILE FILE.age`: the text on standard output, who wrote it on standard
 * error, attachments into `--out`. With `--keys`, a letter that is forged or was signed to somebody else
 * is not shown at all. Exit 0: opened; 1: not for this key, or not shown; 2: unreadable.
 */
export async function letterOpen(file: string, options: LetterOpenOptions): Promise<void> {
  const lang = languageOf(options.lang)
  if (lang === null) return
  if (options.raw === true) return writeRaw(file, options, lang)
  const opened = await readLetter(file, options, lang)
  if (opened === null) return
  const { letter, judged } = opened
  if (judged.verdict === 'forged' || judged.verdict === 'other-recipient') {
    tell(1, { judged, letter: null }, { options, lang })
    return
  }
  if (options.out !== undefined) await writeFiles(options.out, letter)
  tell(0, { judged, letter }, { options, lang })
}

/** `peyman letter verify`: who wrote it, and nothing of what it says. Exit 0 only for a verified sender. */
export async function letterVerify(file: string, options: LetterOpenOptions): Promise<void> {
  const lang = languageOf(options.lang)
  if (lang === null) return
  const opened = await readLetter(file, options, lang)
  if (opened === null) return
  const { judged } = opened
  tell(judged.verdict === 'verified' ? 0 : 1, { judged, letter: null }, { options, lang })
}

async function readLetter(
  file: string,
  options: LetterOpenOptions,
  lang: Lang
): Promise<{ letter: OpenedLetter; judged: Judged } | null> {
  const identity = await readIdentity(options.identity)
  const keys = options.keys === undefined ? null : await readSenderKeys(options.keys)
  const bytes = await readNamedFile(file, lang, fileBytesMax)
  if (bytes === null) return null
  const opened = await openLetter(bytes, identity, nativePrimitives)
  if (!opened.ok) {
    refuse(opened.reason, options, lang)
    return null
  }
  const judged =
    keys === null
      ? { verdict: 'unchecked' as const }
      : judgeSender(opened.value, keys, nativePrimitives)
  return { letter: opened.value, judged }
}

async function writeRaw(file: string, options: LetterOpenOptions, lang: Lang): Promise<void> {
  const identity = await readIdentity(options.identity)
  const bytes = await readNamedFile(file, lang, fileBytesMax)
  if (bytes === null) return
  const plain = await openAgeFile(bytes, identity, nativePrimitives)
  if (!plain.ok) {
    refuse(plain.reason, options, lang)
    return
  }
  process.stdout.write(plain.value)
}

function refuse(reason: keyof typeof letterFaults.entries, options: LetterOpenOptions, lang: Lang) {
  report({
    exitCode: reason === 'age-other-recipient' ? 1 : 2,
    stdout: options.json ? `${JSON.stringify({ ok: false, reason })}\n` : '',
    stderr: `peyman: ${letterFaults.in(lang)[reason]}\n`
  })
}

function tell(
  exitCode: 0 | 1,
  { judged, letter }: { judged: Judged; letter: OpenedLetter | null },
  { options, lang }: { options: LetterOpenOptions; lang: Lang }
): void {
  const said = judged.verdict === 'verified' ? judged.name : null
  const sender = { verdict: judged.verdict, name: said }
  const shown = letter && { header: letter.header, body: letter.body }
  report({
    exitCode,
    stdout: options.json
      ? `${JSON.stringify({ ok: exitCode === 0, sender, ...shown })}\n`
      : (letter?.body ?? ''),
    stderr: [...headLines(letter, lang), `peyman: ${senderText(judged, lang)}`, ''].join('\n')
  })
}

function senderText(judged: Judged, lang: Lang): string {
  const t = letterMessages.in(lang)
  return judged.verdict === 'verified' ? t.verified(judged.name) : t[judged.verdict]
}

function headLines(letter: OpenedLetter | null, lang: Lang): string[] {
  if (letter === null) return []
  const t = letterMessages.in(lang)
  const { header } = letter
  return [
    `${t.letter}: ${header.letter}`,
    `${t.subject}: ${header.subject}`,
    `${t.sentAt}: ${header.sentAt}`,
    ...header.attachments.map(
      ({ name, bytes }) => `${t.attachment}: ${name} (${t.bytes(String(bytes))})`
    )
  ]
}

/** A name that came by a letter is never a path, and nothing that is there is written over. */
async function writeFiles(folder: string, letter: OpenedLetter): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeNewFile(join(folder, 'letter.md'), letter.body, 0o600)
  const taken = new Set(['letter.md'])
  for (const { name, content } of letter.attachments) {
    await writeNewFile(join(folder, freeName(name, taken)), content, 0o600)
  }
}
