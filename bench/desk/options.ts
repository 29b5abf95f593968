/**
 * A number that the words of the command give, such as `--rounds=5`. A value that is none ends the
 * bench with exit code 2: half an hour of measuring something else would be a bad answer.
 */
export function numberOf(name: string, otherwise: number): number {
  const start = `--${name}=`
  const found = process.argv.find((word) => word.startsWith(start))
  if (found === undefined) return otherwise
  const value = Number(found.slice(start.length))
  if (value >= 0 && found.length > start.length) return value
  process.stderr.write(`bench: --${name} is a number from 0, not "${found.slice(start.length)}"\n`)
  return process.exit(2)
}
