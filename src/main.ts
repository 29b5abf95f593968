import { Command } from 'commander'
import { addAgentCommand } from './commands/agent-program.ts'
import { addBackupCommands } from './commands/backup-program.ts'
import { addKeyCommands } from './commands/key-program.ts'
import { addLetterCommands } from './commands/letter-program.ts'
import { addLogCommands } from './commands/log-program.ts'
import { plainError } from './commands/plain-error.ts'
import type { EnrolOptions } from './commands/enrol.ts'
import type { ProbeFlags } from './commands/probe.ts'
import { Refusal } from './platform/errors.ts'

// Each verb loads its own code: `peyman clock explain` needs no database, and must not pay for one.

interface DemoFlags {
  readonly months: string
  readonly cases: string
  readonly seed: string
  readonly until?: string
}

const program = new Command('peyman')
  .description('The service-level agreement between a public body and its people, kept and shown.')
  .version('0.1.0')
  .showHelpAfterError()
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2)
  })

program
  .command('serve')
  .description('run the desk (PORT, PEYMAN_ORIGIN, PEYMAN_DATA, DATABASE_URL, PEYMAN_DEMO)')
  .option(
    '--role <roles>',
    'web, worker, signer, probe, some of them with a comma; or witness',
    'web,worker,signer,probe'
  )
  .action(async (options: { role: string }) => {
    const { serve } = await import('./commands/serve.ts')
    await serve(options.role)
  })

const agreement = program.command('agreement').description('agreement files')
agreement
  .command('check <file>')
  .description('say what is wrong in an agreement file, with line and column')
  .option('--lang <lang>', 'fa or en', 'en')
  .option('--json', 'as JSON')
  .action(async (file: string, options: { lang: string; json?: boolean }) => {
    const { agreementCheck } = await import('./commands/agreement-check.ts')
    await agreementCheck(file, options)
  })
agreement
  .command('render <file>')
  .description('print the document')
  .option('--format <format>', 'html or markdown', 'html')
  .option('--lang <lang>', 'fa or en', 'fa')
  .action(async (file: string, options: { format: string; lang: string }) => {
    const { agreementRender } = await import('./commands/agreement-render.ts')
    await agreementRender(file, options)
  })
agreement
  .command('diff <before> <after>')
  .description('what changed between two agreement files')
  .option('--json', 'as JSON')
  .option('--lang <lang>', 'fa or en', 'en')
  .action(async (before: string, after: string, options: { lang: string; json?: boolean }) => {
    const { agreementDiff } = await import('./commands/agreement-diff.ts')
    await agreementDiff({ before, after }, options)
  })

program
  .command('clock')
  .description('deadlines')
  .command('explain')
  .description('explain a deadline: JSON in, JSON out')
  .action(async () => {
    const { clockExplain } = await import('./commands/clock-explain.ts')
    await onStandardInput(clockExplain)
  })
program
  .command('availability')
  .description('availability')
  .command('explain')
  .description('explain an availability figure: JSON in, JSON out')
  .action(async () => {
    const { availabilityExplain } = await import('./commands/availability-explain.ts')
    await onStandardInput(availabilityExplain)
  })

program
  .command('receipt')
  .description('receipts')
  .command('verify <file>')
  .description('what a receipt proves, offline; exit 0 proven, 1 not proven, 2 unreadable')
  .option('--policy <file>', 'the keys of the logs and witnesses that you know')
  .option('--lang <lang>', 'fa or en', 'en')
  .option('--json', 'as JSON')
  .action(async (file: string, options: { policy?: string; lang: string; json?: boolean }) => {
    const { receiptVerifyCommand } = await import('./commands/receipt-verify.ts')
    await receiptVerifyCommand(file, options)
  })

addLogCommands(program)

addBackupCommands(program)

addLetterCommands(program)

addAgentCommand(program)

const witness = program
  .command('witness')
  .description('cosign the logs of others (C2SP tlog-witness); PEYMAN_DATA, PORT, HOST')
witness
  .command('key')
  .description('make the key of this witness, once, and print its line for policies')
  .requiredOption('--name <name>', 'name on its signatures, such as witness.example/w1')
  .option('--url <url>', 'where others reach it')
  .option('--post-quantum', 'a key of ML-DSA-44 beside that of Ed25519')
  .action(async (options: { name: string; url?: string; postQuantum?: boolean }) => {
    const { witnessKeyCommand } = await import('./commands/witness.ts')
    await witnessKeyCommand(options)
  })
witness
  .command('serve')
  .description('answer add-checkpoint for the logs in the file "logs" of its folder')
  .action(async () => {
    const { witnessServeCommand } = await import('./commands/witness.ts')
    await witnessServeCommand()
  })

