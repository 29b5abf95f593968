import type { TestServer } from '../support/server.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly format?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly minItems?: number
}

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { schema?: Schema }>> }
}

/** Something that an operation could be sent: its description says what it takes. */
export function sampleBody(
  { app }: TestServer,
  { method, url }: { readonly method: string; readonly url: string },
  named: Readonly<Record<string, unknown>>
): unknown {
  const path = url.replaceAll(/:(\w+)/g, '{$1}')
  const paths = app.swagger().paths as Record<string, Record<string, Operation>> | undefined
  const operation = paths?.[path]?.[method.toLowerCase()]
  const schema = operation?.requestBody?.content?.['application/json']?.schema
  return schema === undefined ? {} : sample(schema, named)
}

type Named = Readonly<Record<string, unknown>>

function sample(schema: Schema, named: Named): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.[0]
  if (choice !== undefined) return sample(choice, named)
  const made = samples[[schema.type].flat()[0] ?? 'string'] ?? words
  return made(schema, named)
}

const samples: Readonly<Record<string, (schema: Schema, named: Named) => unknown>> = {
  object: sampleObject,
  array: ({ minItems = 0, items }, named) => (minItems > 0 && items ? [sample(items, named)] : []),
  integer: ({ minimum = 1 }) => minimum,
  number: ({ minimum = 1 }) => minimum,
  boolean: () => true
}

/** What has to be said, by its name where that leads to something that is there. */
function sampleObject(schema: Schema, named: Named): unknown {
  const known = Object.keys(schema.properties ?? {}).filter((name) => name in named)
  const names = new Set([...(schema.required ?? []), ...known])
  return Object.fromEntries(
    [...names].map((name) => {
      const own = schema.properties?.[name] ?? { type: 'string' }
      return [
        name,
        own.properties === undefined && name in named ? named[name] : sample(own, named)
      ]
    })
  )
}

function words({ format, minLength = 1 }: Schema): string {
  if (format === 'uuid') return '01a1fcb0-af00-74fd-a03b-904b975f77ad'
  if (format === 'date-time') return '2026-11-22T06:00:00Z'
  if (format === 'date') return '2026-11-22'
  return 'آزمون'.padEnd(minLength, 'ن')
}
