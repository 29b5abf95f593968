import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The codes by which programs tell refusals apart. */
export interface ErrorCodes {
  /** Codes of problems, each with its HTTP status. */
  readonly problems: Readonly<Record<string, number>>
  /** Codes of single fields. */
  readonly fields: readonly string[]
}

const root = join(import.meta.dirname, '../..')

/** The file in which the published codes are frozen. */
export const frozenFile = join(root, 'tests/contract/error-codes.json')

/** The published codes. A code may be added; none may change or go. */
export const frozenCodes = JSON.parse(readFileSync(frozenFile, 'utf8')) as ErrorCodes

/** The codes that the source holds now. */
export function codesOfSource(): ErrorCodes {
  const texts = globSync('src/**/*.ts', { cwd: root, exclude: ['**/*.test.ts', '**/islands/**'] })
    .toSorted()
    .map((file) => readFileSync(join(root, file), 'utf8'))
  const classes = texts.flatMap(refusalsOf)
  const known = new Map(classes.map((each) => [each.name, each]))
  const problems = classes.flatMap(({ code, parent, status }) =>
    code === null ? [] : [[code, status ?? known.get(parent)?.status ?? 409] as const]
  )
  return {
    problems: Object.fromEntries(
      [...problems, ...texts.flatMap(edgeCodes), ...texts.flatMap(uploadCodes)].toSorted(
        ([a], [b]) => (a < b ? -1 : 1)
      )
    ),
    fields: [...new Set(texts.flatMap(fieldCodes))].toSorted()
  }
}

/** The classes of a file that are refusals; commands and kernels have errors that no API sends. */
function refusalsOf(text: string) {
  return text
    .split(/^(?:export )?(?:abstract )?class (?=\w)/m)
    .slice(1)
    .flatMap((body) => {
      const head = /^(\w+) extends (\w*(?:Refusal|NotFoundError|InvalidInputError))\b/.exec(body)
      if (head === null) return []
      const status = /readonly status(?:: number)? = (\d+)/.exec(body)?.[1]
      return [
        {
          name: head[1] ?? '',
          parent: head[2] ?? '',
          code: /readonly code(?:: string)? = '([^']+)'/.exec(body)?.[1] ?? null,
          status: status === undefined ? null : Number(status)
        }
      ]
    })
}

/** What the edge itself says: `404: { code: 'not-found', …`. */
function edgeCodes(text: string): [string, number][] {
  const found = [...text.matchAll(/^ {2}(\d{3}): \{\s*code: '([^']+)'/gm)]
  const broken = /const broken = \{\s*code: '([^']+)'/.exec(text)?.[1]
  return [
    ...found.map(([, status, code]): [string, number] => [code ?? '', Number(status)]),
    ...(broken === undefined ? [] : [[broken, 500] as [string, number]])
  ]
}

/** What can be wrong with a file: `'too-large': { status: 413, …` among `uploadFaults`. */
function uploadCodes(text: string): [string, number][] {
  const list = /const uploadFaults = \{([\s\S]*?)\n\} as const/.exec(text)?.[1] ?? ''
  return [...list.matchAll(/^ {2}'?([a-z-]+)'?: \{ status: (\d+)/gm)].map(([, name, status]) => [
    `upload/${name ?? ''}`,
    Number(status)
  ])
}

function fieldCodes(text: string): string[] {
  const code = "'([a-z-]+/[a-z-]+)'"
  const places = [`\\bcode: ${code}`, `\\bfault\\(\\s*${code}`, `\\bproblem\\([^;]{0,120}?${code}`]
  const input = [...text.matchAll(/\bsaid\(\s*'([a-z-]+)'/g)].map(
    ([, name]) => `input/${name ?? ''}`
  )
  return [
    ...places
      .flatMap((place) => [...text.matchAll(new RegExp(place, 'g'))])
      .map(([, found]) => found ?? '')
      .filter((found) => !found.startsWith('request/')),
    ...input
  ]
}
