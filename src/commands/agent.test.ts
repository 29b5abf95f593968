import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agentCommand } from './agent.ts'

const flags = {
  ...{ desk: 'http://localhost:1', unit: 'sko/it', apiKeyFile: 'none', policy: 'none' },
  ...{ unitKey: 'none', once: true }
}

test('agentCommand refuses a pause that is none: the desk would be asked without end', async () => {
  for (const every of ['abc', '-1', '0', '', 'Infinity', '1e9']) {
    await assert.rejects(agentCommand({ ...flags, every }), { code: 'agent/usage' }, every)
  }
})
