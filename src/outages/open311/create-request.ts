import { apiKeyOfText, keys } from '../../people/index.ts'
import { type Context, newId } from '../../platform/index.ts'
import { type Filed, fileReport } from '../reports/file-report.ts'
import { draftFiling } from '../reports/filing.ts'
import { type Choice, reportKinds } from '../reports/report.ts'
import { reportInputOf } from '../reports/report-input.ts'
import { messages } from './messages.ts'
import { type Parameters, instantIn, pointIn } from './read-query.ts'
import { GeoReportError } from './trouble.ts'

const { entries: m } = messages

/**
 * Files a report for a program of another maker. What GeoReport v2 lets it say of a device or an account
 * is not kept.
 * @throws {GeoReportError} 403 without a key of this desk; 400 for what cannot be read.
 * @throws {InvalidInputError} If what it says breaks the rules of the form.
 */
export async function createRequest(
  context: Context,
  choice: Choice,
  parameters: Parameters
): Promise<Filed> {
  const { clock } = context
  const text = parameters.get('api_key') ?? ''
  const key = await apiKeyOfText(context, text, 'failure-reports:write')
  // What is tried in the sandbox must not be counted as a failure of a body.
  if (key === null || key.authority === keys.sandboxAuthority)
    throw new GeoReportError(403, m.keyRefused)
  const kind = reportKinds.find((each) => each === parameters.get('attribute[KIND]'))
  if (kind === undefined) throw new GeoReportError(400, m.kindWrong)
  const now = clock.now()
  const input = reportInputOf({
    kind,
    choice,
    words: parameters.get('description') ?? '',
    place: parameters.get('address_string') ?? parameters.get('address_id'),
    contact: contactIn(parameters),
    noticedAt: instantIn(parameters, 'attribute[NOTICED]')?.toString(),
    point: pointIn(parameters),
    mediaUrl: mediaIn(parameters),
    now
  })
  const coming = { key: `key:${key.id}:${newId(now)}`, channel: 'open311', at: now } as const
  return fileReport(context, draftFiling(input, { ...coming, apiKey: key.id }))
}

function contactIn(parameters: Parameters): string | undefined {
  const names = ['first_name', 'last_name', 'phone', 'email']
  const parts = names.flatMap((name) => parameters.get(name) ?? [])
  return parts.length === 0 ? undefined : parts.join(' ')
}

/** Only shown to officers, as text; nothing ever fetches it. */
function mediaIn(parameters: Parameters): string | undefined {
  const url = URL.parse(parameters.get('media_url') ?? '')
  return url !== null && /^https?:$/.test(url.protocol) ? url.href.slice(0, 500) : undefined
}
