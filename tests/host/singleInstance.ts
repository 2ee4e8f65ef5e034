import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

// One running application for one userData folder. The answer must be known at once (Electron's call is
// synchronous), so a file with the process id decides; a socket carries the second start's arguments to the first.

export interface SecondInstance {
  readonly argv: string[]
  readonly cwd: string
  readonly extra: unknown
}

let server: net.Server | undefined

/** Whether this process has the lock now. A second start's arguments arrive through `onSecond` of the first. */
export function requestLock(
  userData: string,
  extra: unknown,
  onSecond: (second: SecondInstance) => void,
): boolean {
  if (server) return true
  const pidFile = path.join(userData, 'host-lock')
  const socket = socketPath(userData)
  if (isHeld(pidFile)) {
    const client = net.connect(socket)
    client.on('error', () => {}) // the first is ending; there is nobody to tell
    client.end(JSON.stringify({ argv: process.argv, cwd: process.cwd(), extra }))
    return false
  }
  writeFileSync(pidFile, String(process.pid))
  rmSync(socket, { force: true })
  server = net.createServer((connection) => {
    let text = ''
    connection.setEncoding('utf8')
    connection.on('data', (chunk: string) => {
      text += chunk
    })
    connection.on('error', () => {})
    connection.on('end', () => onSecond(JSON.parse(text)))
  })
  server.listen(socket)
  server.unref()
  process.on('exit', () => {
    if (!server) return
    rmSync(pidFile, { force: true })
    rmSync(socket, { force: true })
  })
  return true
}

export function hasLock(): boolean {
  return server !== undefined
}

export function releaseLock(): void {
  server?.close()
  server = undefined
}

/** In userData, so that nothing is left elsewhere; but a socket's path may have only about 100 bytes. */
function socketPath(userData: string): string {
  const key = createHash('sha256').update(userData).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\daybook-${key}`
  const inside = path.join(userData, 'host-lock.sock')
  return Buffer.byteLength(inside) <= 100 ? inside : path.join(os.tmpdir(), `daybook-${key}.sock`)
}

/** Whether the process named in the file is alive and another one than this. */
function isHeld(pidFile: string): boolean {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'))
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