const probe = program
  .command('probe')
  .description('a vantage point: look at what the plan of the desk names, and report it')
  .option('--desk <origin>', 'address of the desk, such as https://desk.example')
  .option('--key-file <file>', 'file of its API key, of role probe (default: PEYMAN_PROBE_KEY)')
  .option('--folder <folder>', 'its own folder (default: "probe" in the data folder)')
  .option(
    '--canary <file>',
    'between which mailboxes it sends test letters ("peyman probe canary")'
  )
  .option('--once', 'look at each target once, print, and report nothing; exit 1 if one is wrong')
  .option('--check <file>', 'the same with the targets of a file (YAML or JSON), without a desk')
  .option('--json', 'with --once or --check: as JSON')
  .action(async (options: ProbeFlags) => {
    const { probeCommand } = await import('./commands/probe.ts')
    await probeCommand(options)
  })

probe
  .command('canary')
  .description(
    'at the desk: two synthetic mailboxes and a key, by which a probe sends test letters'
  )
  .requiredOption('--out <file>', 'where to write it, mode 0600; it must not be there yet')
  .option('--label <name>', 'what the vantage point is called', 'probe')
  .action(async (options: { out: string; label: string }) => {
    const { probeCanaryCommand } = await import('./commands/probe-canary.ts')
    await probeCanaryCommand(options)
  })

program
  .command('report-desk')
  .description(
    'take failure reports also while the desk is down (PEYMAN_REPORT_PORT, PEYMAN_REPORT_ORIGIN, PEYMAN_DATA)'
  )
  .action(async () => {
    const { reportDeskCommand } = await import('./commands/report-desk.ts')
    await reportDeskCommand()
  })

program
  .command('import')
  .description('bring data in')
  .command('services <file>')
  .description('service cards from .csv or .xlsx, all or nothing')
  .option('--authority <id>', 'whose services they are, where the file has no such column')
  .option('--json', 'as JSON')
  .action(async (file: string, options: { authority?: string; json?: boolean }) => {
    const { importServicesCommand } = await import('./commands/import-services.ts')
    await importServicesCommand(file, options)
  })

program
  .command('enrol')
  .description('give somebody a role and make the code for their first passkey; it is shown once')
  .requiredOption('--authority <id>', 'the authority, or * for a role of the platform')
  .requiredOption('--role <role>', 'such as authority-admin; operator or auditor for the platform')
  .option('--name <name>', 'of somebody who is not written down yet')
  .option('--national-id <id>', 'theirs, where they have one: who has it already is found by it')
  .option('--person <id>', 'somebody who is written down, by their id')
  .option('--json', 'as JSON')
  .action(async (options: Omit<EnrolOptions, 'json'> & { json?: boolean }) => {
    const { enrolCommand } = await import('./commands/enrol.ts')
    await enrolCommand({ ...options, json: options.json === true })
  })

addKeyCommands(program)

program
  .command('check')
  .description('rebuild every cache from the facts and list the differences')
  .option('--lang <lang>', 'fa or en', 'en')
  .option('--json', 'as JSON')
  .action(async (options: { lang: string; json?: boolean }) => {
    const { checkInstallation } = await import('./commands/check-installation.ts')
    await checkInstallation({ lang: options.lang, json: options.json === true })
  })

program
  .command('demo')
  .description('replay a plausible stretch of work through the real use cases (PEYMAN_DEMO=1)')
  .option('--months <n>', 'how many months back from now', '12')
  .option('--cases <n>', 'applications a month', '60')
  .option('--seed <n>', 'the same seed and end make the same stretch', '1404')
  .option('--until <instant>', 'where it ends, RFC 3339 (default: the last midnight in Tehran)')
  .action(async (options: DemoFlags) => {
    const { demoCommand } = await import('./commands/demo.ts')
    await demoCommand(options)
  })

// What the first start of a demonstration runs beside itself.
program
  .command('fill-past <from> <to>', { hidden: true })
  .action(async (from: string, to: string) => {
    const { fillPast } = await import('./commands/fill-past.ts')
    await fillPast(from, to)
  })

program
  .command('bench [name] [options...]')
  .description('run a benchmark with its own options (without a name: list them)')
  .allowUnknownOption()
  .action(async (name: string | undefined, options: string[]) => {
    const { bench } = await import('./commands/bench.ts')
    await bench(name, options)
  })

async function onStandardInput(
  explain: (input: {
    stdin: string
  }) => Promise<{ exitCode: 0 | 1 | 2; stdout: string; stderr: string }>
): Promise<void> {
  const { readStandardInput, report } = await import('./commands/output.ts')
  report(await explain({ stdin: await readStandardInput() }))
}

try {
  await program.parseAsync()
} catch (error) {
  // What an operator can mend says so in a few lines; a bug keeps its stack.
  if (!(error instanceof Error && 'code' in error)) throw error
  const fields = error instanceof Refusal ? error.fields : []
  process.stderr.write(
    [
      `peyman: ${plainError(error)}`,
      ...fields.map((field) => `  ${field.pointer}: ${field.text.en}`),
      ''
    ].join('\n')
  )
  process.exitCode = 2
}
