// The door of the rules: everything here is pure, without clock, network or disk.

export * from './working-time.ts'
export * from './deadline-clock.ts'
export * from './deadline-defaults.ts'
export * from './three-rates.ts'
export * from './hash-chain.ts'
export * from './patrol-schedule.ts'
export * from './emergency-deadlines.ts'
export * from './near-point.ts'
