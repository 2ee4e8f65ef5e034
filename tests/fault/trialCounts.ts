/** What happened in power-cut trials: trials in which nothing happens hold as well. */
export interface TrialCounts {
  cuts: number
  kills: number
  cutsDuringRecovery: number
  cutsDuringCompaction: number
  acknowledged: number
  beyondAcknowledged: number
  tornTails: number
  compactions: number
  backups: number
  passphraseChanges: number
  rekeys: number
  moves: number
  /** Name of the call during which the power went → how often. */
  cutDuring: Record<string, number>
}

export function noCounts(): TrialCounts {
  return {
    cuts: 0,
    kills: 0,
    cutsDuringRecovery: 0,
    cutsDuringCompaction: 0,
    acknowledged: 0,
    beyondAcknowledged: 0,
    tornTails: 0,
    compactions: 0,
    backups: 0,
    passphraseChanges: 0,
    rekeys: 0,
    moves: 0,
    cutDuring: {},
  }
}
