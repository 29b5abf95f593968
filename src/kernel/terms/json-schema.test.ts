import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { publishedSchemas } from './json-schema.ts'

for (const [name, schema] of Object.entries(publishedSchemas())) {
  test(`publishedSchemas equals agreements/schema/${name}.json, the one that is published`, () => {
    const file = new URL(`../../../agreements/schema/${name}.json`, import.meta.url)
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(JSON.stringify(schema)))
  })
}
