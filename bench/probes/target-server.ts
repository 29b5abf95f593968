// What is looked at: a page of 10 kB at every path. `/-/seconds` tells how many asked in each second.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const page = Buffer.from(`<!doctype html><p>${'در دسترس '.repeat(600)}</p>`.padEnd(10_000))
const head = { 'content-type': 'text/html; charset=utf-8', 'content-length': String(page.length) }
const seconds = new Map<number, number>()

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (request.url === '/-/seconds') {
    response.end(JSON.stringify([...seconds]))
    return
  }
  const second = Math.floor(performance.now() / 1000)
  seconds.set(second, (seconds.get(second) ?? 0) + 1)
  response.writeHead(200, head).end(page)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}\n`)
})
process.once('SIGTERM', () => {
  process.exit()
})
