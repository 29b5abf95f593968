import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fileSizeBytesMax } from './decode-text.ts'
import { readYaml } from './read-yaml.ts'

function refusal(source: string | Uint8Array): string {
  const read = readYaml(source)
  if (read.ok) return `read ${JSON.stringify(read.value)}`
  const [first] = read.problems
  return first ? `${String(first.line)}:${String(first.column)} ${first.text.en}` : 'no problem'
}

test('readYaml gives data and the place of every value and key', () => {
  const read = readYaml('a: 1\nlist:\n  - x: "y"\n  - z\n')
  assert.ok(read.ok)
  assert.deepEqual(read.value, { a: 1, list: [{ x: 'y' }, 'z'] })
  assert.deepEqual(read.placeOf(['list', 0, 'x']), { line: 3, column: 8 })
  assert.deepEqual(read.placeOfKey(['list', 0], 'x'), { line: 3, column: 5 })
  assert.deepEqual(read.placeOf(['list', 0, 'missing', 'deeper']), { line: 3, column: 5 })
  assert.deepEqual(read.placeOf(['nowhere']), { line: 1, column: 1 })
})

test('readYaml keeps a key named __proto__ as data', () => {
  const read = readYaml('__proto__: { polluted: true }')
  assert.ok(read.ok)
  assert.ok(Object.hasOwn(read.value as object, '__proto__'))
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
})

const hostile: [name: string, source: string | Uint8Array, expected: RegExp][] = [
  ['an alias', 'a: &x 1\nb: *x\n', /^1:7 YAML anchors and aliases/],
  ['an alias bomb', bomb(), /YAML anchors and aliases/],
  ['a tag of a language', 'a: 1\nb: !!js/function "x"', /^2:4 YAML tags/],
  ['a tag of the core schema', 'a: !!str 1', /^1:10 YAML tags/],
  ['a merge key', 'a: 1\n<<: { b: 2 }', /^2:1 The YAML merge key/],
  ['a repeated key', 'a: 1\nb:\n  c: 1\n  c: 2', /^4:3 The key "c" is already given/],
  ['a tab as indentation', 'a:\n\tb: 1', /^2:1 Tabs are not allowed/],
  ['two documents', 'a: 1\n---\nb: 2', /^2:1 The file holds more than one YAML document/],
  ['an empty file', '', /^1:1 The file is empty/],
  ['only comments', '# nothing\n', /^1:1 The file is empty/],
  ['a list as a key', '? [a]\n: b', /^1:3 A key must be plain text/],
  ['a number as a key', '12: b', /^1:1 A key must be plain text/],
  ['an unclosed quote', 'a: "b\nc: 1\n', /^\d+:\d+ A character is missing/],
  ['nested flow lists', '['.repeat(100_000), /^1:\d+ The file is nested too deeply/],
  ['nested block lists', '- '.repeat(100_000), /^1:\d+ The file is nested too deeply/],
  ['nested keys', '? '.repeat(50_000), /^1:\d+ The file is nested too deeply/],
  ['bytes that are not UTF-8', bytes('ab: c\nd: ', 0xff), /^2:4 From here on the bytes are not/],
  ['a cut character', bytes('a: ', 0xd9), /^1:4 From here on the bytes are not/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), /^1:1 The file is saved as UTF-16/],
  ['a huge file', 'a: b\n'.repeat(fileSizeBytesMax), /^1:1 The file is too large/]
]
for (const [name, source, expected] of hostile) {
  test(`readYaml refuses ${name}`, () => assert.match(refusal(source), expected))
}

test('readYaml reads forty thousand keys without comparing each with each', () => {
  const text = Array.from({ length: 40_000 }, (_, i) => `k${String(i)}: v`).join('\n')
  const started = performance.now()
  assert.ok(readYaml(text).ok)
  assert.ok(performance.now() - started < 8000)
})

test('readYaml answers whatever bytes it is given', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (source) => {
      const read = readYaml(source)
      assert.ok(read.ok || read.problems.length > 0)
    })
  )
})

test('readYaml answers whatever text made of YAML marks it is given', () => {
  const marks = fc.constantFrom(...'-?:,[]{}#&*!|>\'"%@` \n\tab<=0.'.split(''))
  fc.assert(
    fc.property(fc.string({ unit: marks, maxLength: 60 }), (source) => {
      const read = readYaml(source)
      assert.ok(read.ok || read.problems.every(({ line, column }) => line >= 1 && column >= 1))
    }),
    { numRuns: 2000 }
  )
})

function bomb(): string {
  const levels = Array.from({ length: 20 }, (_, i) => {
    const name = String.fromCodePoint(97 + i)
    const below = i === 0 ? '"x"' : `*${String.fromCodePoint(96 + i)}`
    return `${name}: &${name} [${Array.from({ length: 9 }, () => below).join(', ')}]`
  })
  return levels.join('\n')
}

function bytes(text: string, ...tail: number[]): Uint8Array {
  return new Uint8Array([...new TextEncoder().encode(text), ...tail])
}
