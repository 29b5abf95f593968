import { readFile } from 'node:fs/promises'
import type { PinStore } from '../../kernel/directory/index.ts'
import { writeDurably } from '../../platform/durable-file.ts'

/**
 * Remembers what the key directory and the log have shown, so that a desk cannot show another past.
 * @param file - `null`: for this run alone.
 */
export function canaryPins(file: string | null): PinStore {
  let known: Promise<Map<string, string>> | null = null
  const read = () => (file === null ? Promise.resolve(new Map<string, string>()) : readPins(file))
  const pins = () => (known ??= read())
  return {
    read: async (key) => (await pins()).get(key) ?? null,
    async write(key, value) {
      const all = await pins()
      if (all.get(key) === value) return
      all.set(key, value)
      if (file !== null) await writeDurably(file, JSON.stringify(Object.fromEntries(all)), 0o600)
    }
  }
}

async function readPins(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return '{}'
    throw error
  })
  // What cannot be read was changed by somebody: nothing is believed by it.
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>))
}
