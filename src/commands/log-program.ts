import type { Command } from 'commander'

/** The verbs of `peyman log`; each loads its own code. */
export function addLogCommands(program: Command): void {
  const log = program.command('log').description('the public log')
  log
    .command('verify <url>')
    .description('look through a whole log from outside; exit 0 right, 1 at fault, 2 not checked')
    .option('--policy <file>', 'the keys of the log and its witnesses that you know')
    .option('--state <folder>', 'where it is remembered what was verified')
    .option('--lang <lang>', 'fa or en', 'en')
    .option('--json', 'as JSON')
    .action(
      async (
        url: string,
        options: { policy?: string; state?: string; lang: string; json?: boolean }
      ) => {
        const { logVerifyCommand } = await import('./log-verify.ts')
        await logVerifyCommand(url, options)
      }
    )

  log
    .command('rotate-key')
    .description(
      'give the newest log new keys; those before sign beside them until the next change'
    )
    .option('--withdraw', 'the keys before are not to be believed any more')
    .action(async (options: { withdraw?: boolean }) => {
      const { logRotateKey } = await import('./log-keeping.ts')
      await logRotateKey({ withdraw: options.withdraw === true })
    })
  log
    .command('freeze')
    .description('close the newest log for ever and open the next')
    .requiredOption('--reason <text>', 'stands in the last entry, for everyone to read')
    .option('--moved', 'the desk goes by another host now; the next log is named after it')
    .action(async (options: { reason: string; moved?: boolean }) => {
      const { logFreeze } = await import('./log-keeping.ts')
      await logFreeze({ ...options, moved: options.moved === true })
    })
  log
    .command('repair')
    .description('make rows and published files agree again with what was signed')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { logRepair } = await import('./log-keeping.ts')
      await logRepair({ json: options.json === true })
    })

  log
    .command('erase-evidence')
    .description('erase for ever what ties the log to a case: its receipts can no longer be made')
    .requiredOption('--case <id>', 'id of the case, as in its address')
    .action(async (options: { case: string }) => {
      const { logEraseEvidence } = await import('./log-keeping.ts')
      await logEraseEvidence(options)
    })
}
