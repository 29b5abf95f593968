// Goal: rows that a distributed PostgreSQL takes as they are (docs/architecture.md, "Rows"). Method:
// read the migrated schema from the catalogues and compare it with what migrations/citus.sql distributes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from './support/database.ts'
import { describeSchema, printSchema } from './support/schema.ts'

const { url } = await testDatabase()
const schema = await describeSchema(url)
const read = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../migrations', name), 'utf8')
const citus = read('citus.sql')
const named = (command: string) =>
  [...citus.matchAll(new RegExp(`${command}\\('(\\w+)'`, 'g'))].map((match) => match[1] ?? '')
const rooted = (column: string) =>
  new Set(
    [...citus.matchAll(/create_distributed_table\('(\w+)', '(\w+)'/g)].flatMap((match) =>
      match[2] === column ? [match[1] ?? ''] : []
    )
  )
const distributed = new Set(named('create_distributed_table'))
const ofLogs = rooted('log_id')
const references = new Set(named('create_reference_table'))
const local = new Set(['migrations'])

test('schema.sql is the schema of the migrations', () => {
  assert.equal(read('schema.sql'), printSchema(schema), 'run: node bin/dump-schema.ts')
})

test('every table is distributed by bucket or by log, or copied everywhere', () => {
  for (const { name } of schema.tables) {
    const places = [distributed, references, local].filter((set) => set.has(name))
    assert.equal(places.length, 1, `${name} must stand once in migrations/citus.sql`)
  }
  const known = new Set(schema.tables.map((table) => table.name))
  for (const name of [...distributed, ...references])
    assert.ok(known.has(name), `${name} is no table`)
})

test('a table of the log leads with its log, in its key', () => {
  for (const table of schema.tables.filter(({ name }) => ofLogs.has(name))) {
    assert.equal(table.columns[0], 'log_id text not null', table.name)
    const keys = table.constraints.filter((text) => /^(PRIMARY|UNIQUE|FOREIGN)/.test(text))
    assert.match(keys.join('; '), /^PRIMARY KEY \(log_id[,)]/, table.name)
  }
})

test('a distributed table leads with its bucket, in keys and in unique indexes', () => {
  const others = schema.tables.filter(({ name }) => distributed.has(name) && !ofLogs.has(name))
  for (const table of others) {
    assert.equal(table.columns[0], 'bucket smallint not null', table.name)
    const primary = table.constraints.find((constraint) => constraint.startsWith('PRIMARY KEY'))
    assert.match(primary ?? '', /^PRIMARY KEY \(bucket, /, table.name)
    for (const unique of [...table.constraints, ...table.indexes].filter((text) =>
      /^(CREATE )?UNIQUE/.test(text)
    )) {
      assert.match(unique, /\(bucket, /, `${table.name}: ${unique}`)
    }
    for (const foreign of table.constraints.filter((text) => text.startsWith('FOREIGN KEY'))) {
      const target = /REFERENCES (\w+)/.exec(foreign)?.[1] ?? ''
      assert.ok(references.has(target) || foreign.startsWith('FOREIGN KEY (bucket, '), foreign)
    }
  }
})

test('nothing is there that a distributed engine refuses', () => {
  assert.deepEqual(schema.others, [])
  for (const table of schema.tables.filter(({ name }) => !local.has(name))) {
    for (const column of table.columns) {
      assert.doesNotMatch(
        column,
        /nextval\(|identity|virtual|now\(\)|random\(\)/,
        `${table.name}.${column}`
      )
    }
  }
})

test('no statement uses what does not cross nodes', () => {
  // Advisory locks are per node; SERIALIZABLE lets write skew through between nodes.
  const forbidden = /pg_(try_)?advisory|serializable|nextval/i
  // A restore works on an empty database, through the one node that it is told of.
  const restoring = 'src/backup/target-store.ts'
  for (const [file, text] of Object.entries(sources())) {
    if (file !== restoring) assert.doesNotMatch(text, forbidden, file)
  }
})

function sources(): Record<string, string> {
  const { globSync } = process.getBuiltinModule('node:fs')
  const root = resolve(import.meta.dirname, '..')
  const files = globSync(['src/**/*-store.ts', 'src/platform/**/*.ts', 'migrations/0*.sql'], {
    cwd: root
  })
  return Object.fromEntries(files.map((file) => [file, readFileSync(resolve(root, file), 'utf8')]))
}
