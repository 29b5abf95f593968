// One way to do one thing, in a process of its own: prints how often in a second of the processor.
import { numberOf } from '../desk/options.ts'
import { type Work, paths, rateOf, works } from './paths.ts'

const [, , path = '', work = ''] = process.argv
if (!(path in paths) || !works.includes(work as Work))
  throw new Error(`no such work: ${path}, ${work}`)
const bytes = numberOf('bytes', 0)
const time = { seconds: numberOf('seconds', 1), rounds: numberOf('rounds', 4) }
const rate = await rateOf(path as keyof typeof paths, { work: work as Work, bytes }, time)
process.stdout.write(JSON.stringify(rate))
