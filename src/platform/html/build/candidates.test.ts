import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { classCandidates } from './candidates.ts'

const html = join(import.meta.dirname, '..')

test('classCandidates finds the class names of templates and of strings', () => {
  const found = new Set(classCandidates())
  for (const name of ['btn', 'btn-primary', 'site-header', 'sr-only'])
    assert.ok(found.has(name), name)
})

test('no class name and no rule knows left from right, so both directions of reading work', () => {
  const physical =
    /^(\w+:)*-?(m[lr]|p[lr]|(border|rounded)-[lr]|left|right|float|text)-(left|right|auto|\d\S*|\[\S+\])$/
  const names = classCandidates().filter((name) => physical.test(name))
  assert.deepEqual(
    names.filter((name) => !/^text-\d/.test(name)),
    []
  )
  for (const file of globSync('css/*.css', { cwd: html })) {
    const rules = readFileSync(join(html, file), 'utf8')
    assert.doesNotMatch(
      rules,
      /^\s*((margin|padding|border)-(left|right)|left|right|float|text-align:\s*(left|right))\b/m,
      file
    )
  }
})
