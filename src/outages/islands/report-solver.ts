// The worker of the report form: looks for the counter of a challenge.
import { type ProofParameters, solveProof } from '../../kernel/proof/index.ts'

interface Asked {
  readonly parameters: ProofParameters
  readonly most: number
}

addEventListener('message', (event: MessageEvent<Asked>) => {
  const { parameters, most } = event.data
  postMessage(solveProof(parameters, most))
})
