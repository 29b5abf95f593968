import { basename, resolve } from 'node:path'

const [, started = ''] = process.argv

/** What this process was started from: the sources, or the program that was made of them. */
const file = /^main\.m?[jt]s$/.test(basename(started))
  ? started
  : resolve(import.meta.dirname, '../main.ts')

/** The words after `node` that run this very program again, before those of the verb. */
export const ownProgram: readonly string[] = [...process.execArgv, file]
