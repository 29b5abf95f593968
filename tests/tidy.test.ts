// Goal: hold the rules that no linter knows. Method: list the tree once and look at every file.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '..')
const sources = globSync('src/**/*.ts', { cwd: root })
const text = (file: string) => readFileSync(resolve(root, file), 'utf8')

test('the import rules looked at every source', () => {
  // dependency-cruiser passes with 0 modules when it cannot parse TypeScript.
  const cruise = [
    resolve(root, 'node_modules/.bin/depcruise'),
    'src',
    '--no-config',
    '--ts-config',
    'tsconfig.json',
    '-T',
    'json'
  ]
  const report: unknown = JSON.parse(
    execFileSync(process.execPath, cruise, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  )
  assert.ok(typeof report === 'object' && report !== null && 'modules' in report)
  assert.ok(Array.isArray(report.modules) && report.modules.length >= sources.length)
})

test('a unit test stands beside its subject', () => {
  const subject = (file: string) => file.replace(/(\.property|\.flow)?\.test\.ts$/, '.ts')
  const lost = sources.filter(
    (file) => file.endsWith('.test.ts') && !existsSync(resolve(root, subject(file)))
  )
  assert.deepEqual(lost, [])
})

test('no unfinished work reaches main', () => {
  const marks = new RegExp(
    ['FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK\\b', 'TO' + 'DO(?!\\(#\\d+\\))', 'coming ' + 'soon'].join(
      '|'
    )
  )
  assert.deepEqual(
    sources.filter((file) => marks.test(text(file))),
    []
  )
})

test('SQL is written only in stores', () => {
  const outside = sources.filter((file) => !/-store\.ts$|^src\/platform\/|\.test\.ts$/.test(file))
  assert.deepEqual(
    outside.filter((file) => /from 'kysely'|from 'pg'/.test(text(file))),
    []
  )
})

test('a door exports at most ten things', () => {
  for (const door of globSync('src/!(kernel|platform)/index.ts', { cwd: root })) {
    const wide = /@door-wide (.+)/.exec(text(door))
    const names = [...text(door).matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap((match) =>
      (match[1] ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
    )
    assert.ok(names.length <= 10 || wide !== null, `${door} exports ${String(names.length)} values`)
  }
})

test('what goes out by a door says what it is', () => {
  const doors = globSync('src/{,kernel/,letters/}*/index.ts', { cwd: root })
  const silent = doors.flatMap((door) =>
    [...text(door).matchAll(/export (?:type )?\{([^}]*)\} from '(\.\/[^']+)'/g)].flatMap(
      ([, names = '', path = '']) => {
        const source = text(join(dirname(door), path))
        const told = names.split(',').map((name) => name.replace(/\btype\b| as .*/g, '').trim())
        return told.filter((name) => isSilent(source, name)).map((name) => `${door}: ${name}`)
      }
    )
  )
  assert.deepEqual(silent, [])
})

/** Whether a source defines a name without a word of what it is. */
function isSilent(source: string, name: string): boolean {
  const kind = '(?:async |abstract )?(?:function\\*?|const|class|interface|type)'
  const defined = new RegExp(`(.*)\\n(?:// oxlint.*\\n)?export ${kind} ${name}\\b`).exec(source)
  return name !== '' && defined !== null && !(defined[1] ?? '').endsWith('*/')
}

test('every message stands in both languages and reads well', async () => {
  for (const file of globSync('src/**/messages*.ts', { cwd: root }).filter(
    (name) => !name.endsWith('.test.ts')
  )) {
    const module = (await import(pathToFileURL(resolve(root, file)).href)) as Record<
      string,
      unknown
    >
    for (const catalogue of Object.values(module)) {
      if (typeof catalogue !== 'object' || catalogue === null || !('entries' in catalogue)) continue
      for (const [key, entry] of Object.entries(
        catalogue.entries as Record<string, { fa: unknown; en: unknown }>
      )) {
        assert.equal(typeof entry.fa, typeof entry.en, `${file}: ${key}`)
        if (typeof entry.fa === 'string') assertReadable(entry.fa, `${file}: ${key}`)
      }
    }
  }
})

function assertReadable(persian: string, where: string) {
  assert.doesNotMatch(persian, /[يكىة]/, `${where}: Arabic letters`)
  // Names such as SHA-256 keep their own digits, also with a hyphen that no line ends at.
  assert.doesNotMatch(
    persian.replaceAll(/[A-Za-z][\w.\u2011-]*/g, ''),
    /[0-9]/,
    `${where}: digits must be Persian`
  )
  assert.doesNotMatch(persian, /(^| )(می|نمی) /, `${where}: «می» takes a half-space`)
}

test('nothing names the machine that it was written on', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n')
  const told = tracked.filter(
    (file) =>
      file !== '' &&
      !/\.(png|woff2|lock)$|package-lock|LICENSE/.test(file) &&
      existsSync(resolve(root, file)) &&
      /(^|[\s'"(])\/(work|root|home)\//m.test(text(file))
  )
  assert.deepEqual(told, [])
})
