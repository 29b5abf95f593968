import { Readable } from 'node:stream'
import { type Actor, actorOf } from '../../../people/index.ts'
import {
  type FastifyRequest,
  type Server,
  api,
  langOf,
  problemBody,
  problemOf
} from '../../../platform/http/index.ts'
import {
  type Context,
  type Lang,
  InvalidInputError,
  type Refusal,
  inScopeOfNow
} from '../../../platform/index.ts'
import { type HandedIn, acceptLetters } from '../accept-letter.ts'
import { octetsOf, takeOctets } from './octets.ts'
import { groupsOf, linesOf } from './lines.ts'
import { base64Slab, handedInOf, plainReceipt } from './plain.ts'
import { inlineBytesMax, letterBody } from './schemas.ts'

const lineBytesMax = Math.ceil(inlineBytesMax / 3) * 4 + 65_536
// One transaction: so many letters cost the disk as much as one, and no more are held at a time.
const together = { lines: 100, bytes: 2_097_152 } as const

/** Many letters in one request. */
export async function batchRoutes(app: Server, context: Context): Promise<void> {
  await takeOctets(app, 'application/x-ndjson', (inner) => {
    api(inner, {
      method: 'post',
      path: '/letter-batches',
      summary: 'Hand in many sealed letters, each answered by itself',
      description:
        'The body is NDJSON (`application/x-ndjson`): on each line what `POST /letters` takes. So is the answer: a line for each, in the same order, `{ line, letter, status, … }` with the receipt, or with the problem. A line is answered once it is durable. Repeat a batch whose answer was lost: what was accepted is answered with the same receipt.',
      ...{ tag: 'letters', auth: 'session-or-key', scope: 'letters:send', response: 'file' },
      handler: async ({ request, reply }) =>
        reply
          .header('cache-control', 'private, no-store')
          .type('application/x-ndjson; charset=utf-8')
          .send(Readable.from(inScopeOfNow(answers(context, request))))
    })
  })
}

/**
 * Accepts a batch group by group; the next group is read while the one before is written.
 * @yields The answers of a group, a line each.
 */
async function* answers(context: Context, request: FastifyRequest): AsyncGenerator<string> {
  const actor = actorOf(request)
  const how = { lang: langOf(request), trace: request.id, actor }
  let line = 0
  let underWay: Promise<Answered> = Promise.resolve({ text: '', isFault: false })
  try {
    for await (const group of groupsOf(linesOf(octetsOf(request), lineBytesMax), together)) {
      const next = answerGroup(context, how, { read: readLines(group), line })
      const before = await underWay
      underWay = next
      line += group.length
      yield before.text
      // A fault of ours: what is behind it is not read; its sender hands it in again.
      if (before.isFault) break
    }
    yield (await underWay).text
  } catch (error) {
    yield (await underWay).text
    // Of what comes behind a line that cannot be read, nothing is taken.
    yield refusedLine({ line: line + 1, letter: null }, error, how)
  }
}

/** The answers of a group; what they say is durable. */
interface Answered {
  readonly text: string
  /** Nothing of it was accepted, for no fault of the letters. */
  readonly isFault: boolean
}

interface How {
  readonly actor: Actor
  readonly lang: Lang
  readonly trace: string
}

interface ReadGroup {
  readonly read: readonly ReadLine[]
  /** How many lines stand before it. */
  readonly line: number
}

async function answerGroup(context: Context, how: How, group: ReadGroup): Promise<Answered> {
  try {
    return { text: (await acceptGroup(context, how, group)).join(''), isFault: false }
  } catch (error) {
    context.log.error({ error, trace: how.trace }, 'a part of a batch could not be accepted')
    const texts = group.read.map(({ letter }, i) =>
      refusedLine({ line: group.line + i + 1, letter: letter?.id ?? null }, error, how)
    )
    return { text: texts.join(''), isFault: true }
  }
}

async function acceptGroup(
  context: Context,
  how: How,
  { read, line }: ReadGroup
): Promise<string[]> {
  const right = read.flatMap((item) => ('problem' in item ? [] : [item]))
  const accepted = await acceptLetters(context, how.actor, right)
  const answerOf = new Map(right.map((item, i) => [item, accepted[i]] as const))
  return read.map((item, i) => {
    const at = { line: line + i + 1, letter: item.letter?.id ?? null }
    if ('problem' in item) return refusedLine(at, item.problem, how)
    const answer = answerOf.get(item)
    return answer?.receipt == null
      ? refusedLine(at, answer?.refusal, how)
      : textLine({ ...at, status: 201, ...plainReceipt(answer.receipt) })
  })
}

type ReadLine = HandedIn | { readonly letter: null; readonly problem: Refusal }

/** Lines as letters; the bytes of all of them share their memory. */
function readLines(lines: readonly Buffer[]): ReadLine[] {
  const decode = base64Slab(lines.reduce((sum, { length }) => sum + length, 0))
  return lines.map((line) => readLine(line, decode))
}

function readLine(line: Buffer, decode: (text: string) => Buffer): ReadLine {
  const parsed = letterBody.safeParse(jsonOf(line))
  if (parsed.success) return handedInOf(parsed.data, decode)
  const fields = parsed.error.issues.map(({ path }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    code: 'input/wrong',
    text: { fa: 'این مقدار درست نیست.', en: 'This value is not right.' }
  }))
  return { letter: null, problem: new InvalidInputError(fields) }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function refusedLine(
  at: { readonly line: number; readonly letter: string | null },
  error: unknown,
  { lang, trace }: How
): string {
  return textLine({ ...at, ...problemBody(problemOf(error), lang, trace) })
}

function textLine(answer: object): string {
  return `${JSON.stringify(answer)}\n`
}
