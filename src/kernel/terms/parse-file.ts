import type { z } from 'zod'
import { pointerOf, type Path, type Problem, type Broken } from './problem.ts'
import { readYaml, type YamlData } from './read-yaml.ts'
import { explainIssue } from './zod-messages.ts'

/** A file read in full, or every problem that was found in it, in the order of the text. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

// More would not be read; the first ones explain the rest.
const problemsMax = 100

/** Reads YAML, checks its shape, then the rules that hold between values. */
export function parseFile<T>(
  source: string | Uint8Array,
  schema: z.ZodType<T>,
  rules: (value: T) => Broken[]
): Parsed<T> {
  const data = readYaml(source)
  if (!data.ok) return { ok: false, problems: inOrder(data.problems) }
  const checked = schema.safeParse(data.value)
  if (!checked.success) {
    const located = checked.error.issues.flatMap((issue) => explainIssue(issue, data.value))
    return {
      ok: false,
      problems: inOrder(located.map(({ path, key, text }) => placed(data, { path, key, text })))
    }
  }
  const broken = rules(checked.data)
  if (broken.length > 0) {
    return { ok: false, problems: inOrder(broken.map((found) => placed(data, found))) }
  }
  return { ok: true, value: checked.data }
}

function placed(
  data: YamlData,
  found: { path: Path; key?: string | undefined; text: Problem['text'] }
): Problem {
  const { path, key, text } = found
  const place = key === undefined ? data.placeOf(path) : data.placeOfKey(path, key)
  return { ...place, path: pointerOf(key === undefined ? path : [...path, key]), text }
}

/** Top to bottom, one problem for each value: what follows from the first is noise. */
function inOrder(problems: Problem[]): Problem[] {
  const first = new Map<string, Problem>()
  for (const problem of problems) {
    const key = `${problem.path}@${String(problem.line)}:${String(problem.column)}`
    if (!first.has(key)) first.set(key, problem)
  }
  return [...first.values()]
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, problemsMax)
}
