import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, addressOf, prepareCluster } from './embedded-cluster.ts'
import { bringUp, shutDown } from './embedded-server.ts'
import { sqlState, sqlStates } from './sql-state.ts'

/** A PostgreSQL server of our own in the data folder, reached by a unix socket only. */
export interface EmbeddedPostgres {
  /** Address of the database `peyman`. */
  readonly url: string
  /** False where the server ran already, for another process of this installation or since a crash. */
  readonly started: boolean
  /** Lets go of the server; the last process that does so ends it. */
  readonly stop: () => Promise<void>
}

interface Options {
  /** Folder of the cluster; made on first use. */
  readonly folder: string
  /** For throw-away clusters of tests: no flush to disk. Never for a real installation. */
  readonly throwAway?: boolean
  /** Told when the server was lost, or could not be brought back yet. */
  readonly onTrouble?: OnTrouble
}

type OnTrouble = (what: string, error?: unknown) => void

// By this name a process's own connection is known: it says "this process uses the server".
const presenceName = 'peyman-presence'
const retryMilliseconds = 1000

/**
 * Starts (or joins) the embedded server of `folder`. It never listens on the network and asks for a
 * password of its own; as root it runs under an unprivileged account, as PostgreSQL demands. While this
 * process uses it, a server that is killed is started again; one that outlived a killed process is
 * joined, and ended by the last process that stops.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(options)
  const started = await bringUp(cluster)
  await createDatabase(addressOf(cluster, 'postgres'))
  const presence = new Presence(cluster, options.onTrouble ?? (() => {}))
  await presence.hold()
  return {
    url: addressOf(cluster, 'peyman'),
    started,
    stop: async () => {
      await presence.end()
      if (!(await isInUse(cluster))) await shutDown(cluster)
    }
  }
}

/** A connection that is held as long as this process uses the server; when it breaks, the server is brought back. */
class Presence {
  readonly #cluster: Cluster
  readonly #onTrouble: OnTrouble
  #held: pg.Client | null = null
  #comingBack: Promise<void> | null = null
  #ended = false

  constructor(cluster: Cluster, onTrouble: OnTrouble) {
    this.#cluster = cluster
    this.#onTrouble = onTrouble
  }

  async hold(): Promise<void> {
    const client = new pg.Client({
      connectionString: addressOf(this.#cluster, 'postgres'),
      application_name: presenceName
    })
    // What breaks also ends, and the end is listened to.
    client.on('error', () => {})
    await client.connect()
    this.#held = client
    client.once('end', () => {
      if (!this.#ended) this.#comingBack = this.#comeBack()
    })
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.#comingBack
    await this.#held?.end()
  }

  async #comeBack(): Promise<void> {
    this.#onTrouble('the embedded PostgreSQL is gone; it is brought back')
    while (!this.#ended) {
      try {
        await bringUp(this.#cluster)
        await this.hold()
        return
      } catch (error) {
        this.#onTrouble('the embedded PostgreSQL does not come back yet', error)
        await pause(retryMilliseconds)
      }
    }
  }
}

async function isInUse(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({ connectionString: addressOf(cluster, 'postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_stat_activity where application_name = $1', [
      presenceName
    ])
    await client.end()
    return found.rowCount !== 0
  } catch {
    // The other process that stopped last was faster.
    return false
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query("select 1 from pg_database where datname = 'peyman'")
  if (found.rowCount === 0) {
    await client.query('create database peyman').catch((error: unknown) => {
      // Another process of this installation was first, by a little or by less.
      const known: (string | null)[] = [sqlStates.duplicateDatabase, sqlStates.uniqueViolation]
      if (!known.includes(sqlState(error))) throw error
    })
  }
  await client.end()
}
