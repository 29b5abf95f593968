import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, '../../..')

/** The files of `src` that can hold class names: all but kernels, tests and catalogues of texts. */
function pageFiles(): string[] {
  return globSync('**/*.ts', {
    cwd: source,
    exclude: ['kernel/**', '**/*.test.ts', '**/messages.ts']
  })
}

/**
 * Every word that could be a class name. Too many rather than too few: Tailwind leaves out what is
 * not one, and only the listed daisyUI components can answer.
 */
export function classCandidates(): string[] {
  const words = new Set<string>()
  for (const file of pageFiles()) {
    for (const word of readFileSync(join(source, file), 'utf8').split(/[\s"'`]+/)) words.add(word)
  }
  return [...words]
}
