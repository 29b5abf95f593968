import { z } from 'zod'
import { entryReasons } from '../../kernel/directory/index.ts'

const proof = z
  .object({ depth: z.number(), siblings: z.array(z.string().nullable()) })
  .describe('Proof in the map: hashes beside the way, from the top.')
const file = z.string().describe('A tlog-proof file: a head of the directory in the public log.')

/** An entry, as everybody hashes it. */
export const entrySchema = z.object({
  v: z.literal(1),
  owner: z.string(),
  sequence: z.number(),
  at: z.string(),
  recipient: z.string().nullable(),
  keys: z.array(z.string()),
  reason: z.enum(entryReasons),
  previous: z.string().nullable(),
  signatures: z.array(z.string())
})

/** What a lookup answers. */
export const answerSchema = z.object({
  v: z.literal(1),
  owner: z.string(),
  head: file,
  alias: z.object({ owner: z.string().nullable(), proof }).nullable(),
  entries: z.array(entrySchema),
  proof: proof.nullable(),
  earlier: z
    .object({
      head: file,
      sequence: z.number().describe('Of the entry that stood there; -1: none.'),
      proof,
      alias: z.object({ isThere: z.boolean(), proof }).nullable()
    })
    .nullable()
    .describe('How it stood 72 hours before, or in the first head of all.')
})
