import type { Command } from 'commander'

interface KeyCreateFlags {
  readonly authority: string
  readonly role: string
  readonly unit?: string
  readonly label?: string
  readonly scope?: string[]
  readonly days?: string
  readonly live?: boolean
  readonly json?: boolean
}

/** The verbs of `peyman key`; each loads its own code. */
export function addKeyCommands(program: Command): void {
  const key = program.command('key').description('API keys')

  key
    .command('list')
    .description('all keys without their secrets, and whether they work')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { keyListCommand } = await import('./key-list.ts')
      await keyListCommand({ json: options.json === true })
    })

  key
    .command('revoke')
    .description('end a key for ever')
    .argument('<id>', 'its id, as the list shows it')
    .action(async (id: string) => {
      const { keyRevokeCommand } = await import('./key-list.ts')
      await keyRevokeCommand(id)
    })

  key
    .command('rotate')
    .description('replace a key by one with the same rights; it is shown once')
    .argument('<id>', 'its id, as the list shows it')
    .option('--overlap <hours>', 'how long the old one goes on, 0 to 168', '24')
    .action(async (id: string, options: { overlap: string }) => {
      const { keyRotateCommand } = await import('./key-rotate.ts')
      await keyRotateCommand(id, options)
    })

  key
    .command('create')
    .description('make an API key; it is shown once')
    .requiredOption('--authority <id>')
    .requiredOption('--role <role>')
    .option('--unit <unit>', 'only for this unit of the authority (default: all)')
    .option(
      '--label <label>',
      'what the program is called: people read it where it looked (default: its body and role)'
    )
    .option('--scope <scopes...>', 'only these operations (default: all that the role may)')
    .option('--days <days>', 'it ends after so many days (default: never by itself)')
    .option(
      '--live',
      'a key for real cases; without it a test key, for a demonstration or the sandbox'
    )
    .option('--json', 'as JSON')
    .action(async (options: KeyCreateFlags) => {
      const { keyCreateCommand } = await import('./key-create.ts')
      await keyCreateCommand({
        ...options,
        live: options.live === true,
        json: options.json === true
      })
    })
}
