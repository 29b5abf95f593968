import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../../platform/durable-file.ts'

/** A plan as the desk gave it. */
export interface KeptPlan {
  /** Whose it is; another desk's plan is not followed. */
  readonly desk: string
  readonly etag: string | null
  readonly text: string
}

const headSchema = z.object({ desk: z.string(), etag: z.string().nullable() })

function fileIn(folder: string): string {
  return join(folder, 'plan')
}

/** Keeps a plan, so that the agent goes on while the desk is down. */
export async function keepPlan(folder: string, { desk, etag, text }: KeptPlan): Promise<void> {
  await writeDurably(fileIn(folder), `${JSON.stringify({ desk, etag })}\n${text}`, 0o600)
}

/** The plan kept last for this desk; `null` where there is none that can be read. */
export async function keptPlan(folder: string, desk: string): Promise<KeptPlan | null> {
  const whole = await readFile(fileIn(folder), 'utf8').catch(() => '')
  const end = whole.indexOf('\n')
  try {
    const head = headSchema.safeParse(JSON.parse(whole.slice(0, Math.max(0, end))))
    return head.success && head.data.desk === desk
      ? { ...head.data, text: whole.slice(end + 1) }
      : null
  } catch {
    return null
  }
}
