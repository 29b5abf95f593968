// Holds the embedded server of a data folder until its standard input ends; says on standard output when
// it has it. A process of its own, so that a test can kill it.
import { startEmbeddedPostgres } from '../../src/platform/index.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: embedded-holder FOLDER')
const { url, started, stop } = await startEmbeddedPostgres({
  folder,
  throwAway: process.argv[3] === 'throw-away'
})
process.stdout.write(`${JSON.stringify({ url, started })}\n`)
process.stdin.resume()
process.stdin.once('end', () => {
  void stop()
})
