/** An operation of the document, as far as it is completed here. */
interface Operation {
  description?: string
  requestBody?: object
  parameters?: object[]
  security?: readonly object[]
  /** Statuses with which this operation refuses, besides those that its shape tells of. */
  'x-refusals'?: readonly string[]
  responses: Record<string, object>
}

const text = (description: string) => ({ type: 'string' as const, description })

const problemSchema = {
  type: 'object' as const,
  description: 'What went wrong (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'trace'],
  properties: {
    type: text('Always `about:blank`: the `code` tells problems apart.'),
    title: text('For people, in the language that was asked for.'),
    status: { type: 'integer' as const, description: 'The HTTP status.' },
    code: text('Stable, for programs: `case/already-decided`, `input/invalid`.'),
    trace: text('Names this very answer; quote it when you ask.'),
    errors: {
      type: 'array' as const,
      description: 'Where the input is wrong, and what would be right.',
      items: {
        type: 'object' as const,
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: text('JSON pointer (RFC 6901) into the input.'),
          code: text('Stable, for programs.'),
          detail: text('What would be right, for people.')
        }
      }
    }
  }
}

const retryAfter = {
  'retry-after': {
    description: 'Seconds after which to come back.',
    schema: { type: 'integer' as const, minimum: 0 }
  }
}

const answers = {
  '400': ['Malformed', 'The request could not be read.'],
  '401': ['NotSignedIn', 'No key and no session, or one that is not (any more) known.'],
  '403': ['NotAllowed', 'The caller may not do this.'],
  '404': ['NotFound', 'There is no such thing, or the caller may not know of it.'],
  '409': ['Conflict', 'The state of things does not allow it, or it is under way already.'],
  '412': ['OtherVersion', 'The request is of another version of the protocol, or of none.'],
  '413': ['TooLarge', 'More was sent than is taken.'],
  '415': ['MediaType', 'This type of content is not taken.'],
  '422': [
    'Invalid',
    'Some of the input is not right, or an `Idempotency-Key` came back with another body.'
  ],
  '429': ['TooMany', 'Too many requests of this caller.'],
  '500': ['Broken', 'A fault of this program; it was recorded under the trace.'],
  '503': ['Overloaded', 'More to do than can be done.']
} as const

type Status = keyof typeof answers

/** The parts of the document that every operation refers to. */
export const answerComponents = {
  schemas: { Problem: problemSchema },
  responses: Object.fromEntries(
    Object.entries(answers).map(([status, [name, description]]) => [
      name,
      {
        description,
        ...(status === '429' || status === '503' ? { headers: retryAfter } : {}),
        content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } }
      }
    ])
  ),
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        'New for each new request, the same for each repetition: what was answered once is answered again, with `idempotent-replayed: true`, and not done again.',
      schema: { type: 'string' as const, minLength: 1, maxLength: 255 }
    }
  }
}

function ref(kind: string, name: string) {
  return { $ref: `#/components/${kind}/${name}` }
}

const good: Readonly<Record<string, string>> = {
  '200': 'Done.',
  '201': 'Done, and something new is there.',
  '202': 'Taken; it will be done.',
  '204': 'Done; there is nothing to say.'
}

/** Adds to an operation what holds for all: who may call it, how to repeat it, and its refusals. */
export function completeOperation(
  operation: Operation,
  { method, path }: { method: string; path: string }
): void {
  const isWrite = method !== 'get' && method !== 'head'
  const isOpen = (operation.security?.length ?? 0) === 0
  operation.description ??= isOpen
    ? 'Open to everyone.'
    : `For a key or a session${isWrite ? '; with a session, send its CSRF token too' : ''}.`
  if (method === 'post') {
    const own = operation.parameters ?? []
    operation.parameters = [...own, ref('parameters', 'IdempotencyKey')]
  }
  describeAnswers(operation.responses)
  for (const status of refusalsOf(operation, { isWrite, isOpen, path })) {
    operation.responses[status] ??= ref('responses', answers[status][0])
  }
  delete operation['x-refusals']
}

function describeAnswers(responses: Operation['responses']): void {
  for (const [status, answer] of Object.entries(responses)) {
    const known = good[status]
    const isBare = 'description' in answer && answer.description === 'Default Response'
    if (known !== undefined && isBare) answer.description = known
  }
}

function refusalsOf(
  operation: Operation,
  { isWrite, isOpen, path }: { isWrite: boolean; isOpen: boolean; path: string }
): Status[] {
  const hasInput = operation.requestBody !== undefined || (operation.parameters?.length ?? 0) > 0
  const when: readonly [boolean, ...Status[]][] = [
    // A key that is not known is refused on open operations too.
    [true, '400', '401', '429', '500', '503'],
    [!isOpen, '403'],
    [path.includes('{'), '404'],
    [isWrite, '409'],
    [operation.requestBody !== undefined, '413', '415'],
    [hasInput, '422']
  ]
  const own = operation['x-refusals'] ?? []
  const known = Object.keys(answers) as Status[]
  return [
    ...when.flatMap(([holds, ...statuses]) => (holds ? statuses : [])),
    ...known.filter((status) => own.includes(status))
  ]
}
