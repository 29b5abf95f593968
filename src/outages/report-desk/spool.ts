import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, syncFolder } from '../../platform/durable-file.ts'
import type { Filing } from '../reports/filing.ts'
import { ProofUsedError } from '../reports/refusals.ts'
import { type Issued, type Placed, Spool } from './spool-store.ts'

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'report-desk', 'spool.sqlite')
}

/** Opens the spool of a data folder, or makes it. */
export async function openSpool(dataFolder: string): Promise<Spool> {
  const folder = join(dataFolder, 'report-desk')
  await makeFolder(folder, 0o700)
  const spool = new Spool(fileOf(dataFolder))
  await syncFolder(folder)
  return spool
}

/** Whether a report desk ever ran on a data folder. */
export function hasSpool(dataFolder: string): boolean {
  return existsSync(fileOf(dataFolder))
}

interface Asking extends Placed {
  readonly resolve: (issued: Issued) => void
  readonly reject: (error: unknown) => void
}

/** Puts reports into a spool: all that come while the disk is busy share its next flush. */
export class SpoolQueue {
  readonly #spool: Spool
  #asking: Asking[] = []

  constructor(spool: Spool) {
    this.#spool = spool
  }

  /**
   * Takes a report; it is on the disk when this is done.
   * @returns Its receipt, or that of the same report that came before.
   * @throws {ProofUsedError} If its key filed something else before.
   */
  async put(filing: Filing, isSpooled: boolean): Promise<Issued> {
    const issued = await new Promise<Issued>((resolve, reject) => {
      if (this.#asking.length === 0) setImmediate(() => this.#flush())
      this.#asking.push({ filing, isSpooled, resolve, reject })
    })
    if (issued.contentSha256 !== filing.contentSha256) throw new ProofUsedError()
    return issued
  }

  #flush(): void {
    const asking = this.#asking
    this.#asking = []
    try {
      const issued = this.#spool.place(asking)
      for (const [i, { resolve }] of asking.entries()) {
        const own = issued[i]
        if (own !== undefined) resolve(own)
      }
    } catch (error) {
      for (const { reject } of asking) reject(error)
    }
  }
}
