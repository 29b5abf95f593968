export { type ProofParameters, type Solution, deriveProofKey, solveProof } from './solve-proof.ts'
