import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '../../people/index.ts'
import type { Context, Db } from '../../platform/index.ts'
import { type HandedIn, acceptLetter, acceptLetters } from './accept-letter.ts'
import type { LetterReceipt } from './letter.ts'

// Two groups of one caller at a time: one at the disk, one that is looked up. What comes meanwhile is the next.
const underWayMax = 2
const togetherMax = 100

/** Letters of one caller that came while others of theirs were written. */
interface Gathering {
  underWay: number
  waiting: Waiting[]
}

interface Waiting {
  readonly handedIn: HandedIn
  /** Does work in the scope of the request that handed it in. */
  readonly inItsScope: <R>(work: () => R) => R
  readonly answer: PromiseWithResolvers<LetterReceipt>
}

const gatherings = new WeakMap<Db, Map<string, Gathering>>()

/**
 * Accepts a letter as {@link acceptLetter} does. What a program hands in at the same moment by the same key is
 * written together, as a batch is: the disk flushes once for all of them. Nothing waits where nothing is
 * under way. People's own letters, and those whose bytes are still coming, go by themselves.
 */
export function acceptGathered(
  context: Context,
  actor: Actor,
  handedIn: HandedIn
): Promise<LetterReceipt> {
  const isHere = handedIn.content instanceof Uint8Array
  if (actor.kind !== 'api-key' || !isHere) return acceptLetter(context, actor, handedIn)
  // The key and what it may: two requests of one are of one scope.
  const caller = JSON.stringify([actor.id, actor.grants])
  const byCaller = gatherings.get(context.db) ?? new Map<string, Gathering>()
  gatherings.set(context.db, byCaller)
  const gathering = byCaller.get(caller) ?? { underWay: 0, waiting: [] }
  byCaller.set(caller, gathering)
  const answer = Promise.withResolvers<LetterReceipt>()
  gathering.waiting.push({ handedIn, inItsScope: AsyncLocalStorage.snapshot(), answer })
  goOn(gathering, {
    accept: (group) => acceptGroup(context, actor, group),
    end: () => byCaller.delete(caller)
  })
  return answer.promise
}

interface GoingOn {
  accept(group: readonly Waiting[]): Promise<void>
  /** Nothing waits, and nothing is under way. */
  end(): void
}

function goOn(gathering: Gathering, going: GoingOn): void {
  const { waiting } = gathering
  const [first] = waiting
  if (first === undefined && gathering.underWay === 0) going.end()
  if (first === undefined || gathering.underWay >= underWayMax) return
  gathering.underWay += 1
  const group = waiting.splice(0, togetherMax)
  void first
    .inItsScope(() => going.accept(group))
    .finally(() => {
      gathering.underWay -= 1
      goOn(gathering, going)
    })
}

async function acceptGroup(
  context: Context,
  actor: Actor,
  group: readonly Waiting[]
): Promise<void> {
  try {
    const answers = await acceptLetters(
      context,
      actor,
      group.map(({ handedIn }) => handedIn)
    )
    for (const [i, { answer }] of group.entries()) {
      const given = answers[i]
      if (given?.receipt == null) answer.reject(given?.refusal)
      else answer.resolve(given.receipt)
    }
  } catch (error) {
    for (const { answer } of group) answer.reject(error)
  }
}
