import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { buildAssets } from '../../src/platform/html/build-assets.ts'
import { galleryPage, useAssets, type View } from '../../src/platform/html/index.ts'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
}

// The policy of the real server, so that a page which needs more fails here too.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

/** The gallery alone, without database and people, at `/gallery?theme=dark` and `/en/gallery`. */
export async function serveGallery(): Promise<{ origin: string; close(): void }> {
  const { manifest, folder } = await buildAssets()
  useAssets(manifest)
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('content-security-policy', policy)
    if (pathname.startsWith('/assets/')) {
      response.setHeader('content-type', types[extname(pathname)] ?? 'text/plain')
      readFile(join(folder, pathname.slice('/assets/'.length))).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end()
      )
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(galleryPage(viewOf(pathname, searchParams.get('theme'))).toString())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://localhost:${port}`, close: () => server.close() }
}

function viewOf(pathname: string, theme: string | null): View {
  const lang = pathname.startsWith('/en') ? 'en' : 'fa'
  const names =
    lang === 'fa'
      ? ['دولت الکترونیک', 'توافق‌نامه‌ها', 'تعهدها', 'پیگیری', 'درخواست‌های من']
      : ['E-government', 'Agreements', 'Promises', 'Track', 'My applications']
  const paths = ['/services', '/agreements', '/promises', '/track', '/cases']
  return {
    lang,
    path: '/gallery',
    csrf: 'token-of-the-gallery',
    account: { name: lang === 'fa' ? 'مریم کاظمی' : 'Maryam Kazemi' },
    nav: names.map((text, i) => ({ text, href: paths[i] ?? '/', current: i === 0 })),
    demo: true,
    now: Temporal.Instant.from('2026-11-22T08:00:00Z'),
    flash: null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto'
  }
}
