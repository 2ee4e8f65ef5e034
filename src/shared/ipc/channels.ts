/** The closed list of channels; plain strings, so that the preload needs neither Zod nor the contract. */
export const CALLS = [
  'app.info',
  'settings.set',
  'log.state',
  'log.choose',
  'log.create',
  'log.unlock',
  'log.lock',
  'log.close',
  'log.records',
  'records.save',
  'records.delete',
  'records.restore',
  'history.undo',
  'history.redo',
  'claims.assess',
  'import.choose',
  'import.chooseMapping',
  'import.setOptions',
  'import.apply',
  'import.cancel',
  'brief.preview',
  'brief.write',
  'brief.cancel',
] as const
export type Call = (typeof CALLS)[number]

/** Messages from main to the renderer. */
export const EVENTS = ['log.changed', 'log.locked', 'app.progress', 'app.command'] as const
export type EventName = (typeof EVENTS)[number]
