import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { compile } from 'tailwindcss'
import { classCandidates } from './candidates.ts'
import { coreLetters } from './make-font.ts'

const root = join(import.meta.dirname, '../css')
const require = createRequire(import.meta.url)

// The last versions that still run on the old Windows of many offices.
const browsers = ['chrome109', 'firefox115', 'safari15.4']

/**
 * The style sheet of all pages, from `css/main.css` and the class names found in `src`: Tailwind's
 * own compiler in plain JavaScript, then esbuild to lower nesting and take out white space.
 * @param links - Files that the style sheet refers to, by the name it uses, with their address.
 */
export async function makeCss(links: Readonly<Record<string, string>>): Promise<string> {
  const main = await readFile(join(root, 'main.css'), 'utf8')
  const compiler = await compile(main, { base: root, loadStylesheet, loadModule })
  const css = compiler.build(classCandidates())
  const linked = css.replace(/url\(['"]?asset:([^'")]+)['"]?\)/g, (_, name: string) => {
    const address = links[name]
    if (address === undefined) throw new Error(`css/main.css refers to ${name}, which is not built`)
    return `url(${address})`
  })
  const ranged = linked.replaceAll('core-letters', coreLetters)
  const small = await transform(ranged, { loader: 'css', minify: true, target: browsers })
  return small.code
}

async function loadStylesheet(id: string, base: string) {
  const path = id.startsWith('.') ? join(base, id) : require.resolve(id)
  return { path, base: dirname(path), content: await readFile(path, 'utf8') }
}

async function loadModule(id: string, base: string) {
  const path = require.resolve(id)
  const loaded = (await import(pathToFileURL(path).href)) as { default: never }
  return { path, base, module: loaded.default }
}
