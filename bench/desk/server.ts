// The desk's web server in a process of its own, as `peyman serve --role web` runs it, on the database
// that the bench gives it. Prints its address once it listens.
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { buildAssets } from '../../src/platform/html/build-assets.ts'
import { useAssets } from '../../src/platform/html/index.ts'
import { openDatabase, silentLog, systemClock } from '../../src/platform/index.ts'

const config = readConfig({
  ...process.env,
  PEYMAN_DEMO: '1',
  PEYMAN_REQUESTS_PER_MINUTE: '100000000'
})
const database = openDatabase(config.databaseUrl ?? '')
const context = { db: database.db, clock: systemClock, config, log: silentLog, nudge: () => {} }
const built = await buildAssets()
useAssets(built.manifest)
const app = await createApp(context, built.folder)
const address = await app.listen({ port: 0, host: 'localhost' })
process.stdout.write(`${address}\n`)
process.once('SIGTERM', () => {
  void app.close().then(() => database.close())
})
