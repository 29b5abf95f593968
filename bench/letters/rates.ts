import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** How often something was done in a second of the processor, all threads of this process counted. */
export interface Rate {
  readonly name: string
  readonly perSecond: number
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/**
 * Rates of several ways to do one thing, the best of each over the rounds. The ways take turns, so that what
 * else runs on the machine slows each of them alike.
 */
export async function ratesOf(
  ways: readonly {
    readonly name: string
    readonly call: (i: number) => Promise<unknown> | undefined
  }[],
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number }
): Promise<Rate[]> {
  const best = new Map(ways.map(({ name }) => [name, 0]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, call } of ways) {
      // What the way before left behind is not this one's to clear away.
      collectGarbage()
      let calls = 0
      const begun = processorSeconds()
      const until = performance.now() + (seconds * 1000) / Math.max(1, rounds)
      do await call(calls++)
      while (performance.now() < until)
      const rate = calls / (processorSeconds() - begun)
      // The first round is to warm up.
      if (round > 0) best.set(name, Math.max(best.get(name) ?? 0, rate))
    }
  }
  return [...best].map(([name, perSecond]) => ({ name, perSecond }))
}

/** A rate with the digits that it deserves. */
export function shown(perSecond: number): string {
  if (!Number.isFinite(perSecond) || perSecond === 0) return '-'
  return perSecond >= 100 ? String(Math.round(perSecond)) : perSecond.toPrecision(2)
}
