import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { noticeById, recordSighting } from '../../notices/index.ts'
import type { Context } from '../../platform/index.ts'
import { instantOfResult } from '../agent/wire.ts'
import type { Report } from './report.ts'
import type { VantagePoint } from './vantage-point.ts'

const unpack = promisify(gunzip)
// A page of the portal is a few dozen kB; a packed page must not unpack to anything one likes.
const pageBytesMax = 8_000_000

/** Hands on what was seen of notices; each is checked, and known again, where notices live. */
export async function recordSightings(
  context: Context,
  vantages: readonly VantagePoint[],
  { batch, receivedAt, batchAge }: Report
): Promise<void> {
  for (const sighting of batch.sightings) {
    const notice = await noticeById(context.db, sighting.notice, sighting.version)
    const vantage = vantages.find(({ authority }) => authority === notice?.authority)
    const page = await pageOf(sighting.page)
    if (vantage === undefined || page === null) continue
    await recordSighting(context, {
      notice: sighting.notice,
      version: sighting.version,
      vantage: vantage.id,
      outside: vantage.outside,
      at: instantOfResult(receivedAt, batchAge, sighting.ageMs),
      page
    })
  }
}

async function pageOf(packed: string): Promise<Buffer | null> {
  return unpack(Buffer.from(packed, 'base64'), { maxOutputLength: pageBytesMax }).catch(() => null)
}
