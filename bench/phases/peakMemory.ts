/** The most memory this process ever held at once. */
import fs from 'node:fs'

/**
 * Bytes of resident memory, all threads together. On Linux from the process itself: `maxRSS` counts what the parent
 * held when it started this process.
 */
export function peakMemoryBytes(): number {
  const status = process.platform === 'linux' ? fs.readFileSync('/proc/self/status', 'utf8') : ''
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) * 1024
}
