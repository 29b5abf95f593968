/** Public alerts: published, told, and how many they reached. */
export { broadcastHolder } from './personal-data.ts'
