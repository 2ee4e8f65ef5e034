import { limitToBoringSsl, limitWorkers } from './boringssl.ts'

// For `node --import`: applies the limits in the main thread and, being inherited, in every worker thread.
limitToBoringSsl()
limitWorkers(import.meta.url)
