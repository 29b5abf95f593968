import { connect } from 'node:net'
import { ProbeFailure, failureOf } from './failure.ts'
import { mayReach, notPublicFailure } from './inside.ts'
import type { LookContext } from './look-context.ts'
import type { Check } from './wire.ts'

/**
 * Opens a connection and closes it again.
 * @throws {ProbeFailure} Where nobody takes it.
 */
export async function checkTcp(
  { host, port }: Extract<Check, { kind: 'tcp' }>,
  { context, deadline }: { context: LookContext; deadline: number }
): Promise<void> {
  const addresses = await withinTime(context.resolver.addressesOf(host), deadline)
  const words = `no connection within the time`
  let failure = new ProbeFailure('dns', 'the host has no address')
  for (const { address } of addresses) {
    if (!mayReach(context.inside, { host, port }, address)) {
      failure = notPublicFailure(address)
      continue
    }
    const left = deadline - performance.now()
    if (left <= 0) break
    try {
      await opened({ host: address, port }, left)
      return
    } catch (error) {
      failure =
        error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT'
          ? new ProbeFailure('connect', words)
          : failureOf(error, 'connect')
    }
  }
  throw failure
}

async function withinTime<T>(asked: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => {
        reject(new ProbeFailure('dns', 'no address of the host within the time'))
      },
      Math.max(0, deadline - performance.now())
    )
  })
  try {
    return await Promise.race([asked, late])
  } catch (error) {
    throw failureOf(error, 'lookup')
  } finally {
    clearTimeout(timer)
  }
}

function opened(to: { host: string; port: number }, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(to)
    const timer = setTimeout(() => {
      socket.destroy()
      reject(
        new ProbeFailure('connect', `no connection within ${String(Math.round(milliseconds))} ms`)
      )
    }, milliseconds)
    socket.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.destroy()
      resolve()
    })
  })
}
