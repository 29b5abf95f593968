/**
 * Whether a policy (docs/specs/log.md §7) is the one of before with nothing but logs added: a new year has
 * a new shard. Who knows a desk by its policy alone, as a browser does, takes no other instead of it.
 */
export function policyGoesOn(before: string, now: string): boolean {
  const [old, next] = [linesOf(before), linesOf(now)]
  const isKept = old.every((line) => next.includes(line))
  return isKept && next.every((line) => line.startsWith('log ') || old.includes(line))
}

function linesOf(policy: string): string[] {
  return policy
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
