/**
 * Who a process is, beyond a number that the system gives out again: start time, boot, container and computer.
 *
 * Exact on Linux (/proc). Elsewhere only number and host are known, so that a number given out again looks alive. Two
 * things help there: who wrote in an earlier boot is gone, and whoever is not proven alive may be given up by the user.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { errnoOf } from './vaultError.ts'

export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks after boot, or null where that cannot be told. */
  readonly startTime: string | null
  readonly bootId: string | null
  readonly pidNamespace: string | null
  /** Tells computers of one name apart; hashed, since the number itself is not for others to see. */
  readonly machine: string | null
  readonly host: string
}

/** The identity of this process. */
export function processIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    startTime: startTimeOf(process.pid),
    bootId: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: orNull(() => readlinkSync('/proc/self/ns/pid')),
    machine: orNull(() => hashOf(readFileSync('/etc/machine-id', 'utf8').trim())),
    host: hostname(),
  }
}

/**
 * True only when the process certainly lives: the number it was given, in this container and boot, started when it did.
 */
export function isProvenAlive(holder: ProcessIdentity, self: ProcessIdentity): boolean {
  if (holder.bootId === null || holder.bootId !== self.bootId) return false
  if (holder.pidNamespace !== self.pidNamespace) return false
  return holder.startTime !== null && holder.startTime === startTimeOf(holder.pid)
}

/**
 * True when `holder` wrote on this computer in an earlier boot: the computer had run longer then than it has now. No clock
 * is asked, which anybody may set. Only for computers that do not number their boots; false where it cannot be told.
 * @param uptime seconds since this boot
 */
export function isOfEarlierBoot(
  holder: ProcessIdentity & { readonly uptime: number | null },
  self: ProcessIdentity,
  uptime: number,
): boolean {
  if (!isThisComputer(holder, self)) return false
  if (holder.bootId !== null && self.bootId !== null) return false
  return holder.uptime !== null && holder.uptime > uptime
}

/** False only when the process is certainly gone, as seen by `self`. */
export function isHolderAlive(holder: ProcessIdentity, self: ProcessIdentity = processIdentity()): boolean {
  if (!isThisComputer(holder, self)) return true
  if (holder.bootId !== null && self.bootId !== null && holder.bootId !== self.bootId) return false
  // In another container the same number is another process; we cannot look there.
  if (holder.pidNamespace !== self.pidNamespace) return true
  try {
    process.kill(holder.pid, 0)
  } catch (thrown) {
    // EPERM: it exists and belongs to somebody else.
    if (errnoOf(thrown) === 'ESRCH') return false
  }
  const startTime = startTimeOf(holder.pid)
  return holder.startTime === null || startTime === null || holder.startTime === startTime
}

/**
 * True when `holder` runs, or ran, on the computer of `self`. One boot is one computer, whatever it is called now.
 * Across boots both name and machine must agree: on a network share two computers may well both be called "debian".
 */
export function isThisComputer(holder: ProcessIdentity, self: ProcessIdentity): boolean {
  if (holder.bootId !== null && holder.bootId === self.bootId) return true
  if (holder.host !== self.host) return false
  return holder.machine === null || self.machine === null || holder.machine === self.machine
}

/** Field 22 of /proc/<pid>/stat; counted from the last bracket, since a program's name may hold anything. */
function startTimeOf(pid: number): string | null {
  return orNull(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  })
}

function hashOf(machineId: string): string | null {
  if (!/^[0-9a-f]{32}$/.test(machineId)) return null
  return createHash('sha256').update(`daybook/lock/${machineId}`).digest('hex').slice(0, 16)
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
