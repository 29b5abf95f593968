import {
  type Checkpoint,
  type SigningKey,
  formatSignatureLine,
  judgeAddCheckpoint,
  parseAddCheckpoint,
  sameBytes,
  signHead
} from '../../kernel/tlog/index.ts'
import type { Clock } from '../../platform/index.ts'
import { serverPrimitives } from '../server-primitives.ts'
import type { KnownLogs } from './known-logs.ts'
import type { WitnessState } from './witness-state.ts'

/** What an HTTP answer of a witness holds. */
export interface WitnessReply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size'
  readonly body: string
}

/** What a witness is made of. */
export interface WitnessParts {
  readonly keys: readonly SigningKey[]
  readonly state: WitnessState
  readonly clock: Clock
  readonly logs: () => Promise<KnownLogs>
}

const triesMax = 8
const text = 'text/plain; charset=utf-8'

const refusals = {
  400: 'the request is malformed, or its old size is above the size of the checkpoint\n',
  403: 'the checkpoint is not signed by a key that this witness trusts for its origin\n',
  404: 'this witness does not watch that log\n',
  409: 'this witness has cosigned another root of this size\n',
  422: 'the proof does not show the tree cosigned last to be a prefix of this one\n'
} as const

/**
 * Answers `add-checkpoint` (C2SP tlog-witness). The disk has the new head before a signature on it
 * exists, so whatever happens after that, no two trees of one log are ever cosigned.
 * @throws {WitnessStateError} If what was cosigned last cannot be read: then nothing is.
 */
export async function addCheckpoint(body: Uint8Array, by: WitnessParts): Promise<WitnessReply> {
  const request = parseAddCheckpoint(body)
  if (!request.ok) return { status: 400, type: text, body: `${request.reason}\n` }
  const { origin } = request.value.checkpoint
  const keys = (await by.logs()).get(origin)
  for (let tries = 0; tries < triesMax; tries++) {
    const latest = keys === undefined ? null : await by.state.latest(origin)
    const answer = judgeAddCheckpoint(
      request.value,
      () => (keys === undefined ? null : { keys, latest: latest?.head ?? null }),
      serverPrimitives
    )
    if (answer.status === 409 && answer.size !== null) {
      return { status: 409, type: 'text/x.tlog.size', body: `${String(answer.size)}\n` }
    }
    if (answer.status !== 200) {
      return { status: answer.status, type: text, body: refusals[answer.status] }
    }
    const { checkpoint } = answer
    const isKnown =
      latest !== null &&
      latest.head.size === checkpoint.size &&
      sameBytes(latest.head.root, checkpoint.root)
    if (isKnown || (await by.state.advance(checkpoint, latest))) {
      return { status: 200, type: text, body: cosignatures(checkpoint, by) }
    }
    // Somebody else went on from the same tree; the request is judged against theirs.
  }
  return { status: 409, type: text, body: 'too many requests for this log at once; ask again\n' }
}

function cosignatures(checkpoint: Checkpoint, { keys, clock }: WitnessParts): string {
  const { origin, size, root, note } = checkpoint
  const second = Math.floor(clock.now().epochMilliseconds / 1000)
  return keys
    .map((key) =>
      formatSignatureLine(signHead({ origin, size, root, text: note.text }, key, second))
    )
    .join('')
}
