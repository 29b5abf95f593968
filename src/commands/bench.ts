import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { report } from './output.ts'

const folder = resolve(import.meta.dirname, '../../bench')

/**
 * Runs `bench/<name>.ts` in a process of its own; without a name, or with a wrong one, lists them.
 * @param options - Handed on as they are, such as `--quick`.
 */
export async function bench(name?: string, options: readonly string[] = []): Promise<void> {
  const names = globSync('*.ts', { cwd: folder })
    .map((file) => basename(file, '.ts'))
    .toSorted()
  if (name === undefined) {
    report({ exitCode: 0, stdout: `${names.join('\n')}\n`, stderr: '' })
  } else if (!names.includes(name)) {
    report({
      exitCode: 2,
      stdout: '',
      stderr: `peyman: no bench "${name}"; there are: ${names.join(', ')}\n`
    })
  } else {
    const child = spawn(process.execPath, [resolve(folder, `${name}.ts`), ...options], {
      stdio: 'inherit'
    })
    process.exitCode = await new Promise<number>((settle) =>
      child.on('exit', (code) => settle(code ?? 1))
    )
  }
}
