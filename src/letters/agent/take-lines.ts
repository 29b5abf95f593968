import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type AgentFolder, isReference } from './agent-folder.ts'
import { LetterFileError } from './letter-file.ts'

const lineSchema = z.looseObject({ reference: z.string().optional() })

/**
 * Puts letters that come as lines of JSON into the agent's folder, as files would lie there. A line has a
 * `reference`, by which it is the same letter when it comes again; without one, its content is that.
 * @returns How many were taken.
 * @throws {LetterFileError} If a line is no JSON object, with its number.
 */
export async function takeLines(
  folder: AgentFolder,
  lines: AsyncIterable<string>
): Promise<number> {
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const { reference, letter } = readLine(line, number)
    await folder.write('in', reference, letter)
  }
  return number
}

function readLine(line: string, number: number): { reference: string; letter: object } {
  try {
    const { reference: given, ...letter } = lineSchema.parse(JSON.parse(line))
    const reference = given ?? createHash('sha256').update(line).digest('hex')
    if (!isReference(reference)) throw new Error('its reference is none')
    return { reference, letter }
  } catch (cause) {
    throw new LetterFileError(`line ${String(number)} is no letter`, { cause })
  }
}
