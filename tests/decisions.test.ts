import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const folder = resolve(import.meta.dirname, '../docs/adr')

test('decisions are numbered one after the other, in name and title, and have their four parts', () => {
  const names = readdirSync(folder).toSorted()
  for (const [i, name] of names.entries()) {
    const text = readFileSync(join(folder, name), 'utf8')
    assert.match(name, new RegExp(`^${String(i + 1).padStart(4, '0')}-[a-z-]+\\.md$`))
    assert.ok(text.startsWith(`# ${String(i + 1)}. `), `${name}: the title has another number`)
    const parts = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    for (const part of ['Context', 'Decision', 'Rejected', 'Consequences']) {
      assert.ok(parts.includes(part), `${name} has no ${part}`)
    }
  }
})

test('every decision stands in the list of them, by its title', () => {
  const list = readFileSync(join(folder, '../decisions.md'), 'utf8')
  const listed = [...list.matchAll(/^\| (\d+) \| \[(.+)\]\(adr\/(.+)\) \|$/gm)]
  const told = listed.map(
    ([, number, title, name]) => `${name ?? ''}: # ${number ?? ''}. ${title ?? ''}`
  )
  const is = readdirSync(folder).map((name) => {
    const [title] = readFileSync(join(folder, name), 'utf8').split('\n')
    return `${name}: ${title ?? ''}`
  })
  assert.deepEqual(told.toSorted(), is.toSorted())
})
