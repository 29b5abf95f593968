import { z } from 'zod'

/** Operations of the protocol that the API's description tells of. */
export type Described = 'POST' | 'PATCH' | 'DELETE'

const bytesType = 'application/offset+octet-stream'
const bytes = z.string().meta({ format: 'binary', description: 'The next bytes.' })

const version = z.literal('1.0.0').meta({ description: 'Version of the protocol; without it, 412' })
const offset = z.int().min(0).meta({ description: 'How many bytes are there already' })

// Read by the protocol's server alone: it says what is wrong with a header in its own statuses.
const tusHeaders: Readonly<Record<Described, z.ZodObject>> = {
  POST: z.object({
    'Tus-Resumable': version,
    'Upload-Length': z.int().min(1).optional().meta({ description: 'Bytes of the whole file' }),
    'Upload-Defer-Length': z.literal('1').optional().meta({
      description: 'In place of Upload-Length, where the sender does not know it yet'
    }),
    'Upload-Metadata': z.string().meta({
      description:
        'Pairs of a name and a base64 value, divided by commas: `document`, `name`, `service`, and `draft` or `case`',
      example: 'service MTAwMjEwMDY=,document ZGFtYWdlLXBob3Rvcw==,name YS5wZGY='
    })
  }),
  PATCH: z.object({
    'Tus-Resumable': version,
    'Upload-Offset': offset,
    'Upload-Length': z.int().min(1).optional().meta({
      description: 'Bytes of the whole file, once they are known of one that was begun without'
    })
  }),
  DELETE: z.object({ 'Tus-Resumable': version })
}

const answered = {
  'Tus-Resumable': { type: 'string', description: 'Version of the protocol' },
  'Upload-Offset': { type: 'integer', description: 'How many bytes are there now' }
}
const tusAnswers: Readonly<Record<Described, object>> = {
  POST: {
    Location: { type: 'string', description: 'Address of the upload' },
    'Tus-Resumable': answered['Tus-Resumable']
  },
  PATCH: answered,
  DELETE: { 'Tus-Resumable': answered['Tus-Resumable'] }
}

/** How the protocol refuses, besides what every operation may say. */
const refusalsOf: Readonly<Record<Described, readonly string[]>> = {
  POST: ['404', '412', '413', '422'],
  PATCH: ['412', '413', '415', '422'],
  DELETE: ['412']
}

/** What an operation of the protocol takes and answers, as far as headers and bytes go. */
export function shapeOf(method: Described): object {
  return {
    headers: tusHeaders[method],
    ...(method === 'PATCH' ? { consumes: [bytesType], body: bytes } : {}),
    response: {
      [method === 'POST' ? 201 : 204]: z.undefined().meta({ headers: tusAnswers[method] })
    },
    'x-refusals': refusalsOf[method]
  }
}
