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
import { handedInOf, plainReceipt } from './plain.ts'
import { inlineBytesMax, letterBody } from './schemas.ts'

const lineBytesMax = Math.ceil(inlineBytesMax / 3) * 4 + 65_536
// One transaction: so many letters cost the disk as much as one, and no more are held at a time.
const together = { lines: 50, bytes: 2_097_152 } as const

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
 * Accepts a batch group by group.
 * @yields The answers of a group, a line each.
 */
async function* answers(context: Context, request: FastifyRequest): AsyncGenerator<string> {
  const actor = actorOf(request)
  const how = { lang: langOf(request), trace: request.id, actor }
  let line = 0
  try {
    for await (const group of groupsOf(linesOf(octetsOf(request), lineBytesMax), together)) {
      const texts = await answerGroup(context, how, { group, line })
      line += group.length
      yield texts.join('')
    }
  } catch (error) {
    // What was answered is durable; of what comes behind a line that cannot be read, nothing is taken.
    yield refusedLine({ line: line + 1, letter: null }, error, how)
  }
}

interface How {
  readonly actor: Actor
  readonly lang: Lang
  readonly trace: string
}

async function answerGroup(
  context: Context,
  how: How,
  { group, line }: { readonly group: readonly Uint8Array[]; readonly line: number }
): Promise<string[]> {
  const read = group.map((bytes) => readLine(bytes))
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

function readLine(bytes: Uint8Array): ReadLine {
  const parsed = letterBody.safeParse(jsonOf(bytes))
  if (parsed.success) return handedInOf(parsed.data)
  const fields = parsed.error.issues.map(({ path }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    code: 'input/wrong',
    text: { fa: 'این مقدار درست نیست.', en: 'This value is not right.' }
  }))
  return { letter: null, problem: new InvalidInputError(fields) }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
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
