import { z } from 'zod'
import type { OpenEntry } from '../../kernel/tlog/index.ts'

const keys = z.array(z.string()).min(1)
const previousSchema = z.object({ origin: z.string(), size: z.int().min(0), root: z.string() })

/** The last tree of the log before: this one takes up where that one was closed. */
export type PreviousLog = z.infer<typeof previousSchema>

const controlSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('genesis'),
    origin: z.string(),
    keys,
    previous: previousSchema.nullish()
  }),
  z.object({ type: z.literal('key-change'), keys }),
  z.object({ type: z.literal('freeze') })
])

/** A control entry that changes what is believed of the log. */
export type Control = z.infer<typeof controlSchema>

/** Reads a control entry; `null` for kinds that change nothing here. */
export function readControl(entry: OpenEntry): Control | null {
  const body: unknown = JSON.parse(new TextDecoder().decode(entry.body))
  const control = controlSchema.safeParse(body)
  return control.success ? control.data : null
}
