import type { Command } from 'commander'

interface BackupFlags {
  readonly to?: string[]
  readonly anew?: boolean
  readonly json?: boolean
}

interface RestoreFlags {
  readonly identity: string
  readonly into?: string
  readonly checkpoint?: string[]
  readonly anew?: boolean
  readonly lang: string
  readonly json?: boolean
}

const collect = (value: string, before: string[] = []) => [...before, value]

/** `peyman backup` with its own verbs, and `peyman restore`; each loads its own code. */
export function addBackupCommands(program: Command): void {
  const backup = program
    .command('backup')
    .description(
      'write the whole state into one sealed file; the desk may run meanwhile. Cut off, the same command goes on'
    )
    .argument('[file]', 'the file to write; nothing is ever written over')
    .option(
      '--to <recipient>',
      'age1…, or a file of recipients (default: the recovery key)',
      collect
    )
    .option('--anew', 'throw away what a backup of that name left that was cut off')
    .option('--json', 'as JSON, with lines of progress on standard error')
    .action(async (file: string | undefined, options: BackupFlags) => {
      if (file === undefined) {
        backup.help({ error: true })
        return
      }
      const { backupCommand } = await import('./backup.ts')
      await backupCommand(file, {
        to: options.to ?? [],
        anew: options.anew === true,
        json: options.json === true
      })
    })
  backup
    .command('key')
    .description('make the recovery key; its secret part is shown once, and kept nowhere')
    .option('--classic', 'X25519 alone, for age programs before 1.3; else post-quantum as well')
    .option('--replace', 'a new key in place of the one that is there')
    .option('--json', 'as JSON')
    .action(async (options: { classic?: boolean; replace?: boolean; json?: boolean }) => {
      const { backupKeyCommand } = await import('./backup.ts')
      await backupKeyCommand({
        kind: options.classic === true ? 'classic' : 'hybrid',
        replace: options.replace === true,
        // A parent with the same flag takes it.
        json: options.json === true || backup.opts<BackupFlags>().json === true
      })
    })
  backup
    .command('drill')
    .description('bring a backup back into a scratch database, check it, and tell RPO and RTO')
    .argument('[file]', 'which one (default: the newest)')
    .option('--identity <file>', 'a secret key that opens it (default: PEYMAN_DRILL_IDENTITY)')
    .option('--json', 'as JSON')
    .action(async (file: string | undefined, options: { identity?: string; json?: boolean }) => {
      const { backupDrillCommand } = await import('./backup.ts')
      const json = options.json === true || backup.opts<BackupFlags>().json === true
      await backupDrillCommand(file, { ...options, json })
    })

  program
    .command('restore')
    .description(
      'bring a backup back into an empty database, and hold it against the public log. Cut off, the same command goes on'
    )
    .argument('<file>', 'what "peyman backup" wrote')
    .requiredOption('--identity <file>', 'the secret part of the recovery key')
    .option('--into <url>', 'another database than that of this installation; it is only looked at')
    .option('--checkpoint <file>', 'a checkpoint that a witness or a reader kept', collect)
    .option('--anew', 'throw away what a restore left in that database that was cut off')
    .option('--lang <lang>', 'fa or en', 'en')
    .option('--json', 'as JSON, with lines of progress on standard error')
    .action(async (file: string, options: RestoreFlags) => {
      const { restoreCommand } = await import('./restore.ts')
      await restoreCommand(file, options)
    })
}
