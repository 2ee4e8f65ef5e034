/** What the command line tells the vault: who it is, and where this device remembers what it saw of each log. */
import { DEFAULT_POLICY } from '../vault/file/engine.ts'
import type { VaultPorts } from '../vault/startSession.ts'
import { userAnchors } from '../vault/stateFolder.ts'

export function vaultPorts(): Partial<VaultPorts> {
  return { anchors: userAnchors(), policy: { ...DEFAULT_POLICY, program: 'command-line' } }
}
