/** Locks that a simulated power cut leaves name this process, which lives: here they are made those of an earlier boot. */
import type { PowerCutDisk } from './powerCutDisk.ts'

/**
 * Lets the holders of all locks on `disk` be dead; with `remove` the locks go as well, which saves looking at them.
 * One that did not arrive whole always goes: it costs a wait of seconds, and tests of the lock hold that.
 */
export function endHolders(disk: PowerCutDisk, remove: boolean): void {
  for (const path of disk.paths.filter((name) => /\.(lock|takeover)$/.test(name))) {
    const text = disk.contentOf(path)?.toString('utf8') ?? ''
    const earlier = text.replace(/"bootId":"[^"]*"/, '"bootId":"earlier"')
    disk.take(path)
    if (!remove && earlier !== text) disk.put(path, Buffer.from(earlier))
  }
}
