import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { type BuiltAssets, buildAssets } from './build-assets.ts'

describe('buildAssets', () => {
  let out: string
  let built: BuiltAssets
  before(async () => {
    out = await mkdtemp(join(tmpdir(), 'peyman-assets-'))
    built = await buildAssets({ out })
  })
  after(() => rm(out, { recursive: true }))

  const file = (name: string) => join(out, built.manifest[name] ?? 'not in the manifest')

  test('names the style sheet, the font, the drawings and the islands with a hash', async () => {
    for (const name of ['main.css', 'vazirmatn.woff2', 'tile.svg', 'islands/platform-dialog.js']) {
      assert.match(built.manifest[name] ?? '', /\.[0-9a-zA-Z]{8}\.\w+$/)
      await stat(file(name))
    }
  })

  test('the style sheet is small, refers only to what is built, and knows both themes', async () => {
    const css = await readFile(file('main.css'), 'utf8')
    const packed = await readFile(`${file('main.css')}.br`)
    assert.equal(brotliDecompressSync(packed).toString(), css)
    assert.ok(packed.length < 18_000, `${packed.length} bytes compressed`)
    const known = new Set(Object.values(built.manifest).map((name) => `/assets/${name}`))
    for (const [, address] of css.matchAll(/url\((\/[^)]*)\)/g)) assert.ok(known.has(address ?? ''))
    assert.match(css, /data-theme="?dark/)
    assert.match(css, /prefers-color-scheme:\s*dark/)
    assert.doesNotMatch(css, /asset:|core-letters/)
  })

  test('the font that pages wait for is cut to what they need', async () => {
    const { size } = await stat(file('vazirmatn.woff2'))
    assert.ok(size < 50_000, `${size} bytes`)
  })

  test('does nothing where nothing has changed', async () => {
    // The inputs are the working tree, which somebody may be editing: a quiet moment is enough.
    let untouched = false
    for (let tries = 0; tries < 5 && !untouched; tries++) {
      built = await buildAssets({ out })
      const first = await stat(file('main.css'))
      assert.deepEqual(Object.keys(await buildAssets({ out })), Object.keys(built))
      const second = await stat(file('main.css')).catch(() => null)
      untouched = second?.mtimeMs === first.mtimeMs
    }
    assert.ok(untouched, 'every second build wrote its files again')
  })
})
