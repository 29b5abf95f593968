import { createReadStream } from 'node:fs'
import { buffer, text } from 'node:stream/consumers'
import type { Bilingual, Lang, Refusal } from '../platform/index.ts'
import { inputMessages } from './messages-input.ts'

/** What a command answers: 0 done, 1 the answer is no, 2 the input is wrong. */
export interface CommandResult {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

/** Writes a result to the terminal and sets the exit code of the process. */
export function report(result: CommandResult): void {
  if (result.stdout !== '') process.stdout.write(result.stdout)
  if (result.stderr !== '') process.stderr.write(result.stderr)
  process.exitCode = result.exitCode
}

/** What was refused, for a program: the code, and each field with what would be right. */
export function refusalJson(refusal: Refusal): string {
  const { code, fields } = refusal
  return `${JSON.stringify({ ok: false, code, text: refusal.text, problems: fields })}\n`
}

/** All of standard input. */
export function readStandardInput(): Promise<string> {
  return text(process.stdin)
}

/**
 * A file that the user named, or `null` with a line on standard error and exit 2 if it cannot be read.
 * @param lang - The language that the user chose; in both languages where there was no choice.
 * @param bytesMax - What is longer is cut there: one byte more than is allowed shows that it is too long.
 */
export async function readNamedFile(
  file: string,
  lang?: Lang,
  bytesMax = Number.MAX_SAFE_INTEGER
): Promise<Buffer | null> {
  try {
    return await buffer(createReadStream(file, { end: bytesMax - 1 }))
  } catch (error) {
    const { en, fa } = readFault(error)
    const reason = lang === undefined ? `${en} · ${fa}` : { en, fa }[lang]
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${file}: ${reason}\n` })
    return null
  }
}

/** Why a file was not read, without what the operating system calls it. */
function readFault(error: unknown): Bilingual {
  const { missing, folder, forbidden, nameTooLong, unreadable } = inputMessages.entries
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, Bilingual>> = {
    ENOENT: missing,
    ENOTDIR: missing,
    EISDIR: folder,
    EACCES: forbidden,
    EPERM: forbidden,
    ENAMETOOLONG: nameTooLong
  }
  return known[code] ?? { en: unreadable.en(code), fa: unreadable.fa(code) }
}
