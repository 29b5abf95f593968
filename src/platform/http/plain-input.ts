import type { z } from 'zod'
import { plainIds } from '../ids.ts'

/** What is done to a value before it is checked. */
type Make = (value: unknown) => unknown

/**
 * Writes the ids of an input as the database does: the same id in capitals is the same thing, and whatever
 * compares, hashes or keeps it takes it as a text. Only where the schema says `z.uuid()`: a text stays as it
 * came, whatever stands in it. In addresses it is done for every page and operation (`createServer`).
 * @returns `null` where the schema has no id.
 */
export function plainInput(schema: z.ZodType): Make | null {
  return makerOf(schema)
}

type Definition = z.core.$ZodTypes['_zod']['def']

/** Schemas that hold others, or are an id; whatever only wraps one other needs no line of its own. */
const makers: {
  readonly [Type in Definition['type']]?: (
    definition: Extract<Definition, { readonly type: Type }>
  ) => Make | null
} = {
  string: (text) => ('format' in text && text.format === 'uuid' ? plainId : null),
  object: ({ shape, catchall }) =>
    inTurn([ofObject(shape), ofValues(catchall === undefined ? null : makerOf(catchall))]),
  array: ({ element }) => ofItems(makerOf(element)),
  union: ({ options }) => inTurn(options.map((option) => makerOf(option))),
  intersection: ({ left, right }) => inTurn([makerOf(left), makerOf(right)]),
  record: ({ valueType }) => ofValues(makerOf(valueType)),
  pipe: (both) => inTurn([makerOf(both.in), makerOf(both.out)]),
  // It may be part of itself: it is looked into when a value of it comes.
  lazy: ({ getter }) => {
    return (value) => (makerOf(getter()) ?? same)(value)
  },
  tuple: unknownPlace,
  map: unknownPlace,
  set: unknownPlace
}

function makerOf(schema: z.core.$ZodType): Make | null {
  const { def } = schema as unknown as { readonly def: Definition }
  const make = makers[def.type] as ((definition: Definition) => Make | null) | undefined
  if (make !== undefined) return make(def)
  return 'innerType' in def ? makerOf(def.innerType) : null
}

function unknownPlace({ type }: Pick<Definition, 'type'>): never {
  throw new Error(`no operation takes a ${type} yet: say here where its ids are`)
}

const same: Make = (value) => value
const idLength = 36
const plainId: Make = (value) =>
  typeof value === 'string' && value.length === idLength ? plainIds(value) : value

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function ofObject(shape: Readonly<Record<string, z.core.$ZodType>>): Make | null {
  const found = Object.entries(shape).flatMap(([key, each]): [string, Make][] => {
    const make = makerOf(each)
    return make === null ? [] : [[key, make]]
  })
  if (found.length === 0) return null
  return (value) => {
    if (!isRecord(value)) return value
    const made = { ...value }
    for (const [key, make] of found) {
      if (Object.hasOwn(made, key)) made[key] = make(made[key])
    }
    return made
  }
}

function ofItems(make: Make | null): Make | null {
  if (make === null) return null
  return (value) => (Array.isArray(value) ? value.map((each) => make(each)) : value)
}

function ofValues(make: Make | null): Make | null {
  if (make === null) return null
  return (value) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, make(each)]))
      : value
}

/** The alternatives one after the other: each touches only what it knows as an id. */
function inTurn(each: readonly (Make | null)[]): Make | null {
  const found = each.filter((make) => make !== null)
  if (found.length === 0) return null
  return (value) => found.reduce((made, make) => make(made), value)
}
