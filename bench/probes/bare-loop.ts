// The machine's limit: GETs with node:http and nothing else, until it is told to stop; as many as it can,
// or so many a second, each when its time has come.
// Run: node bare-loop.ts ORIGIN keep-alive|close [PER-SECOND]
import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const [, , origin = '', connections = '', perSecond] = process.argv
const lanes = 16
const agent = new Agent({ keepAlive: connections === 'keep-alive', maxSockets: lanes })
const url = new URL('/bare', origin)

function once(): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.on('data', () => {})
      response.once('end', resolve)
    }).once('error', reject)
  })
}

async function lane(): Promise<void> {
  for (;;) await once()
}

async function paced(rate: number): Promise<void> {
  const begun = performance.now()
  for (let i = 0; ; i += 1) {
    void once()
    await pause(Math.max(0, begun + ((i + 1) * 1000) / rate - performance.now()))
  }
}

process.once('SIGTERM', () => {
  process.exit()
})
if (perSecond !== undefined) void paced(Number(perSecond))
else for (let i = 0; i < lanes; i += 1) void lane()
