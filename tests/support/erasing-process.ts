// A process that carries on erasures and dies at its nth statement, as by kill -9:
// node erasing-process.ts <database> <data folder> <instant> <statements before death; 0: never>
import pg from 'pg'

const [url = '', dataFolder = '', instant = '', deadly = '0'] = process.argv.slice(2)
const deadlyAt = Number(deadly)
let statements = 0
// A statement that was sent and not awaited: the kill comes between the deed and its answer.
const send = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown
pg.Client.prototype.query = function count(this: pg.Client, ...given: unknown[]) {
  statements += 1
  const sent = send.apply(this, given)
  if (statements === deadlyAt) setImmediate(() => process.kill(process.pid, 'SIGKILL'))
  return sent
} as never

const { readConfig } = await import('../../src/config.ts')
const { personalData } = await import('../../src/people/index.ts')
const { personalDataHolders } = await import('../../src/personal-data.ts')
const { manualClock, openDatabase, silentLog } = await import('../../src/platform/index.ts')

const opened = openDatabase(url, 4)
const context = {
  db: opened.db,
  clock: manualClock(instant),
  config: readConfig({ PEYMAN_DATA: dataFolder }),
  log: silentLog,
  nudge: () => {}
}
const [erasing] = personalData.personalDataJobs(personalDataHolders).schedule ?? []
await erasing?.run(context)
await opened.close()
process.stdout.write(String(statements))
