// Goal: the documents name what is there. Method: every path of the checkout that stands in one of them, and
// every link from one to another, is looked for among its files.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '..')
const words = ['ls-files', '--cached', '--others', '--exclude-standard']
const files = execFileSync('git', words, { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const folders = new Set(files.flatMap((file) => above(file)))
// What a decision was about may be gone since.
const documents = files.filter((file) => file.endsWith('.md') && !file.startsWith('docs/adr/'))

function above(file: string): string[] {
  const folder = dirname(file)
  return folder === '.' ? [] : [folder, ...above(folder)]
}

/** `src/{a,b}/c.ts` is two paths. */
function spelledOut(path: string): string[] {
  const [, before = '', names = '', after = ''] = /^(.*?)\{([^}]*)\}(.*)$/.exec(path) ?? []
  if (names === '') return [path]
  return names.split(',').flatMap((name) => spelledOut(before + name.trim() + after))
}

function isThere(path: string): boolean {
  const bare = path.replace(/\/$/, '')
  if (folders.has(bare) || files.includes(bare)) return true
  // Within its part a file goes by its name.
  return /\.(?:ts|sql|mjs)$/.test(bare) && files.some((file) => file.endsWith(`/${bare}`))
}

test('every path in a document is that of a file or folder', () => {
  const ours =
    /^(?:src|tests|docs|bin|bench|agreements|migrations)\/[\w.,{}/-]+$|^[\w./-]+\.(?:ts|sql|mjs)$/
  const lost = documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const named = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, path = '']) => path)
    return named
      .filter((path) => ours.test(path) && !/^x\.|NNN/.test(path))
      .flatMap(spelledOut)
      .filter((path) => !isThere(path))
      .map((path) => `${document}: ${path}`)
  })
  assert.deepEqual(lost, [])
})

test('every link from one document leads to another', () => {
  const lost = documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8').replaceAll(/`[^`\n]*`/g, '')
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].flatMap(
      ([, path = '']) => join(dirname(document), path)
    )
    return links.filter((path) => !isThere(path)).map((path) => `${document}: ${path}`)
  })
  assert.deepEqual(lost, [])
})
