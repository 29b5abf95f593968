import type { Server } from '../../src/platform/http/index.ts'

/** A route of a running server, with `:name` for its parameters. */
export interface Route {
  readonly method: string
  readonly url: string
}

/** Every route, read from what the server says of itself, so that none can be forgotten. */
export function routesOf(app: Server): Route[] {
  const found: Route[] = []
  const prefixes: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', part = '', methods = ''] =
      /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? []
    prefixes.length = Math.max(indent.length / 4 - 1, 0)
    prefixes.push(part)
    const url = prefixes.join('').replace(/^\/\//, '/')
    if (!url.startsWith('/')) continue
    for (const method of methods.split(', ').filter((each) => each !== ''))
      found.push({ method, url })
  }
  return found
}

/** An address of the route, with the same value for each parameter. */
export function addressOf({ url }: Route, value: string): string {
  return url.replaceAll(/:\w+(\([^)]*\))?\??/g, value).replaceAll('*', value)
}
