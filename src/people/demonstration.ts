import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import {
  checkLegalId,
  checkNationalId,
  jalaliToPlainDate,
  parseJalaliDate
} from '../kernel/persian/index.ts'
import { parseFile } from '../kernel/terms/parse-file.ts'
import { InstallationFileError } from './import-authorities.ts'
import { roles } from './role.ts'

const file = resolve(import.meta.dirname, '../../agreements/authorities/demonstration/people.yaml')

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
const text = z.strictObject({ fa: z.string().min(1), en: z.string().min(1) })

const day = z.string().transform((value, check) => {
  const date = parseJalaliDate(value)
  if (date.ok) return jalaliToPlainDate(date.value)
  check.addIssue({ code: 'custom', message: date.text.en })
  return z.NEVER
})

const person = z.strictObject({
  key: slug,
  kind: z.enum(['person', 'business', 'body']),
  name: text,
  about: text.optional(),
  nationalId: z
    .string()
    .refine((value) => checkNationalId(value).ok)
    .optional(),
  legalId: z
    .string()
    .refine((value) => checkLegalId(value).ok)
    .optional(),
  foreignerCode: z
    .string()
    .regex(/^[0-9]{8,16}$/)
    .optional(),
  mobile: z.string().regex(/^\+989[0-9]{9}$/),
  email: z.email(),
  represents: z.array(slug).default([]),
  grants: z
    .array(
      z.strictObject({
        authority: z.union([slug, z.literal('*')]),
        unit: slug.nullable(),
        role: z.enum(roles),
        post: slug.nullable()
      })
    )
    .default([]),
  holds: z
    .array(z.strictObject({ authority: slug, post: slug, from: day, to: day.nullable() }))
    .default([])
})

/** An invented person of the demonstration, with what they are and for whom they may act. */
export type DemonstrationPerson = z.infer<typeof person> & { readonly id: string }

let read: Promise<readonly DemonstrationPerson[]> | undefined

/**
 * The invented people of `agreements/authorities/demonstration`; ids are the same in every
 * installation. Read once; whether they are known to a database is a matter of its seeding.
 * @throws {InstallationFileError}
 */
export function demonstrationPeople(): Promise<readonly DemonstrationPerson[]> {
  read ??= readPeople()
  return read
}

async function readPeople(): Promise<readonly DemonstrationPerson[]> {
  const parsed = parseFile(
    await readFile(file, 'utf8'),
    z.strictObject({ people: z.array(person) }),
    () => []
  )
  if (!parsed.ok) throw new InstallationFileError(file, parsed.problems)
  return parsed.value.people.map((one) => ({ ...one, id: demonstrationId(one.key) }))
}

/** The id of a demonstration person, grant or holding: UUIDv8 (RFC 9562 section 5.8) from its name. */
export function demonstrationId(name: string): string {
  const bytes = createHash('sha256').update(`peyman demonstration ${name}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20)
  ].join('-')
}
