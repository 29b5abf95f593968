import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { witnessing } from '../ledger/index.ts'
import { formatVerifierKey } from '../kernel/tlog/index.ts'
import { report } from './output.ts'

/** Where a witness keeps its key, its list of logs and what it cosigned. */
function folderOf(dataFolder: string): string {
  return join(dataFolder, 'witness')
}

/**
 * `peyman witness key --name NAME`: makes the key of this witness, once, and prints the line that others
 * put into their policy.
 */
export async function witnessKeyCommand(options: {
  name: string
  url?: string
  postQuantum?: boolean
}): Promise<void> {
  const folder = folderOf(readConfig().dataFolder)
  const vkeys = await witnessing.makeWitnessKey(join(folder, 'key'), {
    name: options.name,
    postQuantum: options.postQuantum === true
  })
  const short = options.name.replaceAll(/[^A-Za-z0-9.-]+/g, '-')
  const lines = vkeys.map((vkey, i) => {
    const name = i === 0 ? short : `${short}-pq`
    return `witness ${name} ${vkey}${options.url === undefined ? '' : ` ${options.url}`}\n`
  })
  const next = `peyman: the key is in ${join(folder, 'key')}; write the logs to watch into ${join(folder, 'logs')}, one "log <vkey>" a line, then run "peyman witness serve"\n`
  report({ exitCode: 0, stdout: lines.join(''), stderr: next })
}

/**
 * Runs the witness until it is told to stop. It opens no database: what it knows is its folder.
 * @param told - Aborted when it is to end.
 */
export async function runWitness(told: AbortSignal): Promise<void> {
  const { dataFolder, host, port } = readConfig()
  const folder = folderOf(dataFolder)
  const witness = await witnessing.serveWitness({ folder, host, port, say })
  const names = witness.keys.map(({ key }) => formatVerifierKey(key))
  say(`the witness listens on port ${String(witness.port)} with ${names.join(' and ')}`)
  if (!told.aborted) {
    await new Promise((resolve) => {
      told.addEventListener('abort', resolve, { once: true })
    })
  }
  await witness.close()
}

/** `peyman witness serve`. */
export async function witnessServeCommand(): Promise<void> {
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      told.abort()
    })
  }
  await runWitness(told.signal)
}

function say(line: string): void {
  process.stderr.write(`peyman: ${line}\n`)
}
