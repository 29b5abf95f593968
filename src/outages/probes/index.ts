// What other parts of the house need of probes.
export type { Component } from './component.ts'
export { componentTitle } from './component-title.ts'
export { componentsOf } from './component-store.ts'
export { gapsBetween, type MonitoringGap } from './gap-store.ts'
export { probeSettings } from './settings-store.ts'
export { registerVantage } from './register-vantage.ts'
export { syncWatching } from './sync-watching.ts'
