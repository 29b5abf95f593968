import type { Command } from 'commander'
import type { AgentFlags } from './agent.ts'

/** The verb `peyman agent`; it loads its own code. */
export function addAgentCommand(program: Command): void {
  program
    .command('agent')
    .description('seal, send and receive the letters of a unit, at the body itself')
    .requiredOption('--desk <origin>', 'address of the desk, such as https://desk.example')
    .requiredOption(
      '--api-key-file <file>',
      'file of an API key of the body (letters:send, letters:read)'
    )
    .requiredOption('--unit <authority/unit>', 'the unit whose letters these are')
    .option(
      '--agent-key <file>',
      'the agent’s own key ("peyman letter identity"), to which the unit’s custodians gave a way'
    )
    .option(
      '--unit-key <file>',
      'or the key of the unit’s mailbox itself, AGE-SECRET-KEY-PQ-1…, mode 0600'
    )
    .requiredOption('--policy <file>', 'log policy that is believed, kept from before')
    .option('--folder <folder>', 'its own folder (default: "agent" in the data folder)')
    .option(
      '--host <host>',
      'host in the names of the desk’s logs and keys (default: that of --desk)'
    )
    .option('--receive', 'fetch, judge and open what arrives for the unit, into "received"')
    .option('--acknowledge', 'and acknowledge it to its sender, in the name of the unit')
    .option('--held', 'open what waits for a second person into "held", and end')
    .option('--approve <letter>', 'let one of those go, as the second person, and end')
    .option('--refuse <letter>', 'or do not, for the reason in --reason, and end')
    .option('--reason <words>', 'why a letter does not go')
    .option('--pages', 'make a page for the post of each letter that waits for a mailbox, and end')
    .option('--stdin', 'take letters from standard input, a JSON object a line, then end')
    .option('--once', 'one round, then end')
    .option('--every <seconds>', 'between rounds', '5')
    .action(async (flags: AgentFlags) => {
      const { agentCommand } = await import('./agent.ts')
      await agentCommand(flags)
    })
}
