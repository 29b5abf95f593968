import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'

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

/** All of standard input. */
export function readStandardInput(): Promise<string> {
  return text(process.stdin)
}

/** A file that the user named, or `null` with a line on standard error if it cannot be read. */
export async function readNamedFile(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${file}: ${reason}\n` })
    return null
  }
}
