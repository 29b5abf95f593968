import type { Command } from 'commander'

interface LetterFlags {
  readonly identity: string
  readonly keys?: string
  readonly out?: string
  readonly raw?: boolean
  readonly lang: string
  readonly json?: boolean
}

/** The verbs of `peyman letter`; each loads its own code. */
export function addLetterCommands(program: Command): void {
  const letter = program.command('letter').description('letters that only their recipient can open')
  letter
    .command('seal')
    .description('sign a letter and seal it to one mailbox, as an age file')
    .requiredOption('--recipient <key>', 'age1pq1… of the mailbox, or age1…')
    .requiredOption('--body <file>', 'the text, Markdown')
    .requiredOption('--out <file>', 'where the sealed letter goes; must not be there yet')
    .option('--subject <text>', 'what it is about', '')
    .option('--attach <file>', 'goes with it; may be repeated', gather, [])
    .option('--sign-key <file>', 'keys of the sending unit, made by "peyman letter key"')
    .option('--authority <id>', 'the body that sends it')
    .option('--unit <unit>', 'the unit of that body')
    .option('--letter <id>', 'UUID of the letter (default: a new one)')
    .option('--json', 'as JSON')
    .action(
      async (options: {
        recipient: string
        body: string
        out: string
        subject: string
        attach: string[]
        signKey?: string
        authority?: string
        unit?: string
        letter?: string
        json?: boolean
      }) => {
        const { letterSeal } = await import('./letter-seal.ts')
        await letterSeal({ ...options, json: options.json === true })
      }
    )
  letter
    .command('open <file>')
    .description(
      'open a sealed letter; exit 0 opened, 1 not for this key or not shown, 2 unreadable'
    )
    .requiredOption('--identity <file>', 'the key of the mailbox')
    .option('--keys <file>', 'keys of senders that you believe, one a line')
    .option('--out <folder>', 'write the text and the attachments there')
    .option('--raw', 'write what was sealed as it is, whoever sealed it')
    .option('--lang <lang>', 'fa or en', 'en')
    .option('--json', 'as JSON')
    .action(async (file: string, options: LetterFlags) => {
      const { letterOpen } = await import('./letter-open.ts')
      await letterOpen(file, { ...options, json: options.json === true })
    })
  letter
    .command('verify <file>')
    .description('who wrote a sealed letter; exit 0 verified, 1 not verified, 2 unreadable')
    .requiredOption('--identity <file>', 'the key of the mailbox')
    .requiredOption('--keys <file>', 'keys of senders that you believe, one a line')
    .option('--lang <lang>', 'fa or en', 'en')
    .option('--json', 'as JSON')
    .action(async (file: string, options: LetterFlags) => {
      const { letterVerify } = await import('./letter-open.ts')
      await letterVerify(file, { ...options, json: options.json === true })
    })
  addKeyCommands(letter)
}

function addKeyCommands(letter: Command): void {
  letter
    .command('identity')
    .description('make the key of a mailbox, and print its recipient')
    .requiredOption('--out <file>', 'where the secret goes; must not be there yet')
    .option('--classic', 'a key of X25519 alone, for other programs that know no other')
    .option('--demonstration <body/unit>', 'the key that this unit has in a demonstration')
    .action(async (options: { out: string; classic?: boolean; demonstration?: string }) => {
      const { letterIdentity } = await import('./letter-keys.ts')
      await letterIdentity({ ...options, classic: options.classic === true })
    })
  letter
    .command('key')
    .description('make the keys with which a unit signs its letters, and print what readers need')
    .requiredOption(
      '--name <name>',
      'name on its signatures, such as desk.example/citizen-services'
    )
    .requiredOption('--out <file>', 'where the secrets go; must not be there yet')
    .action(async (options: { name: string; out: string }) => {
      const { letterKey } = await import('./letter-keys.ts')
      await letterKey(options)
    })
}

/** Values of an option that may be repeated. */
function gather(value: string, before: string[]): string[] {
  return [...before, value]
}
