import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { NotFoundError } from '../errors.ts'
import { type Encoding, encodingOf, markEncoded } from './compress.ts'
import type { Server } from './request.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2'
}
const extensions: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

// No part begins with a point, so no address leads out of the folder.
const name = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/

/**
 * Serves the built styles, scripts and fonts. Their names carry a hash of their content, so browsers
 * keep them for good and this process reads each of them once.
 */
export function serveAssets(app: Server, folder: string): void {
  const known = new Map<string, Promise<Buffer | null>>()
  const read = (file: string): Promise<Buffer | null> => {
    const before = known.get(file)
    if (before !== undefined) return before
    const content = readFile(join(folder, file)).catch(() => null)
    known.set(file, content)
    // A name that is not there must not be kept: anyone can ask for as many as they like.
    void content.then((found) => found ?? known.delete(file))
    return content
  }
  app.get<{ Params: { '*': string } }>(
    '/assets/*',
    { schema: { hide: true } },
    async (request, reply) => {
      const file = request.params['*']
      const mediaType = mediaTypes[extname(file)]
      if (mediaType === undefined || !name.test(file)) throw new NotFoundError()
      const encoding = encodingOf(request)
      const packed = encoding === null ? null : await read(file + extensions[encoding])
      const content = packed ?? (await read(file))
      if (content === null) throw new NotFoundError()
      markEncoded(reply, packed === null ? null : encoding)
      return reply
        .type(mediaType)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(content)
    }
  )
}
